import type { Group } from "../kit";

/** The row after (`by` 1) or before (`by` -1) this one, passing over folded groups; null at the ends. */
export function stepFrom(
  groups: readonly Group[],
  total: number,
  folded: ReadonlySet<string>,
  index: number,
  by: 1 | -1,
): number | null {
  const shut = groups.filter((group) => folded.has(group.key));
  let next = index + by;
  for (;;) {
    const inside = shut.find(({ start, count }) => next >= start && next < start + count);
    if (inside === undefined) {
      return next >= 0 && next < total ? next : null;
    }
    next = by === 1 ? inside.start + inside.count : inside.start - 1;
  }
}
