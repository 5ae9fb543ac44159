import type {
  DateOrder,
  OutcomeAddView,
  OutcomeField,
  OutcomeFound,
  OutcomesPreviewView,
  RowFate,
} from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const rows = (n: number) => plural(n, "row", "rows");

const fields: Record<OutcomeField, string> = {
  ignored: "Not used",
  platform: "Platform",
  account: "Account: address, handle or id",
  unit: "Kind: account, page, group, post",
  "referred-at": "When it was referred",
  reference: "Reference",
  decision: "What was decided",
  "decided-at": "When it was decided",
  reason: "Reason given",
};

const decisions: Readonly<Record<string, string>> = {
  removed: "Removed",
  suspended: "Suspended, without end",
  limited: "Limited",
  declined: "Declined",
  "not-found": "Not found",
  "more-asked": "More asked",
  reinstated: "Reinstated",
  withdrawn: "Withdrawn by the unit",
  "no-answer": "No answer yet",
  "leave-out": "Leave these rows out",
};

const units: Readonly<Record<string, string>> = {
  account: "Account",
  page: "Page",
  group: "Group",
  channel: "Channel",
  post: "Post",
  story: "Story",
  live: "Live broadcast",
  ad: "Advert",
  invite: "Invite link",
  phone: "Phone number",
  website: "Website",
};

const fateMeaning: Record<RowFate, string> = {
  created: "make an item of history",
  updated: "add to an item",
  unchanged: "say what is known",
  merged: "further rows for an item of this file",
  rejected: "are not taken, each with its reason",
  erased: "are not taken: their account was erased",
};

const found: Record<OutcomeFound, string> = {
  "sent-reference": "found by its reference",
  "sent-waiting": "the only one of this account that waits",
  "sent-other-reference": "by account and date; the reference is another one",
  reference: "found by its reference",
  referred: "found by the day it was referred",
  only: "the only one of this account",
  new: "none was there",
};

const orders: Record<DateOrder, string> = {
  "day-first": "Day first, 03/11 is 3 November",
  "month-first": "Month first, 03/11 is 11 March",
};

function added({ kind, value, at }: OutcomeAddView): string {
  if (kind === "sent") return `referred ${at}`;
  if (kind === "withdrawn") return `withdrawn ${at}`;
  return `${(decisions[value] ?? value).toLowerCase()} ${at}`;
}

/** Words of taking in outcomes. */
export const w = catalogue("outcomesImport", {
  title: "Outcomes: history and platforms' replies",
  lead: "A table of what was referred and what became of it, whatever its headings and in whatever words. A reply to a referral sent from this case answers that referral; all else is kept as imported history.",
  choose: "Take in outcomes…",
  failed: "The file could not be read",
  notWritten: "Nothing was taken in",
  previewTitle: (name: string) => `What ${name} would do`,
  note: "Nothing has been written yet.",
  countsTitle: "What the rows would do",
  lands: ({ sent_items: sent, accounts }: OutcomesPreviewView) =>
    `${plural(sent, "item sent from this case is answered", "items sent from this case are answered")}; ${plural(accounts, "account is made", "accounts are made")}, marked as imported.`,
  leftOut: (n: number) => `Of the rejected rows ${count(n)} are left out by you.`,
  columnsAside: (known: number, rest: number) => `${count(known)} used, ${count(rest)} not`,
  lacks: (lacking: readonly OutcomeField[]) =>
    lacking
      .map((field) =>
        field === "account"
          ? "Say which column names the account: until then no row can be taken."
          : "Say which column holds the decision, or when it was referred: until then no row can be taken.",
      )
      .join(" "),
  fields,
  dates: "Dates are written",
  orders,
  reads: (cell: string, day: string) => `${cell} is read as ${day}`,
  wordings: { decision: "Wordings of decisions", unit: "Wordings of kinds" },
  wordingsAside: (n: number, open: number) =>
    open === 0
      ? plural(n, "wording", "wordings")
      : `${plural(n, "wording", "wordings")}, ${count(open)} without a meaning`,
  wording: "In the file",
  wordingRows: "Rows",
  means: "Means",
  meansLabel: (wording: string) => `${wording} means`,
  pick: "Choose what it means",
  whence: "Because",
  isNew: "New: your mapping does not name it.",
  isUnknown: "Not known: these rows are not taken until you say what it means.",
  isSuggested: (source: string, date: string) =>
    `May mean something else (${source}, ${date}): these rows are not taken until you say so.`,
  suggested: (value: string) => `${value}? Not taken yet`,
  takeAs: (value: string) => `It means: ${value}`,
  isSaid: "You said so.",
  isMapped: "Your mapping says so.",
  isKnown: (source: string, date: string) => `Known wording: ${source}, ${date}.`,
  looksLike: (value: string) => `Looks like: ${value}`,
  moreWordings: (n: number) =>
    `${plural(n, "further wording is", "further wordings are")} not listed. Is the right column taken for the decision?`,
  decisions,
  units,
  rows: "Row by row",
  rowsLabel: "Rows by what they would do",
  noRows: (fate: string) => `No row is ${fate.toLowerCase()}.`,
  firstRows: (shown: number, all: number) =>
    `The first ${count(shown)} of ${count(all)} are listed.`,
  line: "Line",
  account: "Account",
  why: "On what it lands",
  whyNot: "Why not",
  adds: "What it adds",
  landsOn: (why: string, by: OutcomeFound) => `${why}; ${found[by]}`,
  added: (all: readonly OutcomeAddView[]) =>
    all.length === 0 ? "nothing new" : all.map(added).join(", "),
  fateMeaning,
  leave: "Leave it",
  take: (n: number) => `Take in ${rows(n)}`,
  takeNone: "No row of this file can be taken.",
  takeSum: "The counts do not add up.",
  saveRejected: "Save the rejected rows…",
  rejectedSaved: (n: number) => `${count(n)} rejected rows are saved, each with the reason.`,
  busy: "Reading the outcomes",
  taken: (name: string) => `${name} is taken in`,
});
