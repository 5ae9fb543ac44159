import type { PromiseEnd } from "../../host";
import { catalogue } from "../../lib/words";

const end: Record<PromiseEnd, string> = {
  kept: "It was kept",
  broken: "It was not kept",
  "no-longer": "Nobody waits for it any more",
};

/** Words of dates that somebody outside promised. */
export const w = catalogue("promise", {
  add: "Promised date…",
  title: (name: string) => `What was promised about \u2068${name}\u2069`,
  lead: "Somebody outside said by when. It stands on Today two days before, and after that day until you say how it ended.",
  who: "Who promised",
  what: "What",
  due: "Until which day",
  dueExample: "2026-12-04",
  dueHint: "In time until that day is over, in UTC.",
  dueBad: "Write the day as 2026-12-04; it has not passed.",
  save: "Enter the promise",
  saved: (who: string) => `What \u2068${who}\u2069 promised is entered`,
  list: "Promised",
  promised: "promised",
  until: "until",
  overdue: "overdue",
  end: "How it ended",
  endOf: (who: string) => `How the promise of \u2068${who}\u2069 ended`,
  ends: end,
  ended: "How the promise ended is entered",
  cancel: "Cancel",
});
