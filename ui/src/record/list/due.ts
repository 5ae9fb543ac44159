import { w } from "../words";

const HOUR = 3_600_000;

/** How long until it is due, in the fewest words; null while it is more than two days off, or more than one gone. */
export function dueWords(due: string, now: Date): string | null {
  const left = Date.parse(due) - now.getTime();
  if (Number.isNaN(left) || left > 48 * HOUR || left < -24 * HOUR) {
    return null;
  }
  if (left <= 0) {
    return w.overdue;
  }
  return left < HOUR
    ? w.minutesLeft(Math.max(1, Math.round(left / 60_000)))
    : w.hoursLeft(Math.round(left / HOUR));
}
