/** The arithmetic of a grid of cells: ranges of them, rows that are ticked, columns moved and sized. */

/** A cell by its place: row -1 is the line of headings. */
export type Cell = { readonly row: number; readonly column: number };

/** The cell the keys act on, and the one a range was begun at. */
export type CellCursor = { readonly at: Cell; readonly from: Cell };

/** Cells between two corners, both belonging to it. */
export type CellRange = {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
};

/** Rows that are ticked: these, or all of the view but these. */
export type Picked = { readonly isAll: boolean; readonly keys: ReadonlySet<string> };

/** No row is ticked. */
export const NONE_PICKED: Picked = { isAll: false, keys: new Set() };

/** Every row of the view is ticked, seen or not. */
export const ALL_PICKED: Picked = { isAll: true, keys: new Set() };

/** True if the row is ticked. */
export function isPicked(picked: Picked, key: string): boolean {
  return picked.keys.has(key) !== picked.isAll;
}

/** How many rows are ticked, of so many. */
export function pickedCount(picked: Picked, total: number): number {
  return picked.isAll ? Math.max(0, total - picked.keys.size) : picked.keys.size;
}

/** Ticks rows or takes their ticks away. */
export function pick(picked: Picked, keys: readonly string[], isOn: boolean): Picked {
  const next = new Set(picked.keys);
  for (const key of keys) {
    if (isOn === picked.isAll) next.delete(key);
    else next.add(key);
  }
  return { isAll: picked.isAll, keys: next };
}

/** The range of a cursor; a range that was begun at the headings begins at the first row. */
export function rangeOf(cursor: CellCursor): CellRange {
  const { at, from } = cursor;
  return {
    firstRow: Math.max(0, Math.min(at.row, from.row)),
    lastRow: Math.max(0, at.row, from.row),
    firstColumn: Math.min(at.column, from.column),
    lastColumn: Math.max(at.column, from.column),
  };
}

/** True for a range of more than one cell. */
export function isWide(range: CellRange): boolean {
  return range.firstRow !== range.lastRow || range.firstColumn !== range.lastColumn;
}

/** The cell kept inside a grid of so many rows and columns; headings are row -1. */
export function inside(cell: Cell, rows: number, columns: number): Cell {
  const clamp = (value: number, least: number, most: number) =>
    Math.max(least, Math.min(value, Math.max(least, most)));
  return {
    row: clamp(cell.row, cell.row < 0 || rows === 0 ? -1 : 0, rows - 1),
    column: clamp(cell.column, 0, columns - 1),
  };
}

/** The list with one entry moved to another place. */
export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const next = [...list];
  const [entry] = next.splice(from, 1);
  if (entry === undefined) return [...list];
  next.splice(Math.max(0, Math.min(to, next.length)), 0, entry);
  return next;
}

/** The narrowest and the widest a column gets, in pixels. */
export const NARROWEST = 48;
export const WIDEST = 900;

/** A width a column can have. */
export function aWidth(wanted: number): number {
  return Math.round(Math.max(NARROWEST, Math.min(wanted, WIDEST)));
}
