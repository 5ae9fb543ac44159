/** A day as the core takes it, YYYY-MM-DD in UTC. */
export type Day = string;

/** The day so many days after an instant. */
export function dayAfter(now: Date, days: number): Day {
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days))
    .toISOString()
    .slice(0, 10);
}

/**
 * Reads a day as officers type it: `2026-12-03`, `3/12/2026`, `3/12`, `3 Dec`, `3 December 2026`,
 * `+7`. Without a year it is the next such day. `null` for anything else, also for 31 February.
 */
export function readDay(text: string, now: Date): Day | null {
  const typed = text.trim().toLowerCase();
  const later = /^\+\s*(\d{1,3})$/.exec(typed);
  if (later) {
    return dayAfter(now, Number(later[1]));
  }
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed);
  if (iso) {
    return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  }
  const written = /^(\d{1,2})(?:[/. -](\d{1,2})|\s*([a-z]{3,9}))(?:[/., -]+(\d{4}))?$/.exec(typed);
  if (!written) {
    return null;
  }
  const day = Number(written[1]);
  const month = written[2] === undefined ? monthOf(written[3] ?? "") : Number(written[2]);
  if (written[4] !== undefined) {
    return dayOf(Number(written[4]), month, day);
  }
  const year = now.getUTCFullYear();
  const thisYear = dayOf(year, month, day);
  return thisYear !== null && thisYear >= dayAfter(now, 0) ? thisYear : dayOf(year + 1, month, day);
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3)) + 1;
}

function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? date.toISOString().slice(0, 10) : null;
}
