/** The files taken in, newest first; each opens what it did, and can be taken back. */
import { type CSSProperties, type ReactNode, useState } from "react";
import { type BatchView, useHost } from "../../host";
import { Bdi, Card, type Column, DataGrid, EmptyState, Pill, Time, useListWindow } from "../../kit";
import { BatchDialog } from "./BatchDialog";
import { fileName } from "./fileName";
import styles from "./ImportList.module.css";
import { w } from "./importWords";

/** The list under the start of the import. */
export function ImportList(): ReactNode {
  const host = useHost();
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<BatchView | null>(null);
  const source = useListWindow<BatchView>({
    key: ["batches"],
    fetch: (offset, limit) => host.commands.listBatches(offset, limit),
  });
  const rows = source.total === 0 ? 4 : Math.min(source.total, 8);
  return (
    <Card title={w.imports.title}>
      <div className={styles.grid} style={{ "--rows": rows } as CSSProperties}>
        <DataGrid
          source={source}
          label={w.imports.label}
          current={current}
          onCurrent={setCurrent}
          onOpen={(_, row) => row !== undefined && setOpened(row)}
          rowKey={(row) => row.batch}
          rowHeight={34}
          columns={COLUMNS}
          empty={<EmptyState title={w.imports.empty}>{w.imports.emptyText}</EmptyState>}
        />
      </div>
      {opened !== null && <BatchDialog batch={opened} onClose={() => setOpened(null)} />}
    </Card>
  );
}

const COLUMNS: readonly Column<BatchView>[] = [
  {
    key: "at",
    title: w.imports.when,
    width: "150px",
    render: (row) => <Time at={row.at} />,
  },
  {
    key: "file",
    title: w.imports.file,
    width: "minmax(160px, 1.4fr)",
    render: (row) => (
      <span className={styles.file}>
        <Bdi lines={1}>{fileName(row)}</Bdi> {row.is_register && <Pill>{w.imports.register}</Pill>}
      </span>
    ),
  },
  { key: "by", title: w.imports.by, width: "70px", render: (row) => <Bdi>{row.officer}</Bdi> },
  {
    key: "did",
    title: w.imports.did,
    width: "minmax(180px, 1.2fr)",
    render: ({ counts }) => w.imports.counts(counts.created, counts.updated, counts.rejected),
  },
  {
    key: "state",
    title: w.imports.state,
    width: "100px",
    render: (row) =>
      row.is_undone ? <Pill>{w.imports.undone}</Pill> : <span>{w.imports.stands}</span>,
  },
];
