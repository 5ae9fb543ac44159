/**
 * Reads a moment as officers type it, in UTC unless an offset is written: `2026-11-23 09:12`,
 * `23/11/2026 9:12`, `23 Nov 2026 09:12:30`, or RFC 3339. Answers RFC 3339 in UTC; `null` for
 * anything else, so that no time is ever guessed.
 */
export function readMoment(text: string): string | null {
  const typed = text.trim();
  const match =
    /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.](\d{1,2})[/.](\d{4})|(\d{1,2})\s+([a-z]{3,9})\s+(\d{4}))[T\s]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(z|utc|[+-]\d{2}:?\d{2})?$/i.exec(
      typed,
    );
  if (!match) {
    return null;
  }
  const [, y1, m1, d1, d2, m2, y2, d3, name, y3, hour, minute, second, zone] = match;
  const year = Number(y1 ?? y2 ?? y3);
  const month = name === undefined ? Number(m1 ?? m2) : monthOf(name);
  const day = Number(d1 ?? d2 ?? d3);
  const parts = [year, month, day, Number(hour), Number(minute), Number(second ?? 0)] as const;
  const ms = Date.UTC(year, month - 1, day, parts[3], parts[4], parts[5]);
  const back = new Date(ms);
  const isReal =
    back.getUTCFullYear() === year &&
    back.getUTCMonth() === month - 1 &&
    back.getUTCDate() === day &&
    parts[3] < 24 &&
    parts[4] < 60 &&
    parts[5] < 60;
  return isReal ? seconds(ms - offsetOf(zone)) : null;
}

/** This moment, to the second, as `readMoment` reads it back. */
export function writeMoment(at: Date): string {
  return at.toISOString().slice(0, 19).replace("T", " ");
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

function monthOf(name: string): number {
  return MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function offsetOf(zone: string | undefined): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? "");
  if (!match) {
    return 0;
  }
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

function seconds(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}
