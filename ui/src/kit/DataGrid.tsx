import type { CSSProperties, ReactNode } from "react";
import { cx } from "../lib/css";
import { Checkbox } from "./choices";
import styles from "./DataGrid.module.css";
import { ListWindow, type ListWindowProps, type RowState } from "./ListWindow";

/** One column of a grid. */
export type Column<Row> = {
  readonly key: string;
  readonly title: ReactNode;
  /** A CSS track: `120px`, `minmax(160px, 2fr)`. */
  readonly width: string;
  readonly align?: "start" | "end";
  readonly render: (row: Row, state: RowState) => ReactNode;
  /** Left out where there is less room than this, in pixels. */
  readonly from?: 760 | 1080 | 1360;
};

/** What a table takes. */
export type DataGridProps<Row> = Omit<ListWindowProps<Row>, "renderRow" | "header" | "columns"> & {
  columns: readonly Column<Row>[];
};

/** A table of any length, with headings. Rows as in `ListWindow`. */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactNode {
  const { columns, rowHeight = 34, ...list } = props;
  const tick = list.onSelected ? "32px " : "";
  const style = {
    "--grid-all": tick + columns.map((column) => column.width).join(" "),
    "--grid-1080": tick + tracks(columns, 1080),
    "--grid-760": tick + tracks(columns, 760),
    "--grid-0": tick + tracks(columns, 0),
  } as CSSProperties;
  return (
    <div className={styles.frame}>
      <div className={styles.grid} style={style}>
        <ListWindow
          {...list}
          rowHeight={rowHeight}
          columns={columns.length + (list.onSelected ? 1 : 0)}
          header={
            <div className={cx(styles.cells, styles.head)} aria-hidden="true">
              {list.onSelected && <span />}
              {columns.map((column) => (
                <span key={column.key} className={cellClass(column)}>
                  {column.title}
                </span>
              ))}
            </div>
          }
          renderRow={(row, state) => <Cells row={row} state={state} grid={props} />}
        />
      </div>
    </div>
  );
}

function cellClass<Row>(column: Column<Row>): string {
  return cx(
    styles.cell,
    column.align === "end" && styles.end,
    column.from && styles[`from-${column.from}`],
  );
}

function Cells<Row>(props: { row: Row; state: RowState; grid: DataGridProps<Row> }): ReactNode {
  const { row, state, grid } = props;
  const toggle = () => {
    const next = new Set(grid.selected);
    const key = grid.rowKey(row);
    if (!next.delete(key)) next.add(key);
    grid.onSelected?.(next);
  };
  return (
    <div className={styles.cells} role="presentation">
      {grid.onSelected && (
        <div
          role="gridcell"
          className={styles.tick}
          onPointerUp={(event) => event.stopPropagation()}
        >
          <Checkbox isSelected={state.isSelected} onChange={toggle}>
            <span className={styles.unseen}>{grid.rowKey(row)}</span>
          </Checkbox>
        </div>
      )}
      {grid.columns.map((column) => (
        <div key={column.key} role="gridcell" className={cellClass(column)}>
          {column.render(row, state)}
        </div>
      ))}
    </div>
  );
}

function tracks<Row>(columns: readonly Column<Row>[], room: number): string {
  return columns
    .filter((column) => (column.from ?? 0) <= room)
    .map((column) => column.width)
    .join(" ");
}
