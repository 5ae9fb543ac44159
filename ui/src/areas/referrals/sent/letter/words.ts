import type { LetterKind, LetterState } from "../../../../host";
import { count } from "../../../../lib/numbers";
import { catalogue } from "../../../../lib/words";

const kind: Record<LetterKind, string> = {
  withdrawal: "Withdrawal",
  correction: "Correction",
};

const state: Record<LetterState, string> = {
  prepared: "waits for a second officer",
  returned: "returned, to be written anew",
  approved: "approved, not sent",
  sent: "sent, no answer yet",
  answered: "answered",
};

/** Words of letters about items that were sent. */
export const w = catalogue("letter", {
  menu: "Letter to the platform…",
  title: (name: string) => `Letter about \u2068${name}\u2069`,
  lead: "A withdrawal stands at once. The letter that tells the platform is prepared here, approved by a second officer and sealed. Nothing is sent by this program.",
  kind,
  state,
  none: "No letter was prepared on this item.",
  prepare: "Prepare the withdrawal letter",
  orCorrect: "Put something right in what was sent",
  what: "What is to be put right",
  whatHint: "It goes into the letter as you write it.",
  correct: "Prepare a correction",
  needsWithdrawal: "Withdraw the item first, to write that it was withdrawn.",
  subject: "Subject",
  text: "Text",
  textHint: "Whoever writes words of it does not approve it.",
  save: "Save the text",
  saved: "The text is saved as a version of its own",
  version: (n: number) => `version ${count(n)}`,
  by: "written by",
  approvedBy: "approved by",
  approve: "Approve and seal it",
  approved: "The letter is approved and sealed",
  giveBack: "Return it…",
  giveBackTitle: "Return the letter",
  giveBackLead:
    "Whoever wrote it reads the reason on Today, writes it anew and puts it forward again.",
  reason: "Why",
  discard: "Discard…",
  discardTitle: "Discard the letter",
  discardLead:
    "It was prepared by mistake: nothing of it is sent, and it is gone from every list. The reason stands in the audit log.",
  discardIt: "Discard it",
  discarded: "The letter is discarded",
  returnIt: "Return it",
  gaveBack: "The letter is returned to who wrote it",
  returnedBy: (officer: string) => `Returned by ${officer}`,
  putForward: "Put it forward again",
  isForward: "The letter waits for a second officer again",
  approveSelf: "You wrote words of it. A second officer approves it.",
  write: (format: string) => `Write ${format}…`,
  fileName: (reference: string, format: string) => `${reference}-letter.${format}`,
  written: (name: string) => `\u2068${name}\u2069 is written; that is logged.`,
  draft: "Until it is approved, every page says DRAFT.",
  sentHead: "Mark it sent",
  channel: "By which channel",
  at: "When",
  mark: "Mark it sent",
  marked: "The letter is marked sent",
  sent: "sent by",
  answerHead: "The platform’s answer",
  answer: "What it answered",
  enter: "Enter the answer",
  entered: "The platform’s answer is entered",
  answered: "answered",
  prepared: "The letter is prepared and waits for a second officer",
  close: "Close",
});
