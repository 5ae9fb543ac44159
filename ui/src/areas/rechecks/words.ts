import type { CheckAnswersView, CheckMethod, CheckState, CheckWhy, Observed } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** The lines of rows that say what an earlier one says. */
function linesOf({ merged_lines: lines }: CheckAnswersView): string {
  if (lines.length === 0) return "";
  const first = lines.slice(0, 10).map(count).join(", ");
  return ` (${lines.length === 1 ? "line" : "lines"} ${first}${lines.length > 10 ? ", …" : ""})`;
}

const observed: Record<Observed, string> = {
  live: "Live",
  offline: "Offline",
  "suspended-notice": "Suspended notice",
  private: "Private",
  renamed: "Renamed",
  "geo-blocked": "Geo-blocked",
  "login-wall": "Login wall",
  "removed-by-owner": "Removed by owner",
  unknown: "Not checked",
};

const method: Record<CheckMethod, string> = {
  looked: "looked",
  screenshot: "from a screenshot",
  "platform-reply": "the platform said so",
  colleague: "a colleague said so",
  automatic: "a program elsewhere",
};

const why: Record<CheckWhy, string> = {
  "first-look": "nobody has looked since it was sent",
  "still-there": "it was still there",
  "confirm-offline": "offline once; a second look at least 24 hours later tells more",
  unclear: "the last look could not tell",
  "inferred-removal": "removal inferred: offline in two looks at least 24 hours apart",
  decided: "the platform decided",
  withdrawn: "withdrawn",
  "removed-by-owner": "its owner took it down",
  "enough-looks": "looked at often enough",
  "long-ago": "sent long enough ago",
};

const state: Record<CheckState, string> = {
  overdue: "overdue",
  due: "due",
  ahead: "not due yet",
  stopped: "looking ended",
};

/** Words of the area Re-checks due. */
export const w = catalogue("rechecks", {
  title: "Re-checks due",
  list: "Accounts to look at again",
  item: "Account to look at",
  beside: "Carry sheet and rules",
  showDue: "Due",
  showAll: "All that were sent",
  sum: (overdue: number, due: number) =>
    overdue === 0
      ? plural(due, "look is due", "looks are due")
      : `${count(overdue)} overdue, ${count(due)} due`,
  keptApart: (n: number) =>
    `${plural(n, "account", "accounts")} kept apart ${n === 1 ? "is" : "are"} due and not listed.`,
  done: "No look is due",
  doneText: (ahead: number, stopped: number) =>
    ahead + stopped === 0
      ? "What is marked sent comes here when it should be looked at."
      : `${plural(ahead, "account is", "accounts are")} not due yet; at ${plural(stopped, "account", "accounts")} nobody looks again.`,
  next: "The next is due",
  nothingOpen: "No account is open",
  nothingOpenText: "Choose one from the list, or press the key for the next.",
  state,
  why,
  observed,
  method,
  dueAt: "due",
  sent: "Sent",
  inReferral: (number: number) => `in referral ${count(number)}`,
  looks: "Looks since",
  looksOf: (looks: number, most: number) => `${count(looks)} of at most ${count(most)}`,
  last: "Last look",
  lastNone: "none",
  shown: "with a screenshot",
  because: "Why",
  address: "Address",
  addressNone: "no address is known",
  copy: "Copy working address (logged)",
  copied: "The address is on the clipboard; that is logged.",
  elsewhere:
    "Look at it on the machine meant for it. Note the status only: bring back nothing of what it shows.",
  notRemoval:
    "Offline is what was seen, not a removal. Two offline looks at least 24 hours apart are counted as inferred, never as confirmed.",
  saw: "You saw",
  how: "How",
  when: "When, UTC",
  whenHint: "now",
  whenWrong: "Write it like 2026-11-23 09:12.",
  shot: "Attach a screenshot…",
  shotIs: (name: string) => `Screenshot: ${name}`,
  shotRefused: (why: string) => `The screenshot was not attached: ${why}`,
  recorded: (label: string, words: string) => `${label}: ${words.toLowerCase()}.`,
  inferred: (label: string) => `${label}: offline again. A removal is inferred, not confirmed.`,
  carry: "Carry sheet",
  carryText:
    "What is due, by number, for the machine where somebody looks. That it left is logged.",
  csv: "Write a table…",
  pdf: "Write a print…",
  back: "Take in answers…",
  written: (sheet: number, accounts: number) =>
    `Carry sheet ${count(sheet)} with ${plural(accounts, "account", "accounts")} was written; that is logged.`,
  sheetName: "carry-sheet",
  answers: (name: string) => `What ${name} says`,
  answersSum: (answers: CheckAnswersView) =>
    `${plural(answers.recorded, "look", "looks")} to enter, ${count(answers.unchanged)} known already, ${count(answers.merged)} said twice${linesOf(answers)}, ${count(answers.unanswered)} without an answer, ${count(answers.rejected)} rejected.`,
  enter: (n: number) => `Enter ${plural(n, "look", "looks")}`,
  leave: "Leave it",
  line: "Line",
  number: "Row",
  refusedWhy: "Why it is not taken",
  entered: (n: number) => `${plural(n, "look was", "looks were")} entered.`,
  nothingToEnter: "Nothing to enter.",
  rules: "Rules looks go by",
  rulesText:
    "Few looks, further and further apart, and an end: repeated viewing may need an authority.",
  all: "all platforms",
  source: "Source",
  failed: "It was not entered",
  group: "What was seen",
  command: (words: string) => `Enter what was seen: ${words.toLowerCase()}`,
});
