import { catalogue } from "../../../lib/words";

/** Words of looking after people, in Settings. */
export const w = catalogue("careSettings", {
  title: "Breaks",
  text: "An officer who has opened so many items with a warning, or looked at them for so long, is told calmly that a break is due, and whom to talk to. Nothing is shut. The count is each officer’s own: it is in no log, list or export, and nobody else sees it.",
  items: "Items with a warning",
  minutes: "Minutes",
  pause: "Minutes without one that count as a break",
  contact: "Whom to talk to",
  contactHow: "A name or a desk and a number, as officers are to read it.",
  save: "Save the rule",
  saved: "The rule for breaks is saved",
  refused: "The rule is as it was.",
  comesWith: (source: string) => `Comes with the program. ${source}`,
  ofUnit: "Set by the unit.",
  whole: "A whole number.",
});
