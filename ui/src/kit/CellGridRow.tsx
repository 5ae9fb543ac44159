/** One row of a grid of cells. */
import { memo, type ReactNode } from "react";
import { cx } from "../lib/css";
import { count } from "../lib/numbers";
import type { CellGridProps } from "./CellGrid";
import styles from "./CellGrid.module.css";
import { type CellRange, isPicked, pick } from "./cells";
import { w } from "./words";

type RowProps<Row> = {
  grid: CellGridProps<Row>;
  id: string;
  index: number;
  row: Row | undefined;
  /** From the top of what is shown, in pixels. */
  top: number;
  template: string;
  /** The column of the cursor, if it stands on this row. */
  at: number | null;
  /** The range of cells, if it takes in this row. */
  range: CellRange | null;
};

/** A row that is not there yet shows its number. It is drawn again only when something of its own changed. */
export const GridRow = memo(Cells, isSame) as typeof Cells;

function isSame<Row>(a: RowProps<Row>, b: RowProps<Row>): boolean {
  return (
    a.row === b.row &&
    a.index === b.index &&
    a.top === b.top &&
    a.at === b.at &&
    a.template === b.template &&
    a.grid.columns === b.grid.columns &&
    a.grid.picked === b.grid.picked &&
    a.range?.firstColumn === b.range?.firstColumn &&
    a.range?.lastColumn === b.range?.lastColumn
  );
}

function Cells<Row>(props: RowProps<Row>): ReactNode {
  const { grid, row, index, at, range } = props;
  const isOn = row !== undefined && isPicked(grid.picked, grid.rowKey(row));
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isOn}
      data-index={index}
      className={cx(styles.row, isOn && styles.picked, at !== null && styles.current)}
      style={{ transform: `translateY(${props.top}px)`, gridTemplateColumns: props.template }}
    >
      {row === undefined ? (
        <div role="gridcell" className={styles.waiting}>
          {count(index + 1)}
        </div>
      ) : (
        <>
          <div role="gridcell" aria-colindex={1} className={styles.tick}>
            <input
              type="checkbox"
              tabIndex={-1}
              checked={isOn}
              aria-label={w.grid.tick(grid.rowName(row))}
              onChange={() => grid.onPicked(pick(grid.picked, [grid.rowKey(row)], !isOn))}
            />
          </div>
          {grid.columns.map((column, n) => (
            <div
              key={column.key}
              id={`${props.id}-${index}-${n}`}
              role="gridcell"
              aria-colindex={n + 2}
              aria-selected={range !== null && n >= range.firstColumn && n <= range.lastColumn}
              data-column={n}
              className={cx(
                styles.cell,
                column.align === "end" && styles.end,
                range !== null && n >= range.firstColumn && n <= range.lastColumn && styles.inRange,
                at === n && styles.at,
              )}
            >
              <Content row={row} render={column.render} />
            </div>
          ))}
        </>
      )}
    </div>
  );
}

/** What a cell shows; drawn again only when its row is another. */
const Content = memo(function Content(props: {
  row: unknown;
  render: (row: never) => ReactNode;
}): ReactNode {
  return (
    <span data-fit="" className={styles.content}>
      {props.render(props.row as never)}
    </span>
  );
});
