import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about the register of what was published. */
export const w = catalogue("published", {
  title: "What was published",
  means:
    "Every figure that was given to the public, with the frozen figure it rests on. Nothing is changed or taken away; what was wrong is corrected beside it.",
  none: "Nothing was entered yet. Freeze the figure first, then enter what was said of it.",
  enter: "Enter what was published…",
  form: "Enter what was published",
  said: "The words as they were published",
  place: "Where",
  clearedBy: "Cleared by",
  at: "Day",
  figure: "Frozen figure it rests on",
  noFigures: "No figure is frozen yet: freeze it first, under Freeze….",
  save: "Enter it",
  correct: "Correct…",
  correctForm: "Correct what was published",
  correctMeans: "What was said stays. Say what is right, and why it was not said so.",
  words: "What is right",
  saveCorrection: "Enter the correction",
  where: (place: string, at: string, by: string) => `${place}, ${at}. Cleared by ${by}.`,
  rests: (figure: string, officer: string, at: string) =>
    `Rests on “${figure}”. Entered by ${officer}, ${at}.`,
  equal: "derived again: equal",
  changed: (n: number) => `derived again: ${plural(n, "figure", "figures")} changed`,
  unsigned: "signature does not hold",
  mayBeSaid: (words: string) => `Of that figure may be said: “${words}”`,
  was: (field: string, frozen: string, now: string) => `${field}: ${frozen}, now ${now}`,
  corrected: (at: string, officer: string) => `Corrected ${at}, entered by ${officer}:`,
  list: "What was published, newest first",
});
