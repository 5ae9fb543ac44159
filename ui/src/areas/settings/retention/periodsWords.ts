import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const days = (n: number) => plural(n, "day", "days");

/** Words of the periods of retention. */
export const w = catalogue("retentionPeriods", {
  periods: "Periods",
  days,
  own: (comesWith: number) => `set by the unit; ${days(comesWith)} as it comes`,
  set: "Change…",
  setOf: (title: string) => `Change the period: ${title}`,
  title: "Change this period?",
  action: "Change the period",
  lead: "What is due follows at once. Nothing is erased by it. Who changed it, and why, is logged.",
  label: "Days from the last activity that counts",
  comesWith: (n: number, source: string) => `${days(n)} as it comes: ${source}.`,
  whole: (most: number) => `Write a whole number of days, ${count(most)} at most.`,
  changed: (n: number) => `The period is ${days(n)}.`,
});
