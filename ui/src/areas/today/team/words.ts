import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of how the team stands. */
export const w = catalogue("team", {
  title: "Team",
  lead: (since: string) =>
    `How the unit stands, by team. Nobody is named. What was returned and reversed is told from ${since} on.`,
  waits: "What waits",
  what: "What",
  number: "How many",
  oldest: "Oldest since",
  none: "none",
  toReview: "Accounts to review",
  unassigned: "of them given to nobody",
  safeguarding: "Safeguarding acts not answered",
  toApprove: "Referrals to approve",
  approved: "Referrals approved, not marked sent",
  sent: "Referrals without a full answer",
  rechecks: "Re-checks due",
  rechecksOverdue: (n: number) => `${count(n)} overdue`,
  promises: "Promises whose day is over",
  second: "Second review",
  pairs: (n: number, agreed: number) =>
    `${plural(n, "decision was", "decisions were")} judged again, blind; in ${count(agreed)} both decided alike.`,
  few: "Few: the share means little.",
  noPairs: "No decision was judged again yet.",
  drawn: (refer: number, none: number) =>
    `Drawn for it: ${count(refer)} % of decisions to refer, ${count(none)} % of no action.`,
  notBlind: (n: number) => `${plural(n, "answer is", "answers are")} left out: not blind.`,
  toSettle: (n: number) =>
    n === 0
      ? "Every disagreement is settled."
      : `${plural(n, "disagreement is", "disagreements are")} not settled.`,
  openSecond: "Open the agreement",
  returned: "Returned, with reasons",
  returnedNone: "Nothing was returned.",
  referral: "Referral",
  why: "Why",
  when: "When",
  now: "Now",
  reversed: "Withdrawn or put back",
  reversedNone: "Nothing was withdrawn or put back.",
  account: "Account",
  putBack: "the platform put it back",
  withdrawn: (why: string) => `withdrawn: ${why}`,
  byPerson: "Workload by person",
  byPersonLead:
    "For a supervisor, where there is a reason to ask. The reason is logged as a look at who has how much.",
  byPersonShut: "A supervisor may ask for it, with a reason.",
  reason: "Why it is asked",
  ask: "Show it, and log that I asked",
  officer: "Officer",
  assigned: "To review",
  assessed: "Assessed",
  drafts: "Drafts",
  submitted: "Submitted",
  approvedBy: "Approved",
  state: {
    draft: "draft",
    submitted: "submitted again",
    approved: "approved",
    sent: "sent",
    closed: "closed",
  },
});
