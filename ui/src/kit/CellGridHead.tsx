/** The headings of a grid of cells: pressed to order, dragged to move, their edges dragged to size. */
import { type ReactNode, type PointerEvent as ReactPointerEvent, useRef, useState } from "react";
import { cx } from "../lib/css";
import type { CellGridProps, GridColumn } from "./CellGrid";
import { fitting } from "./CellGrid";
import styles from "./CellGrid.module.css";
import { ALL_PICKED, aWidth, type Cell, moved, NONE_PICKED, pickedCount } from "./cells";
import { w } from "./words";

/** The room that the tick boxes take, in pixels. */
export const TICKS = 36;

/** The tracks of every row: ticks, columns, and the last one takes what room is left. */
export function templateOf<Row>(
  columns: readonly GridColumn<Row>[],
  widths: { readonly [key: string]: number },
): string {
  const last = columns.length - 1;
  const tracks = columns.map((column, at) => {
    const width = widths[column.key] ?? column.width;
    return at === last ? `minmax(${width}px, 1fr)` : `${width}px`;
  });
  return `${TICKS}px ${tracks.join(" ")}`;
}

/** The room that all columns need, in pixels. */
export function widthOf<Row>(
  columns: readonly GridColumn<Row>[],
  widths: { readonly [key: string]: number },
): number {
  return columns.reduce((sum, column) => sum + (widths[column.key] ?? column.width), TICKS);
}

/** A press that wanders less than this is a press. Pixels. */
const STILL = 5;

/** The line of headings. */
export function GridHead<Row>(props: {
  grid: CellGridProps<Row>;
  id: string;
  template: string;
  cursor: Cell;
}): ReactNode {
  const { grid, cursor } = props;
  const { total } = grid.source;
  const picked = pickedCount(grid.picked, total);
  const isAll = total > 0 && picked === total;
  const drag = useMoving(grid);
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={styles.head}
      style={{ gridTemplateColumns: props.template }}
    >
      <div role="columnheader" aria-colindex={1} className={styles.tick}>
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isAll}
          ref={(box) => {
            if (box) box.indeterminate = picked > 0 && !isAll;
          }}
          aria-label={w.grid.tickAll}
          disabled={total === 0}
          onChange={() => grid.onPicked(isAll ? NONE_PICKED : ALL_PICKED)}
        />
      </div>
      {grid.columns.map((column, n) => {
        const isSorted = grid.sort?.key === column.key;
        const order = grid.sort?.isDescending ? "descending" : "ascending";
        const isSortable = grid.sortable.has(column.key);
        return (
          <div
            key={column.key}
            id={`${props.id}--1-${n}`}
            role="columnheader"
            aria-colindex={n + 2}
            {...(isSortable ? { "aria-sort": isSorted ? order : "none" } : {})}
            data-heading={n}
            className={cx(
              styles.heading,
              column.align === "end" && styles.end,
              isSortable && styles.sortable,
              cursor.row < 0 && cursor.column === n && styles.at,
              drag.to === n && styles.target,
            )}
            {...drag.of(n, () => isSortable && grid.onSort(column.key))}
          >
            <span className={styles.title}>{column.title}</span>
            {isSorted && (
              <span aria-hidden="true" className={styles.arrow}>
                {order === "descending" ? "▼" : "▲"}
              </span>
            )}
            <Edge grid={grid} at={n} />
          </div>
        );
      })}
    </div>
  );
}

/** Dragging a heading to another place; one that stays where it is, is a press. */
function useMoving<Row>(grid: CellGridProps<Row>) {
  const begun = useRef<{ at: number; x: number } | null>(null);
  const [to, setTo] = useState<number | null>(null);
  const under = (event: ReactPointerEvent): number | null => {
    const heading = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<HTMLElement>("[data-heading]");
    return heading ? Number(heading.dataset.heading) : null;
  };
  return {
    to,
    of: (at: number, press: () => void) => ({
      onPointerDown: (event: ReactPointerEvent) => {
        if (event.button !== 0) return;
        begun.current = { at, x: event.clientX };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      },
      onPointerMove: (event: ReactPointerEvent) => {
        const from = begun.current;
        if (from === null || Math.abs(event.clientX - from.x) < STILL) return;
        const next = under(event);
        setTo(next === from.at ? null : next);
      },
      onPointerUp: (event: ReactPointerEvent) => {
        const from = begun.current;
        begun.current = null;
        setTo(null);
        if (from === null) return;
        if (Math.abs(event.clientX - from.x) < STILL) return press();
        const next = under(event);
        if (next === null || next === from.at) return;
        const keys = grid.columns.map((column) => column.key);
        grid.onColumns(moved(keys, from.at, next));
      },
      onPointerCancel: () => {
        begun.current = null;
        setTo(null);
      },
    }),
  };
}

/** The edge of a heading: dragged it sizes the column, pressed twice it fits it to what it shows. */
function Edge<Row>(props: { grid: CellGridProps<Row>; at: number }): ReactNode {
  const { grid, at } = props;
  const begun = useRef<{ x: number; width: number; by: number } | null>(null);
  const key = grid.columns[at]?.key ?? "";
  const size = (width: number) => grid.onWidths({ ...grid.widths, [key]: aWidth(width) });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keys on the heading.
    <span
      className={styles.edge}
      onPointerDown={(event) => {
        event.stopPropagation();
        const heading = event.currentTarget.parentElement;
        const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
        begun.current = {
          x: event.clientX,
          width: heading?.offsetWidth ?? 0,
          by: isMirrored ? -1 : 1,
        };
        event.currentTarget.setPointerCapture?.(event.pointerId);
      }}
      onPointerMove={(event) => {
        const from = begun.current;
        if (from !== null) size(from.width + (event.clientX - from.x) * from.by);
      }}
      onPointerUp={(event) => {
        event.stopPropagation();
        begun.current = null;
      }}
      onDoubleClick={(event) => {
        event.stopPropagation();
        size(fitting(event.currentTarget.closest<HTMLElement>("[role=grid]"), at));
      }}
    />
  );
}
