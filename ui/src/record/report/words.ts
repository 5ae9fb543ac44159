import { count } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of the report on one account. */
export const w = catalogue("account-report", {
  menu: "Everything held about it…",
  menuDetail: "For a complaint or an access request; logged as a disclosure.",
  title: (name: string) => `Everything held about \u2068${name}\u2069`,
  lead: "Observations, texts, assessments, acts, exhibits with their hashes, referrals, looks, second reviews, networks, every change and who looked at it. Accounts of victims, children and third parties are named only while their list is open. What is left out is said in it, with its count.",
  recipient: "Who receives it",
  purpose: "What for",
  format: "As",
  formats: { pdf: "A paper, PDF", json: "For programs, JSON" },
  write: "Write it…",
  written: (name: string, left: number) =>
    left === 0
      ? `\u2068${name}\u2069 is written and logged; nothing was left out.`
      : `\u2068${name}\u2069 is written and logged. Left out: ${count(left)}, each said in it.`,
  fileName: (format: string) => `account-report.${format}`,
  cancel: "Cancel",
});
