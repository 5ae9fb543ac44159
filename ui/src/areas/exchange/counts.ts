/**
 * Rows in, rows out. A count that does not add up is never shown as if it did:
 * the screen says so and the Import button stays shut.
 */
import type { ImportCounts, RowFate } from "../../host";

/** Every fate a row can have, in the order the screen shows them. */
export const FATES: readonly RowFate[] = [
  "created",
  "updated",
  "unchanged",
  "merged",
  "rejected",
  "erased",
];

/** Those a screen names: what was erased only where the file holds some of it. */
export function fatesShown(counts: ImportCounts): readonly RowFate[] {
  return FATES.filter((fate) => fate !== "erased" || counts.erased > 0);
}

/** The rows counted under some fate. */
export function sumOfFates(counts: ImportCounts): number {
  return FATES.reduce((sum, fate) => sum + counts[fate], 0);
}

/** True when every row read is counted once: `read = created + updated + unchanged + merged + rejected + erased`. */
export function addsUp(counts: ImportCounts): boolean {
  return counts.read === sumOfFates(counts);
}

/** The rows that come in: all but the rejected ones and those of erased accounts. */
export function rowsTaken(counts: ImportCounts): number {
  return counts.created + counts.updated + counts.unchanged + counts.merged;
}

/** True when no row of the file would change the case. */
export function saysNothingNew(counts: ImportCounts): boolean {
  return counts.read > 0 && counts.created + counts.updated + counts.merged === 0;
}
