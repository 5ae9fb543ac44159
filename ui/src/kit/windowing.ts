/**
 * The arithmetic of a list that is longer than a page can be. Rows have one height, group headings
 * another; an element cannot be taller than 33,554,428 px in WebKitGTK, so the bar is capped and its
 * position stands for a place in the whole list.
 */

/** A run of rows under a heading. */
export type Group = {
  readonly key: string;
  readonly label: string;
  /** Index of its first row in the whole list. */
  readonly start: number;
  readonly count: number;
};

/** A line of the list: a heading or a row. */
export type Line =
  | { readonly kind: "group"; readonly group: Group; readonly top: number }
  | { readonly kind: "row"; readonly index: number; readonly top: number };

/** What the keys of a list act on: a heading or a row. */
export type Cursor =
  | { readonly kind: "group"; readonly key: string }
  | { readonly kind: "row"; readonly index: number };

/** The tallest spacer, in pixels. */
export const MAX_SPACER = 10_000_000;

type Band = {
  readonly group: Group | null;
  readonly top: number;
  readonly first: number;
  readonly rows: number;
};

/** Where every line of a list stands. */
export class ListShape {
  readonly height: number;
  readonly #bands: readonly Band[];

  constructor(
    total: number,
    groups: readonly Group[],
    folded: ReadonlySet<string>,
    readonly rowHeight: number,
    readonly groupHeight: number,
  ) {
    const bands: Band[] = [];
    let top = 0;
    const shown = groups.length > 0 ? groups : [null];
    for (const group of shown) {
      const rows = group === null ? total : folded.has(group.key) ? 0 : group.count;
      bands.push({ group, top, first: group?.start ?? 0, rows });
      top += (group === null ? 0 : groupHeight) + rows * rowHeight;
    }
    this.#bands = bands;
    this.height = top;
  }

  #headingOf(band: Band): number {
    return band.group === null ? 0 : this.groupHeight;
  }

  /** Top of a row in the whole list, or null if its group is folded. */
  topOf(index: number): number | null {
    const band = this.#bands.find((one) => index >= one.first && index < one.first + one.rows);
    if (!band) return null;
    return band.top + this.#headingOf(band) + (index - band.first) * this.rowHeight;
  }

  /** The lines between two places. */
  between(from: number, to: number): Line[] {
    const lines: Line[] = [];
    for (const band of this.#bands) {
      const heading = this.#headingOf(band);
      const end = band.top + heading + band.rows * this.rowHeight;
      if (end <= from || band.top >= to) continue;
      if (band.group && band.top + heading > from) {
        lines.push({ kind: "group", group: band.group, top: band.top });
      }
      const rowsTop = band.top + heading;
      const first = Math.max(0, Math.floor((from - rowsTop) / this.rowHeight));
      const last = Math.min(band.rows - 1, Math.ceil((to - rowsTop) / this.rowHeight) - 1);
      for (let row = first; row <= last; row += 1) {
        lines.push({ kind: "row", index: band.first + row, top: rowsTop + row * this.rowHeight });
      }
    }
    return lines;
  }

  /** The row a step of so many rows leads to, over folded groups; stays at the ends. */
  step(index: number, by: number): number | null {
    const order = this.#bands.filter((band) => band.rows > 0);
    if (order.length === 0) return null;
    const counted = order.reduce((sum, band) => sum + band.rows, 0);
    const at = Math.max(0, Math.min(counted - 1, this.#rankOf(index, order) + by));
    return this.#rowAtRank(at, order);
  }

  #rankOf(index: number, order: readonly Band[]): number {
    let rank = 0;
    for (const band of order) {
      if (index < band.first) return rank - 1;
      if (index < band.first + band.rows) return rank + index - band.first;
      rank += band.rows;
    }
    return rank;
  }

  #rowAtRank(rank: number, order: readonly Band[]): number | null {
    let left = rank;
    for (const band of order) {
      if (left < band.rows) return band.first + left;
      left -= band.rows;
    }
    return null;
  }

  /** The line one step on, headings included; stays at the ends. A row of a folded group counts as its heading. */
  stepLine(from: Cursor, by: 1 | -1): Cursor | null {
    const at = this.#bands.findIndex((band) =>
      from.kind === "group" ? band.group?.key === from.key : isIn(band, from.index),
    );
    const band = this.#bands[at];
    if (band === undefined) return this.firstLine();
    const row = from.kind === "row" && band.rows > 0 ? from.index - band.first : -1;
    const to = row + by;
    if (to >= 0 && to < band.rows) return { kind: "row", index: band.first + to };
    if (to === -1 && band.group !== null && row >= 0) return headingOf(band);
    return by === 1
      ? (headingOf(this.#bands[at + 1]) ?? from)
      : (lastOf(this.#bands[at - 1]) ?? from);
  }

  /** The first row that can be seen, else the first heading; null in an empty list. */
  firstLine(): Cursor | null {
    const index = this.firstRow();
    return index === null ? headingOf(this.#bands[0]) : { kind: "row", index };
  }

  /** The key of the group a row stands in, folded or not. */
  groupOf(index: number): string | null {
    return this.#bands.find((band) => isIn(band, index))?.group?.key ?? null;
  }

  /** Top of a group's heading, or null if there is no such group. */
  topOfGroup(key: string): number | null {
    return this.#bands.find((band) => band.group?.key === key)?.top ?? null;
  }

  /** The first row that can be seen, or null if there is none. */
  firstRow(): number | null {
    return this.#bands.find((band) => band.rows > 0)?.first ?? null;
  }

  /** The last row that can be seen, or null if there is none. */
  lastRow(): number | null {
    const band = this.#bands.findLast((one) => one.rows > 0);
    return band ? band.first + band.rows - 1 : null;
  }
}

function isIn(band: Band, index: number): boolean {
  return index >= band.first && index < band.first + (band.group?.count ?? band.rows);
}

function headingOf(band: Band | undefined): Cursor | null {
  return band?.group ? { kind: "group", key: band.group.key } : null;
}

/** The last line of a run: its last row, or its heading while it is folded. */
function lastOf(band: Band | undefined): Cursor | null {
  if (band === undefined || band.rows === 0) return headingOf(band);
  return { kind: "row", index: band.first + band.rows - 1 };
}

/** How the bar's pixels stand for the list's: one to one until the list is too tall. */
export class ScrollScale {
  readonly spacer: number;

  constructor(
    readonly height: number,
    readonly viewport: number,
  ) {
    this.spacer = Math.min(height, MAX_SPACER);
  }

  get isCapped(): boolean {
    return this.height > this.spacer;
  }

  /** The place in the list that a position of the bar stands for. */
  toPlace(scrollTop: number): number {
    const bar = this.spacer - this.viewport;
    if (!this.isCapped || bar <= 0) return scrollTop;
    return (scrollTop / bar) * (this.height - this.viewport);
  }

  /** The position of the bar that stands for a place. */
  toBar(place: number): number {
    const room = this.height - this.viewport;
    if (!this.isCapped || room <= 0) return place;
    return (place / room) * (this.spacer - this.viewport);
  }

  /** A place kept inside the list. */
  clamp(place: number): number {
    return Math.max(0, Math.min(place, Math.max(0, this.height - this.viewport)));
  }
}
