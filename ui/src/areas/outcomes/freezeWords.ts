import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about frozen figures. */
export const w = catalogue("frozen", {
  open: "Freeze…",
  title: "Frozen figures",
  means:
    "A frozen figure keeps what was asked, the definitions, the last event it saw, the hash of the rows and the figures themselves, signed with your key. Derived again from what it saw, it shows equal, or what changed; an import that was undone since is told beside it.",
  name: "Name, such as the publication it stands in",
  freeze: (unit: string, from: string, to: string) =>
    `Freeze ${unit.toLowerCase()}, ${from} to ${to}`,
  none: "Nothing was frozen yet.",
  list: "Frozen figures, newest first",
  signed: "signature holds",
  notSigned: "signature does not hold",
  derive: "Derive again",
  figures: (unit: string, taken: string, from: string, to: string) =>
    `${unit}: ${taken} taken down, ${from} to ${to}`,
  frozenBy: (asAt: string, by: string, at: string, definitions: string) =>
    `As at ${asAt}. Frozen by ${by}, ${at}, definitions ${definitions}.`,
  equal: "equal",
  rowsEqual: "Every figure and every row is what it was.",
  rowsDiffer: "Every figure is what it was; rows that do not bear on it changed.",
  changed: (n: number) => `${plural(n, "figure", "figures")} changed`,
  was: (field: string, frozen: string, now: string) => `${field}: ${frozen}, now ${now}`,
  takenBack: (n: number) =>
    `${plural(n, "event it saw was", "events it saw were")} taken back since`,
  without: "Without what was taken back it would be otherwise:",
  withoutSame: "Without what was taken back every figure is the same.",
  listChanged: (field: string) => `${field}: changed`,
});
