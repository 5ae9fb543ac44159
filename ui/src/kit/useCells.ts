/** The cursor of a grid of cells: keys and pointer move it, Shift widens its range. */
import {
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  useCallback,
  useRef,
  useState,
} from "react";
import { ALL_PICKED, type Cell, type CellCursor, inside, isWide, moved, rangeOf } from "./cells";
import { isKey } from "./keys";

/** What the keys of a grid act on. */
export type CellsOf = {
  readonly rows: number;
  readonly columns: readonly string[];
  readonly page: number;
  readonly start: number;
  readonly onRow: (row: number) => void;
  readonly onOpen: (row: number) => void;
  readonly onSort: (column: number) => void;
  readonly onSize: (column: number, by: number) => void;
  readonly onColumns: (keys: string[]) => void;
  readonly onTick: (first: number, last: number) => void;
  readonly onPickAll: (picked: typeof ALL_PICKED) => void;
  readonly onCopy: (cursor: CellCursor) => void;
  readonly onFit: (column: number) => void;
};

const STEP_PX = 16;

/** The cursor and what keys and pointer do to it. */
export function useCells(of: CellsOf) {
  const [cursor, setCursor] = useState<CellCursor>(() => {
    const at = { row: Math.max(0, of.start), column: 0 };
    return { at, from: at };
  });
  const isMirrored = useRef(false);
  const { rows, columns, onRow } = of;
  const go = useCallback(
    (to: Cell, isWidening: boolean) => {
      const at = inside(to, rows, columns.length);
      setCursor((now) => ({ at, from: isWidening ? now.from : at }));
      if (at.row >= 0) onRow(at.row);
    },
    [rows, columns.length, onRow],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if ((event.target as HTMLElement).closest("button,a,select,textarea")) return;
    isMirrored.current = getComputedStyle(event.currentTarget).direction === "rtl";
    const act =
      cursor.at.row < 0
        ? headingAct(event, of, cursor, go, isMirrored.current)
        : cellAct(event, of, cursor, go, isMirrored.current);
    if (act === null) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return { cursor, setCursor, go, onKeyDown, pointer: usePointer(of, go) };
}

type Go = (to: Cell, isWidening: boolean) => void;
type Act = (() => void) | null;

/** Where a key leads from a cell; null for a key that does not move. */
function target(event: KeyboardEvent, of: CellsOf, at: Cell, isMirrored: boolean): Cell | null {
  const last = of.columns.length - 1;
  const ahead = isMirrored ? -1 : 1;
  const hasCtrl = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case "ArrowDown":
      return { ...at, row: hasCtrl ? of.rows - 1 : at.row + 1 };
    case "ArrowUp":
      return { ...at, row: hasCtrl ? 0 : at.row - 1 };
    case "ArrowRight":
      return { ...at, column: hasCtrl ? (ahead === 1 ? last : 0) : at.column + ahead };
    case "ArrowLeft":
      return { ...at, column: hasCtrl ? (ahead === 1 ? 0 : last) : at.column - ahead };
    case "Home":
      return { row: 0, column: hasCtrl ? 0 : at.column };
    case "End":
      return { row: of.rows - 1, column: hasCtrl ? last : at.column };
    case "PageDown":
      return { ...at, row: Math.min(of.rows - 1, at.row + of.page) };
    case "PageUp":
      return { ...at, row: Math.max(0, at.row - of.page) };
    default:
      return null;
  }
}

function cellAct(
  event: KeyboardEvent,
  of: CellsOf,
  cursor: CellCursor,
  go: Go,
  isMirrored: boolean,
): Act {
  if (event.altKey) return null;
  const range = rangeOf(cursor);
  const to = target(event, of, cursor.at, isMirrored);
  if (to !== null) {
    // Headings are no part of a range.
    const row = event.shiftKey ? Math.max(0, to.row) : to.row;
    return () => go({ ...to, row }, event.shiftKey);
  }
  if (isKey("Ctrl+KeyC", event)) return () => of.onCopy(cursor);
  if (isKey("Ctrl+KeyA", event)) {
    return () => {
      go({ row: 0, column: 0 }, false);
      go({ row: of.rows - 1, column: of.columns.length - 1 }, true);
    };
  }
  if (event.ctrlKey || event.metaKey) return null;
  if (event.key === "Enter") return () => of.onOpen(cursor.at.row);
  if (event.key === " ") {
    const isWhole = of.rows > 0 && range.firstRow === 0 && range.lastRow === of.rows - 1;
    if (isWhole && of.rows > 1) return () => of.onPickAll(ALL_PICKED);
    return () => of.onTick(range.firstRow, range.lastRow);
  }
  if (event.key === "Escape" && isWide(range)) return () => go(cursor.at, false);
  return null;
}

function headingAct(
  event: KeyboardEvent,
  of: CellsOf,
  cursor: CellCursor,
  go: Go,
  isMirrored: boolean,
): Act {
  const { column } = cursor.at;
  const sideways = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
  const by = isMirrored ? -sideways : sideways;
  if (sideways !== 0 && event.shiftKey) return () => of.onSize(column, by * STEP_PX);
  if (sideways !== 0 && (event.ctrlKey || event.metaKey)) {
    const to = inside({ row: -1, column: column + by }, of.rows, of.columns.length);
    return () => {
      of.onColumns(moved(of.columns, column, to.column));
      go(to, false);
    };
  }
  if (event.altKey || event.shiftKey) return null;
  if (event.key === "Enter" || event.key === " ") return () => of.onSort(column);
  if (event.key === "=") return () => of.onFit(column);
  const to = target(event, of, cursor.at, isMirrored);
  return to === null ? null : () => go(to, false);
}

/** A press sets the cursor, a drag or Shift widens the range, a second press opens. */
function usePointer(of: CellsOf, go: Go) {
  const isDragging = useRef(false);
  const cellAt = (event: ReactPointerEvent): Cell | null => {
    const cell = document
      .elementFromPoint(event.clientX, event.clientY)
      ?.closest<HTMLElement>("[data-column]");
    const row = cell?.closest<HTMLElement>("[data-index]");
    if (!cell || !row) return null;
    return { row: Number(row.dataset.index), column: Number(cell.dataset.column) };
  };
  const pressed = (event: ReactPointerEvent): Cell | null => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>("[data-column]");
    const row = cell?.closest<HTMLElement>("[data-index]");
    if (!cell || !row) return null;
    return { row: Number(row.dataset.index), column: Number(cell.dataset.column) };
  };
  return {
    onPointerDown: (event: ReactPointerEvent) => {
      const cell = event.button === 0 ? pressed(event) : null;
      if (cell === null) return;
      isDragging.current = true;
      go(cell, event.shiftKey);
      if (event.ctrlKey || event.metaKey) of.onTick(cell.row, cell.row);
    },
    onPointerMove: (event: ReactPointerEvent) => {
      if (!isDragging.current || event.buttons === 0) return;
      const cell = cellAt(event);
      if (cell !== null) go(cell, true);
    },
    onPointerUp: () => {
      isDragging.current = false;
    },
    onDoubleClick: (event: React.MouseEvent) => {
      const row = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
      if (row) of.onOpen(Number(row.dataset.index));
    },
  };
}
