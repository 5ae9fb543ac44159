/** The rows behind a figure: a window over a list of any length, and the whole of one row below it. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type CheckUpRowView, type Figure, useHost } from "../../../host";
import { Bdi, Button, type Column, DataGrid, Muted, useListWindow, useToast } from "../../../kit";
import { count } from "../../../lib/numbers";
import { defangWithin } from "../../../record/defang";
import { failed } from "../../../record/failed";
import styles from "./look.module.css";
import { f, howWords, unitWords, w } from "./words";

const SHORT = 90;
/** Cells of a row that the list shows; all of them stand below. */
const FEW = 4;
const ROW = 44;
const HEADING = 36;

const COLUMNS: readonly Column<CheckUpRowView>[] = [
  {
    key: "found",
    title: w.column.found,
    width: "minmax(150px, 1.2fr)",
    render: (row) => <Found row={row} />,
  },
  {
    key: "file",
    title: w.column.file,
    width: "minmax(90px, 0.6fr)",
    from: 1080,
    render: (row) => <Bdi>{row.file}</Bdi>,
  },
  {
    key: "row",
    title: w.column.row,
    width: "64px",
    align: "end",
    render: (row) => count(row.row),
  },
  {
    key: "cells",
    title: w.column.cells,
    width: "minmax(160px, 2fr)",
    render: (row) => <Cells row={row} />,
  },
];

/** The list and the open row. */
export function FigureRows(props: { figure: Figure }): ReactNode {
  const { figure } = props;
  const host = useHost();
  const [current, setCurrent] = useState<number | null>(null);
  const list = useListWindow<CheckUpRowView>({
    key: ["look", figure],
    fetch: (offset, limit) => host.commands.checkUpRows({ figure, offset, limit }),
  });
  const open = current === null ? undefined : list.rowAt(current);
  const name = f[figure].name;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.scrollIntoView?.({ block: "nearest" }), []);
  return (
    <>
      <h2 ref={title} className={styles.rowsTitle}>
        {w.rows(name)}
      </h2>
      <div
        className={styles.grid}
        style={{ maxBlockSize: HEADING + Math.max(list.total, 2) * ROW }}
      >
        <DataGrid
          source={list}
          label={w.rows(name)}
          columns={COLUMNS}
          rowKey={(row) => String(row.at)}
          rowHeight={ROW}
          current={current}
          onCurrent={(index) => setCurrent(index)}
        />
      </div>
      <div className={styles.whole}>
        {open === undefined ? <Muted>{w.noRow}</Muted> : <WholeRow figure={figure} row={open} />}
      </div>
    </>
  );
}

function Found(props: { row: CheckUpRowView }): ReactNode {
  const { row } = props;
  const about = row.unit === null ? howWords(row.how) : unitWords(row.unit);
  return (
    <span className={styles.found}>
      <span>
        <Bdi>{row.label}</Bdi>
      </span>
      {about !== null && <span className={styles.quiet}>{about}</span>}
    </span>
  );
}

function Cells(props: { row: CheckUpRowView }): ReactNode {
  return (
    <span className={styles.cells}>
      {props.row.cells.slice(0, FEW).map((cell) => (
        <span key={cell.header} className={styles.cell}>
          <Bdi lines={1}>{defangWithin([...cell.text].slice(0, SHORT).join(""))}</Bdi>
        </span>
      ))}
    </span>
  );
}

function WholeRow(props: { figure: Figure; row: CheckUpRowView }): ReactNode {
  const { row } = props;
  const host = useHost();
  const toast = useToast();
  const copy = async () => {
    try {
      await host.commands.copyCheckUpRow(props.figure, row.at);
      toast({ text: w.copied });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <section aria-label={w.whole}>
      <div className={styles.wholeHead}>
        <b>
          <Bdi>{w.rowOf(row.file, row.row)}</Bdi>
        </b>
        <Button size="small" icon="copy" onPress={() => void copy()}>
          {w.copy}
        </Button>
      </div>
      <dl className={styles.facts}>
        {row.cells.map((cell) => (
          <div key={cell.header}>
            <dt>
              <Bdi>{cell.header}</Bdi>
            </dt>
            <dd>
              <Bdi block>{defangWithin(cell.text)}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
