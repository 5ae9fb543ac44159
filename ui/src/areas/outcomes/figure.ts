/** Figures as they are written on this screen. */
import type { SaidView } from "../../host";
import { count } from "../../lib/numbers";
import { w } from "./words";

/** A share as 88.6%; a dash where there is none. */
export function percent(share: number | null): string {
  return share === null ? "–" : `${(share * 100).toFixed(1)}%`;
}

/** A change as +43.1%. */
export function change(growth: number | null): string {
  if (growth === null) return w.noBefore;
  return `${growth >= 0 ? "+" : "−"}${Math.abs(growth * 100).toFixed(1)}%`;
}

/** A time in the largest unit that says something. */
export function duration(hours: number | null): string {
  if (hours === null) return "–";
  if (hours < 1) return w.minutes(String(Math.round(hours * 60)));
  if (hours < 48) return w.hours(hours < 10 ? hours.toFixed(1) : String(Math.round(hours)));
  const days = hours / 24;
  return w.days(days < 10 ? days.toFixed(1) : count(Math.round(days)));
}

/** What may be said in public of a count beside the one before. */
export function saidWords(said: SaidView): string {
  if (said.is_small) return w.fewer(said.small_below);
  const much = said.is_exact ? count(said.count) : w.more(count(said.count));
  const change = changeWords(said);
  return change === null ? much : `${much}, ${change}`;
}

function changeWords(said: SaidView): string | null {
  const { percent, is_exact_percent: isExact } = said;
  if (percent === null) return null;
  if (percent === 0) return isExact ? w.same : w.upLess;
  if (percent > 0) return isExact ? w.up(percent) : w.upMore(percent);
  if (isExact) return w.downBy(-percent);
  return percent === -1 ? w.downLess : w.downAlmost(-percent);
}

/** A count for publication: one that is too small is not said. */
export function publishable(value: number, smallBelow: number | null): string {
  return smallBelow !== null && value > 0 && value < smallBelow
    ? w.fewer(smallBelow)
    : count(value);
}

/** The next round number of an axis: 1, 2, 2.5 or 5 times a power of ten, so that `steps` of it hold `most`. */
export function axisStep(most: number, steps = 4): number {
  const least = Math.max(1, most / steps);
  const ten = 10 ** Math.floor(Math.log10(least));
  const found = [1, 2, 2.5, 5, 10].map((times) => times * ten).find((step) => step >= least);
  return Math.ceil(found ?? least);
}
