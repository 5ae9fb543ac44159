/** Periods an officer chooses, in days of UTC. The last day is part of a period. */
import type { StatsRequest, Unit } from "../../host";

/** How a period is chosen. */
export type Span = "month" | "quarter" | "year" | "choose";

/** First and last day, YYYY-MM-DD. */
export type Days = { readonly from: string; readonly to: string };

const MONTHS: { readonly [span in Exclude<Span, "choose">]: number } = {
  month: 1,
  quarter: 3,
  year: 12,
};

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/**
 * The whole calendar months that end `back` spans before the month of `now`. With 0 the period holds the running month,
 * so that a 12-month period is the last twelve months up to the end of this one.
 */
export function spanOf(span: Exclude<Span, "choose">, now: Date, back = 0): Days {
  const length = MONTHS[span];
  const quarterRest = span === "quarter" ? 2 - (now.getUTCMonth() % 3) : 0;
  const end = now.getUTCMonth() + 1 + quarterRest - back * length;
  const year = now.getUTCFullYear();
  return {
    from: day(new Date(Date.UTC(year, end - length, 1))),
    to: day(new Date(Date.UTC(year, end, 0))),
  };
}

/** True for a day as a date field gives it. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(new Date(`${text}T00:00:00Z`).getTime());
}

/** What a field for date and time gives, taken as UTC, as RFC 3339; null while it is empty. */
export function asMoment(text: string): string | null {
  const at = new Date(`${text}Z`);
  return text === "" || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** One unit, or each in a row of its own. */
export type Which = Unit | "apart";

/** What an officer asked for. */
export type Asked = {
  readonly which: Which;
  readonly span: Span;
  /** How many spans before this one. */
  readonly back: number;
  readonly from: string;
  readonly to: string;
  /** As a field for date and time has it; empty for now. */
  readonly asAt: string;
  readonly withImported: boolean;
  readonly hidesSmall: boolean;
};

/** The last twelve months of accounts. */
export function start(now: Date): Asked {
  return {
    which: "account",
    span: "year",
    back: 0,
    ...spanOf("year", now),
    asAt: "",
    withImported: true,
    hidesSmall: false,
  };
}

/** What is asked of the core for a unit; null while a day is not written out. */
export function requestOf(asked: Asked, unit: Unit, now: Date): StatsRequest | null {
  const days = asked.span === "choose" ? asked : spanOf(asked.span, now, asked.back);
  if (!isDay(days.from) || !isDay(days.to)) return null;
  return {
    unit,
    from: days.from,
    to: days.to,
    as_at: asMoment(asked.asAt),
    with_imported: asked.withImported,
    cut: null,
  };
}
