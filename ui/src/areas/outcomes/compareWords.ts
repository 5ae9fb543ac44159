import type { ComparedMeasure } from "../../host";
import { catalogue } from "../../lib/words";

/** Words about two periods side by side. */
export const w = catalogue("compare", {
  one: "Period",
  other: "Beside",
  from: "First day",
  to: "Last day",
  which: { one: "of the period", other: "of the one beside it" },
  lag: (one: string, other: string) =>
    `Each as long after its end: the one as at ${one}, the other as at ${other}.`,
  overlap: "The two periods share days: what lies in both is counted in both.",
  table: "Two periods side by side",
  columns: ["", "Period", "Beside", "Difference", "95 % interval", ""],
  measures: {
    taken_down: "Taken down, the change a day against a day",
    referred: "Referred, the change a day against a day",
    rate_of_referred: "Taken down of referred",
    rate_of_decided: "Taken down of decided",
    declined_of_decided: "Left standing of decided",
    reversed_of_referred: "Withdrawn or reversed, of referred",
    came_back30: "Came back in 30 days, of watched",
    median_hours: "Median time to takedown",
  } satisfies { readonly [measure in ComparedMeasure]: string },
  sides: { one: "the period", other: "the period beside it" },
  of: (value: string, n: string) => `${value} of ${n}`,
  share: (value: string, part: string, of: string) => `${value}, ${part} of ${of}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  points: (value: string) => `${value} points`,
  beyond: "more than chance",
  within: "may be chance",
  tooFew: "too few to say",
  how: "Shares have Wilson’s interval; the interval of a difference combines those of its sides. Of eight measures one in twenty is beyond chance by chance: a difference is a question, not an answer.",
});
