/** A chart and the same as a table: one press apart, and the table is what is read out. */
import { type ReactNode, useState } from "react";
import type { ChartKind } from "../../host";
import { Card, Segmented } from "../../kit";
import { OutOfSight } from "./Opens";
import styles from "./outcomes.module.css";
import { SaveChart } from "./SaveChart";
import { w } from "./words";

/** A table of figures: the first column names the row. */
export function Figures(props: {
  label: string;
  columns: readonly string[];
  rows: readonly {
    readonly name: ReactNode;
    readonly cells: readonly ReactNode[];
    readonly key: string;
  }[];
  /** The last row is the whole. */
  hasTotal?: boolean;
}): ReactNode {
  const [first, ...rest] = props.columns;
  return (
    <table className={styles.table} aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {rest.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, at) => (
          <tr
            key={row.key}
            className={props.hasTotal && at === props.rows.length - 1 ? styles.total : undefined}
          >
            <th scope="row">{row.name}</th>
            {rest.map((column, place) => (
              <td key={column}>
                <Cell>{row.cells[place]}</Cell>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A cell; a dash is read out as words. */
function Cell(props: { children: ReactNode }): ReactNode {
  if (props.children !== "–") return props.children;
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className={styles.unseen}>{w.notKnown}</span>
    </>
  );
}

/** A chart with its table. */
export function Twin(props: {
  title: string;
  aside?: string;
  /** The picture; it names itself. Numbers out of sight do not open: nobody sees where the focus is. */
  chart: ReactNode;
  table: ReactNode;
  /** What it is called where it is saved as a file; the numbers are those that open. */
  saved?: ChartKind;
  /** How it is saved as a file, where it is drawn from other numbers than those. */
  save?: ReactNode;
}): ReactNode {
  const [shown, setShown] = useState<"chart" | "table">("chart");
  return (
    <Card title={props.title} aside={props.aside}>
      {shown === "chart" ? (
        <>
          {props.chart}
          <div className={styles.unseen}>
            <OutOfSight value={true}>{props.table}</OutOfSight>
          </div>
        </>
      ) : (
        <div className={styles.scroll} data-scroll="">
          {props.table}
        </div>
      )}
      <div className={styles.foot}>
        {props.saved !== undefined && <SaveChart chart={props.saved} title={props.title} />}
        {props.save}
        <Segmented
          label={w.shownAs(props.title)}
          value={shown}
          onChange={setShown}
          options={[
            { value: "chart", label: w.chart },
            { value: "table", label: w.table },
          ]}
        />
      </div>
    </Card>
  );
}
