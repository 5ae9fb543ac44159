/** Times as people read them. Always UTC, always with the zone. */
import { catalogue, localeCode } from "./words";

const w = catalogue("time", {
  now: "just now",
  ago: (n: string) => `${n} ago`,
  soon: (n: string) => `in ${n}`,
  minutes: (n: number) => `${n} min`,
  hours: (n: number) => `${n} h`,
  days: (n: number) => (n === 1 ? "1 day" : `${n} days`),
  unknown: "time not known",
  assumed: (day: string) => `${day}, assumed`,
  zone: "UTC",
});

/** How much of a time is shown. */
export type TimeStyle = "short" | "full" | "date" | "day" | "ago" | "clock";

const parts: { readonly [style in Exclude<TimeStyle, "ago" | "day">]: Intl.DateTimeFormatOptions } =
  {
    short: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" },
    full: {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    },
    date: { day: "numeric", month: "short", year: "numeric" },
    clock: { hour: "2-digit", minute: "2-digit" },
  };

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeCode(), {
    ...options,
    timeZone: "UTC",
    hourCycle: "h23",
    numberingSystem: "latn",
  })
    .format(date)
    .replaceAll(",", "");
}

/** A time of this year loses its year in short form; every other time keeps it. */
function short(date: Date, now: Date): string {
  return format(date, isThisYear(date, now) ? parts.short : { ...parts.short, year: "numeric" });
}

function day(date: Date, now: Date): string {
  return format(date, isThisYear(date, now) ? { day: "numeric", month: "short" } : parts.date);
}

function isThisYear(date: Date, now: Date): boolean {
  return date.getUTCFullYear() === now.getUTCFullYear();
}

/** How long ago, or how long until, in the largest unit that fits. */
export function distance(at: string, now: Date = new Date()): string {
  const ms = new Date(at).getTime() - now.getTime();
  if (Number.isNaN(ms)) return w.unknown;
  const minutes = Math.round(Math.abs(ms) / 60_000);
  if (minutes < 1) return w.now;
  const amount =
    minutes < 60
      ? w.minutes(minutes)
      : minutes < 48 * 60
        ? w.hours(Math.round(minutes / 60))
        : w.days(Math.round(minutes / 1440));
  return ms < 0 ? w.ago(amount) : w.soon(amount);
}

/** An instant in words, with its zone unless it is a distance. */
export function instant(at: string, style: TimeStyle = "short", now: Date = new Date()): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return w.unknown;
  switch (style) {
    case "ago":
      return distance(at, now);
    case "date":
      return format(date, parts.date);
    case "day":
      return day(date, now);
    case "short":
      return `${short(date, now)} ${w.zone}`;
    case "full":
    case "clock":
      return `${format(date, parts[style])} ${w.zone}`;
  }
}

/** A time the outside world gave, only as exact as it was written. */
export type OutsideTime = {
  readonly at: string;
  readonly precision: "second" | "day" | "month" | "unknown";
  readonly raw?: string | null;
  readonly zone?: string | null;
};

/** A time from outside in words: a day shows as a day, an assumed one says so. */
export function outside(time: OutsideTime, now: Date = new Date()): string {
  const date = new Date(time.at);
  if (Number.isNaN(date.getTime())) return w.unknown;
  switch (time.precision) {
    case "second":
      return instant(time.at, "short", now);
    case "day":
      return format(date, parts.date);
    case "month":
      return format(date, { month: "short", year: "numeric" });
    case "unknown":
      return w.assumed(format(date, parts.date));
  }
}
