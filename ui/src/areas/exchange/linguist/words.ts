import type { LinguistCounts, LinguistFate } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const fates: Record<LinguistFate, string> = {
  translated: "translation",
  "cannot-read": "cannot be read",
  unchanged: "nothing new",
  empty: "not filled in",
  rejected: "rejected",
};

/** Words of the tab For the linguist. */
export const w = catalogue("linguistPanel", {
  label: "For the linguist",
  lead: "Texts nobody here can read go out as a table or a print, and come back by key: to the words they were made of, or not at all.",
  out: "Texts that wait for a reader",
  outNone: "No account to review waits for a reader.",
  language: "Language",
  waiting: "Accounts waiting",
  readByYou: "you read it",
  give: "Give out…",
  giveOf: (language: string) => `Give out texts in ${language}`,
  back: "What came back",
  backLead:
    "A file that was given out, filled in: CSV in any encoding and delimiter, or XLSX. You see what each row would do before anything is written.",
  take: "Take in a file…",
  failed: "The file could not be read",
  notWritten: "Nothing was taken in",
  previewTitle: (name: string) => `What ${name} would do`,
  previewNote: "Nothing has been written yet.",
  sum: (c: LinguistCounts) =>
    `${plural(c.read, "row", "rows")} read = ${plural(c.translated, "translation", "translations")} + ${count(c.cannot_read)} cannot be read + ${count(c.unchanged)} nothing new + ${count(c.empty)} not filled in + ${count(c.rejected)} rejected`,
  doesNotAddUp:
    "These counts do not add up. Do not take this file in; tell whoever keeps the program.",
  readAs: (encoding: string, delimiter: string) =>
    `Read as ${encoding}; columns parted by: ${delimiter}`,
  rows: "Row by row",
  line: "Line",
  account: "Account",
  does: "What it does",
  words: "What it brings",
  fates,
  takeAction: (n: number) => `Take in ${plural(n, "answer", "answers")}`,
  takeNone: "Nothing new would be taken in.",
  leave: "Leave it",
  saveRejected: "Save the rejected rows…",
  rejectedSaved: (n: number) => `${plural(n, "row", "rows")} saved, each with its reason.`,
  busy: "Comparing with the texts of the case",
  taken: (c: LinguistCounts) =>
    `${plural(c.translated, "translation", "translations")} taken in${c.cannot_read > 0 ? `, ${count(c.cannot_read)} could not be read` : ""}.`,
});
