import { count } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of the review area. */
export const w = catalogue("review", {
  title: "Review",
  list: "Accounts to review",
  item: "Account",
  inspector: "Evidence and notes",
  search: "Search handles, text, phones, notes",
  toReview: (n: number) => `To review ${count(n)}`,
  fit: (n: number) => `${count(n)} fit.`,
  fitMore: (n: number) => `More than ${count(n)} fit.`,
  status: "Status",
  platform: "Platform",
  readable: "I can read",
  clear: "Clear filters",
  indexBehind: "Search is catching up with the last changes; a few rows may be missing.",
  done: "The queue is done",
  doneText: (today: number) =>
    today === 0
      ? "Nothing waits to be reviewed. Held accounts come back on their day."
      : `Nothing waits to be reviewed. You assessed ${count(today)} today. Held accounts come back on their day.`,
  nothingFound: "Nothing fits",
  nothingFoundText: "No account to review fits the search and the filters.",
  nothingOpen: "No account is open",
  nothingOpenText: "Choose one from the list, or press the key for the next.",
  unseen: "not yet opened",
  openAction: "safeguarding",
  overdue: "overdue",
  hours: (n: number) => `${n} h`,
  minutes: (n: number) => `${n} min`,
  exhibits: (n: number) => `${count(n)} exhibits`,
  second: "Second review",
  toAccounts: "Look at all accounts",
  keys: {
    account: "Account",
    decision: "Decision",
    refer: "Refer the account",
    hold: "Hold for information",
    noAction: "No action, with a reason",
    secondLook: "Send for a second look",
    safeguarding: "Record a safeguarding act",
    intelligence: "Record an intelligence report",
    preserve: "Record a preservation request",
    second: "Go to the second review",
    role: "Say what the person behind the account is to the case",
    answer: "Answer the “Could this be…?” lines",
    attach: "Attach files",
    paste: "Attach the screenshot on the clipboard",
    copySafe: "Copy safe text",
    copyWorking: "Copy working address",
  },
});
