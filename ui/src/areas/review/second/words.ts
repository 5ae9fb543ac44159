import type { AgreementCountView, Decision } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const DECIDED: Readonly<Record<Decision, string>> = {
  refer: "refer",
  hold: "hold, cannot say",
  "no-action": "no action",
};

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** Words of the second review. */
export const w = catalogue("second-review", {
  title: "Second review",
  parts: "Parts of the second review",
  judge: "To judge",
  disagreements: "Disagreements",
  agreement: "Agreement",
  queue: "Back to the queue",
  list: "Decisions of others to judge",
  item: "Account",
  beside: "About the second review",
  waits: (n: number) => `${plural(n, "account", "accounts")} to judge`,
  means:
    "A sample of decisions is judged by a second officer, who sees what was published and not what was decided.",
  hidden:
    "Hidden until you have answered: the decision and its reason, who made it, band, score and indicators, notes, tags, actions and history.",
  changes: "What you say changes nothing about the account.",
  own: (n: number) =>
    n === 0
      ? "None of your own decisions waits for somebody else."
      : `${plural(n, "of your decisions waits", "of your decisions wait")} for somebody else.`,
  share: (refer: number, noAction: number) =>
    `Drawn of each month and language: ${refer} % of decisions to refer, ${noAction} % of no action.`,
  done: "Nothing waits for your second review",
  doneText: "What others decide from now on is sampled month by month.",
  nothingOpen: "No account is open",
  nothingOpenText: "Choose one from the list, or press the key for the next.",
  readable: "you read it",
  unreadable: "needs a reader",
  month: (period: string) => `decided ${period}`,
  blind: "Judged blind",
  flaggedFor: "flagged for",
  by: "by",
  files: "From the files",
  exhibits: "Evidence",
  posts: "Posts",
  translation: "Translation",
  none: "none",
  would: "You would",
  tray: {
    refer: "Refer",
    hold: "Cannot say",
    "no-action": "No action",
  } satisfies Readonly<Record<Decision, string>>,
  why: {
    refer: "In one sentence, why you would refer it",
    hold: "In one sentence, what keeps you from saying",
  },
  needed: "Say why in one sentence",
  answer: "Give this answer",
  once: "An answer is given once. Then the first decision is shown.",
  agrees: "You both decided alike",
  differs: "You decided differently",
  differsText:
    "It goes to whoever decided first, or a supervisor, to be settled. Nothing changes by itself.",
  first: "First decision",
  second: "Second opinion",
  band: "Band it was made on",
  next: "Next",
  decided: DECIDED,
  said: (decision: Decision) => DECIDED[decision],
  noDisagreement: "Nobody disagrees",
  noDisagreementText: "Two opinions that differ come here until they are settled.",
  settle: "Settle it",
  settleTitle: "What came of it",
  settleHow:
    "In a sentence. If the decision is to change, change it on the account: that settles it.",
  settleNeeded: "Say what came of it",
  settled: (label: string) => `\u2068${label}\u2069: disagreement settled`,
  cannotSettle: "for whoever decided first, or a supervisor",
  open: "Open the account",
  cancel: "Cancel",
  agreementText:
    "How often a second officer, not knowing the decision, said the same. Of the sample, not weighted up to all decisions.",
  byDecision: "By language and first decision",
  language: "Language",
  firstSaid: "First decision",
  pairs: "Judged twice",
  alike: "Alike",
  shareHead: "Share",
  kappaTitle: "Cohen’s kappa",
  kappaText:
    "Agreement beyond what both officers’ habits would give by chance: 1 is all alike, 0 is no more than chance.",
  kappa: "Kappa",
  all: "All languages",
  kappaNone: "cannot be worked out",
  few: "few",
  small: (below: number) =>
    `Fewer than ${count(below)} are marked “few”: their share and kappa say little.`,
  notBlind: (n: number) =>
    `${plural(n, "answer", "answers")} left out: the second officer had opened the account after it was decided.`,
  shares: "Share that is drawn",
  sharesText: (refer: number, noAction: number) =>
    `Of each month and language, and at least one of each where there is one. Comes with the program: ${refer} % and ${noAction} %. 0 draws nobody.`,
  shareRefer: "Percent of decisions to refer",
  shareNoAction: "Percent of decisions of no action",
  whole: "A whole number, 100 at most.",
  sharesSave: "Save the shares",
  sharesSaved: (refer: number, noAction: number) =>
    `Saved: ${refer} % of decisions to refer, ${noAction} % of no action`,
  noPairs: "Nothing was judged twice yet",
  shareOf: ({ share, n, agreed }: AgreementCountView) =>
    share === null ? "" : `${percent(share)} (${count(agreed)} of ${count(n)})`,
  source: "Source:",
});
