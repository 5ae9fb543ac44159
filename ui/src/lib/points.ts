/** A part of a text in code points: the start belongs to it, the end does not. */
export type Span = { readonly start: number; readonly end: number };

/** A stretch of a text that is marked or not, with the code point it begins at. */
export type Stretch<S extends Span = Span> = {
  readonly text: string;
  readonly isMarked: boolean;
  readonly at: number;
  /** The sign it belongs to. */
  readonly sign: S | null;
  /** True if the sign ends with it. */
  readonly isLast: boolean;
};

/** Cuts a text where marks and signs begin and end. Of each kind none lies over another. */
export function stretches<S extends Span = Span>(
  text: string,
  marks: readonly Span[],
  signs: readonly S[] = [],
): Stretch<S>[] {
  const points = Array.from(text);
  const within = (at: number) => Math.min(Math.max(at, 0), points.length);
  const edges = [...marks, ...signs].flatMap(({ start, end }) => [within(start), within(end)]);
  const cuts = [...new Set([0, points.length, ...edges])].sort((a, b) => a - b);
  const holds = (span: Span, at: number) => span.start <= at && at < span.end;
  return cuts.slice(0, -1).map((from, n) => {
    const to = cuts[n + 1] ?? points.length;
    const sign = signs.find((one) => holds(one, from)) ?? null;
    return {
      text: points.slice(from, to).join(""),
      isMarked: marks.some((mark) => holds(mark, from)),
      at: from,
      sign,
      isLast: sign !== null && to >= within(sign.end),
    };
  });
}

/** Code points before a place that is counted as the page counts, in UTF-16 units. */
export function pointsBefore(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length;
}

/** The place, in UTF-16 units, after so many code points. */
export function unitsAt(text: string, points: number): number {
  return Array.from(text).slice(0, points).join("").length;
}
