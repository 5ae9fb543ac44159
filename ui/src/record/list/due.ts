import { w } from "../words";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A time that names a day counts as its end. */
const END_OF_DAY = "T23:59:59.999Z";

/**
 * When it is due, in the fewest words; null while it is more than two days off, or more than one gone.
 * A day is said as a day: an hour would be more than anybody knows.
 */
export function dueWords(due: string, now: Date): string | null {
  const left = Date.parse(due) - now.getTime();
  if (Number.isNaN(left) || left > 2 * DAY || left < -DAY) {
    return null;
  }
  if (left <= 0) {
    return w.timePassed;
  }
  if (due.endsWith(END_OF_DAY)) {
    return left <= DAY ? w.today : w.tomorrow;
  }
  return left < HOUR
    ? w.minutesLeft(Math.max(1, Math.round(left / 60_000)))
    : w.hoursLeft(Math.round(left / HOUR));
}

/** True once the time is gone: nothing presses any more, somebody has still to look. */
export function isPast(due: string, now: Date): boolean {
  return Date.parse(due) <= now.getTime();
}
