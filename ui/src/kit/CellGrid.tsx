/**
 * A table of any length as a grid of cells: cells are chosen and copied, columns chosen, ordered and
 * sized, rows ticked. Only the rows on screen are in the page, and a row is never drawn blank: the rows
 * before stay until the next are there.
 */
import { type ReactNode, useCallback, useEffect, useId, useMemo, useRef } from "react";
import styles from "./CellGrid.module.css";
import { GridHead, TICKS, templateOf, widthOf } from "./CellGridHead";
import { GridRow } from "./CellGridRow";
import {
  aWidth,
  type Cell,
  type CellCursor,
  type CellRange,
  type Picked,
  pick,
  rangeOf,
} from "./cells";
import { useCommand } from "./command";
import { InPlaceOfRows } from "./InPlaceOfRows";
import { useScroll, useShown, useViewport } from "./scrolling";
import { type CellsOf, useCells } from "./useCells";
import type { ListSource } from "./useListWindow";
import { ListShape, ScrollScale } from "./windowing";

/** One column. */
export type GridColumn<Row> = {
  readonly key: string;
  readonly title: string;
  /** Until the officer sizes it, in pixels. */
  readonly width: number;
  readonly align?: "start" | "end";
  readonly render: (row: Row) => ReactNode;
};

/** What a grid takes. */
export type CellGridProps<Row> = {
  source: ListSource<Row>;
  label: string;
  rowKey: (row: Row) => string;
  /** What a row is called, for its tick box. */
  rowName: (row: Row) => string;
  columns: readonly GridColumn<Row>[];
  widths: { readonly [key: string]: number };
  onColumns: (keys: string[]) => void;
  onWidths: (widths: { [key: string]: number }) => void;
  sort: { readonly key: string; readonly isDescending: boolean } | null;
  /** Columns whose heading orders the list. */
  sortable: ReadonlySet<string>;
  onSort: (key: string) => void;
  picked: Picked;
  onPicked: (picked: Picked) => void;
  /** Rows of a range that are not all in the page. */
  onTickFar: (first: number, last: number) => void;
  /** The row the cursor stands on when the grid is shown. */
  start: number;
  onRow: (row: number) => void;
  onOpen: (row: number) => void;
  onCopy: (range: CellRange, columns: string[]) => void;
  empty: ReactNode;
};

const ROW = 32;
const HEAD = 32;
const OVERSCAN = 8;
const NO_FOLDED: ReadonlySet<string> = new Set();

/** A grid of cells over a list of any length. */
export function CellGrid<Row>(props: CellGridProps<Row>): ReactNode {
  const { source, columns, widths } = props;
  const id = useId();
  const [box, boxHeight] = useViewport();
  const viewport = Math.max(0, boxHeight - HEAD);
  const shape = useMemo(() => new ListShape(source.total, [], NO_FOLDED, ROW, 0), [source.total]);
  const scale = useMemo(() => new ScrollScale(shape.height, viewport), [shape, viewport]);
  const { place, moveTo, onScroll } = useScroll(scale, box, source.identity);
  useWanted(source, place, viewport);
  const shown = useShown(source, shape, place, viewport);
  const lines = shape.between(shown - OVERSCAN * ROW, shown + viewport + OVERSCAN * ROW);
  const page = Math.max(1, Math.floor(viewport / ROW) - 1);
  const cells = useCells(useActs(props, box, page));
  const { cursor } = cells;
  const range = rangeOf(cursor);
  useReveal(box, cursor.at, { place, viewport, moveTo, total: source.total }, columns.length);
  useStaysInside(source, cells);
  useCommand("next", () => cells.go({ ...cursor.at, row: cursor.at.row + 1 }, false));
  useCommand("previous", () => {
    cells.go({ ...cursor.at, row: Math.max(0, cursor.at.row - 1) }, false);
  });
  const template = templateOf(columns, widths);
  const hasCell =
    cursor.at.row < 0 || lines.some((l) => l.kind === "row" && l.index === cursor.at.row);
  const active = `${id}-${cursor.at.row}-${cursor.at.column}`;
  return (
    <div className={styles.frame}>
      <div
        ref={box}
        role="grid"
        aria-label={props.label}
        aria-rowcount={source.total + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        aria-busy={source.isLoading || source.isStale}
        {...(hasCell && source.total > 0 ? { "aria-activedescendant": active } : {})}
        tabIndex={0}
        data-pane-focus=""
        className={styles.box}
        onScroll={(event) => {
          event.currentTarget.toggleAttribute(
            "data-sideways",
            event.currentTarget.scrollLeft !== 0,
          );
          onScroll();
        }}
        onKeyDown={cells.onKeyDown}
        {...cells.pointer}
      >
        <GridHead grid={props} id={id} template={template} cursor={cursor.at} />
        <InPlaceOfRows source={source} empty={props.empty} />
        <div
          className={styles.spacer}
          style={{ blockSize: scale.spacer, inlineSize: widthOf(columns, widths) }}
          role="presentation"
        >
          <div className={styles.layer} style={{ blockSize: viewport }} role="presentation">
            {lines.map(
              (line) =>
                line.kind === "row" && (
                  <GridRow
                    key={line.index}
                    grid={props}
                    id={id}
                    index={line.index}
                    row={source.rowAt(line.index)}
                    top={line.top - shown}
                    template={template}
                    at={cursor.at.row === line.index ? cursor.at.column : null}
                    range={
                      line.index >= range.firstRow && line.index <= range.lastRow ? range : null
                    }
                  />
                ),
            )}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Asks for the rows around the wanted place. */
function useWanted<Row>(source: ListSource<Row>, place: number, viewport: number): void {
  const first = Math.max(0, Math.floor(place / ROW) - OVERSCAN);
  const last = Math.ceil((place + viewport) / ROW) + OVERSCAN;
  const { want, total } = source;
  const end = Math.max(0, Math.min(last, total - 1));
  useEffect(() => want(first, end), [want, first, end]);
}

/** What keys and pointer do, as the screen wants it done. */
function useActs<Row>(
  grid: CellGridProps<Row>,
  box: React.RefObject<HTMLDivElement | null>,
  page: number,
): CellsOf {
  const { source, columns, picked } = grid;
  const keys = columns.map((column) => column.key);
  const width = (at: number) => widthAt(grid, at);
  const size = (at: number, wanted: number) => {
    const key = keys[at];
    if (key !== undefined) grid.onWidths({ ...grid.widths, [key]: aWidth(wanted) });
  };
  return {
    rows: source.total,
    columns: keys,
    page,
    start: grid.start,
    onRow: grid.onRow,
    onOpen: grid.onOpen,
    onSort: (at) => {
      const key = keys[at];
      if (key !== undefined && grid.sortable.has(key)) grid.onSort(key);
    },
    onSize: (at, by) => size(at, width(at) + by),
    onFit: (at) => size(at, fitting(box.current, at)),
    onColumns: grid.onColumns,
    onPickAll: grid.onPicked,
    onTick: (first, last) => {
      const rows: string[] = [];
      for (let at = first; at <= last; at += 1) {
        const row = source.rowAt(at);
        if (row === undefined) return grid.onTickFar(first, last);
        rows.push(grid.rowKey(row));
      }
      const isOn = rows.some((key) => picked.keys.has(key) === picked.isAll);
      return grid.onPicked(pick(picked, rows, isOn));
    },
    onCopy: (cursor) => {
      const range = rangeOf(cursor);
      grid.onCopy(range, keys.slice(range.firstColumn, range.lastColumn + 1));
    },
  };
}

function widthAt<Row>(grid: CellGridProps<Row>, at: number): number {
  const column = grid.columns[at];
  return column === undefined ? 0 : (grid.widths[column.key] ?? column.width);
}

/** The width at which the cells of a column that are in the page show all they hold. */
export function fitting(box: HTMLElement | null, column: number): number {
  const cells = box?.querySelectorAll<HTMLElement>(`[data-column="${column}"] > [data-fit]`) ?? [];
  let widest = 0;
  for (const cell of cells) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    const inside = range.getBoundingClientRect?.().width ?? 0;
    widest = Math.max(widest, cell.scrollWidth, inside);
  }
  return widest + 20;
}

/** Another question begins at its first row, and a list that became shorter keeps the cursor in it. */
function useStaysInside<Row>(
  source: ListSource<Row>,
  cells: { cursor: CellCursor; go: (to: Cell, isWidening: boolean) => void },
): void {
  const { cursor, go } = cells;
  const { identity, total } = source;
  const asked = useRef(identity);
  useEffect(() => {
    const isOther = asked.current !== identity;
    asked.current = identity;
    if (isOther && cursor.at.row > 0) go({ ...cursor.at, row: 0 }, false);
    else if (total > 0 && cursor.at.row >= total) go({ ...cursor.at, row: total - 1 }, false);
  }, [identity, total, cursor, go]);
}

/** Brings the cursor's cell into sight, down and sideways. */
function useReveal(
  box: React.RefObject<HTMLDivElement | null>,
  at: { row: number; column: number },
  room: { place: number; viewport: number; total: number; moveTo: (place: number) => void },
  columns: number,
): void {
  const revealed = useRef(-1);
  const { place, viewport, total, moveTo } = room;
  useEffect(() => {
    if (at.row < 0 || revealed.current === at.row || viewport === 0 || total === 0) return;
    revealed.current = at.row;
    const top = at.row * ROW;
    if (top < place) moveTo(top);
    else if (top + ROW > place + viewport) moveTo(top + ROW - viewport);
  }, [at.row, place, viewport, total, moveTo]);
  const sideways = useCallback(() => {
    const element = box.current;
    const heading = element?.querySelector<HTMLElement>(`[data-heading="${at.column}"]`);
    if (!element || !heading) return;
    const [edge, cell] = [element.getBoundingClientRect(), heading.getBoundingClientRect()];
    if (cell.right > edge.right) element.scrollLeft += cell.right - edge.right;
    if (cell.left < edge.left + TICKS) element.scrollLeft -= edge.left + TICKS - cell.left;
  }, [box, at.column]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number of columns moves the cell too.
  useEffect(sideways, [sideways, columns]);
}
