import type { CheckMethod, Observed, PlatformDecision } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const items = (n: number) => plural(n, "item", "items");

const decisions: Record<PlatformDecision, string> = {
  removed: "removed",
  suspended: "suspended",
  limited: "limited",
  declined: "declined",
  "not-found": "not found",
  "more-asked": "more asked",
  reinstated: "reinstated",
};

const means: Record<PlatformDecision, string> = {
  removed: "Gone for everyone.",
  suspended: "Suspended without end.",
  limited: "Restricted, not shown here, or suspended for a time.",
  declined: "The platform leaves it.",
  "not-found": "The platform did not find it.",
  "more-asked": "The platform asks for more; it stays open.",
  reinstated: "The platform put it back.",
};

const observed: Record<Observed, string> = {
  live: "live",
  offline: "offline",
  "suspended-notice": "suspended, by its notice",
  private: "private",
  renamed: "renamed",
  "geo-blocked": "not shown here",
  "login-wall": "behind a login",
  "removed-by-owner": "taken down by its owner",
  unknown: "cannot be told",
};

const methods: Record<CheckMethod, string> = {
  looked: "looked at it",
  screenshot: "from a screenshot",
  "platform-reply": "the platform said so",
  colleague: "a colleague said so",
  automatic: "by a program elsewhere",
};

/** Words of the area Sent. */
export const w = catalogue("sent", {
  group: "Sent",
  title: "Sent",
  takeAnswers: "Take in answers…",
  label: "Referrals that were sent",
  page: "The sent referral",
  none: "Nothing was sent yet",
  noneText: "An approved referral comes here once somebody marks it sent.",
  toDrafts: "Go to drafts",
  pick: "Choose a referral",
  pickText: "Enter what the platform decided: one key an item.",
  late: "No full answer in time",
  waiting: "Waiting for an answer",
  closed: "Answered",
  command: {
    acknowledge: "Enter the platform’s acknowledgement",
  },

  notice: (platform: string) => `Referral to ${platform}`,
  state: { sent: "sent", closed: "closed" },
  sentBy: (who: string, channel: string) => `Sent by ${who}, ${channel}`,
  reference: "reference",
  acknowledged: "Acknowledged",
  notAcknowledged: "Not acknowledged yet",
  noAnswer: (since: string) => `No full answer. It was sent ${since}.`,
  answered: (n: number, of: number) => `${count(n)} of ${count(of)} answered`,
  acknowledge: "Enter acknowledgement…",

  table: {
    noGround: "ground not said",
    title: "What the platform decided",
    how: "Choose a row with ↑ ↓, then press one key.",
    at: "When it decided",
    atHint: "Left empty: now. Holds for every key until you change it.",
    atExample: "2026-11-23 10:40",
    atBad: "Write day and time as 2026-11-23 10:40, in UTC.",
    number: "No.",
    account: "Account",
    decided: "Platform’s decision",
    seen: "Seen",
    acts: "Enter",
    actsOf: (name: string) => `Enter a decision on ${name}`,
    row: (position: number, name: string) => `Item ${position}, ${name}`,
    none: "no answer",
    notSeen: "not looked at since",
    withdrawn: (reason: string) => `withdrawn: ${reason}`,
    entered: (name: string, decision: string) => `${name}: ${decision}`,
    undo: "Take it back",
    undone: (name: string) => `The decision on ${name} is taken back`,
    keys: "Keys of the row",
    withdraw: "withdraw",
    look: "seen",
    withdrawLong: "Withdraw this item…",
    lookLong: "Enter what was seen…",
    open: "Open the account",
    again: "Refer again with a new ground",
    againDone: (label: string) =>
      `${label} is drafted. Name a rule, reason or exhibit that was not refused.`,
    before: "Referred before",
    history: (name: string) => `What happened to ${name}`,
    by: (who: string) => `by ${who}`,
  },
  decisions,
  means,
  observed,
  methods,
  event: (kind: string, value: string) => {
    switch (kind) {
      case "sent":
        return `sent, ${value}`;
      case "acknowledged":
        return "acknowledged";
      case "withdrawn":
        return `withdrawn, ${value}`;
      case "letter-sent":
        return `letter sent, ${value}`;
      case "letter-answered":
        return `the platform answered the letter: ${value}`;
      default:
        return value;
    }
  },

  ground: {
    label: (decision: string, name: string) => `${name}, ${decision}: the ground it gave`,
    hint: "Left empty: it gave none. Enter enters it, Esc does not.",
    action: "Enter it",
    cancel: "Cancel",
  },

  ack: {
    title: (label: string) => `The platform has ${label}`,
    lead: (n: number) => `An acknowledgement of all ${items(n)}. It is no decision.`,
    reference: "The platform’s reference",
    at: "When it acknowledged",
    action: "Enter the acknowledgement",
    done: (label: string) => `${label} is acknowledged`,
  },

  withdraw: {
    title: (name: string) => `Withdraw ${name}?`,
    lead: "It stands at once, and what was sent stays as it was sent. The letter that tells the platform is prepared next and takes a second officer; nothing is sent by this.",
    reason: "Why",
    at: "When it was withdrawn",
    action: "Withdraw it",
    done: (name: string) => `${name} is withdrawn`,
  },

  look: {
    title: (name: string) => `What was seen of ${name}`,
    lead: "What you see and what the platform says are two things: offline is no removal.",
    observed: "What was seen",
    method: "How",
    at: "When",
    action: "Enter it",
    done: (name: string) => `What was seen of ${name} is entered`,
  },
  cancel: "Cancel",
  whenHint: "Day and time in UTC. Left empty: now.",
});
