/** A part of a text in code points: the start belongs to it, the end does not. */
export type Span = { readonly start: number; readonly end: number };

/** A stretch of a text that is marked or not, with the code point it begins at. */
export type Stretch = { readonly text: string; readonly isMarked: boolean; readonly at: number };

/** Cuts a text where marks begin and end. Marks are in order and none lies over another. */
export function stretches(text: string, marks: readonly Span[]): Stretch[] {
  const points = Array.from(text);
  const out: Stretch[] = [];
  const put = (from: number, to: number, isMarked: boolean) => {
    if (from < to) out.push({ text: points.slice(from, to).join(""), isMarked, at: from });
  };
  let at = 0;
  for (const { start, end } of marks) {
    const from = Math.min(Math.max(start, at), points.length);
    const to = Math.min(Math.max(end, from), points.length);
    put(at, from, false);
    put(from, to, true);
    at = to;
  }
  put(at, points.length, false);
  return out;
}

/** Code points before a place that is counted as the page counts, in UTF-16 units. */
export function pointsBefore(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length;
}

/** The place, in UTF-16 units, after so many code points. */
export function unitsAt(text: string, points: number): number {
  return Array.from(text).slice(0, points).join("").length;
}
