import type { ImportCounts, OutcomesPreviewView } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of taking in outcomes. */
export const w = catalogue("outcomesImport", {
  title: "Outcomes: history and platforms' replies",
  lead: "A table of what was referred and what became of it: platform, account, unit, referred at, reference, decision, decided at, reason. A reply to a referral sent from this case answers that referral; all else is kept as imported history.",
  choose: "Take in outcomes…",
  failed: "The file could not be read",
  notWritten: "Nothing was taken in",
  previewTitle: (name: string) => `What ${name} would do`,
  note: "Nothing has been written yet. Rows that are not taken are listed first, each with the reason.",
  sum: ({ read, created, updated, unchanged, merged, rejected }: ImportCounts) =>
    `${plural(read, "row", "rows")} = ${plural(created, "new item", "new items")} + ${count(updated)} that add to an item + ${count(unchanged)} known already + ${count(merged)} further rows for an item of this file + ${count(rejected)} rejected`,
  lands: ({ sent_items: sent, accounts }: OutcomesPreviewView) =>
    `${plural(sent, "item sent from this case is answered", "items sent from this case are answered")}; ${plural(accounts, "account is made", "accounts are made")}, marked as imported.`,
  unused: (headers: string) => `Columns nothing is read from: ${headers}.`,
  rows: "Rows",
  line: "Line",
  account: "Account",
  why: "What becomes of it",
  leave: "Leave it",
  take: (n: number) => `Take in ${plural(n, "row", "rows")}`,
  takeNone: "No row of this file can be taken.",
  saveRejected: "Save the rejected rows…",
  rejectedSaved: (n: number) => `${count(n)} rejected rows are saved, each with the reason.`,
  busy: "Taking in the outcomes",
  taken: (name: string) => `${name} is taken in`,
});
