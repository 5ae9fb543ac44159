import type { FigureView, How, Remark, Unit } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of a look at a spreadsheet. */
export const w = catalogue("look", {
  way: "Look at a spreadsheet",
  wayText: "See what a list of yours holds; thrown away unless you keep it. Or drop it here",
  reading: "Reading the spreadsheet",
  readingText: "It is read into an encrypted place of its own. The file itself is not changed.",
  thrownAway: "A look at a spreadsheet was thrown away",
  thrownAwayText:
    "Nobody was there, the window was closed, or the program ended. The file is untouched: look at it again.",
  understood: "Understood",
  title: "What the spreadsheet holds",
  titleMany: (n: number) => `What ${count(n)} spreadsheets hold`,
  notACase: "This is not a case: it is thrown away when you leave, lock or close the window.",
  sum: (rows: number, accounts: number) =>
    `${plural(rows, "row names", "rows name")} ${plural(accounts, "account", "accounts")}`,
  sumName: "Rows and accounts",
  sumHow:
    "Rows are counted without the header. Accounts, pages, groups, channels and sites count once each: by their id, else by platform and handle, else by address, in whatever spelling. A post whose account nobody knows counts as a row only.",
  file: (rows: number, encoding: string, delimiter: string) =>
    `${plural(rows, "row", "rows")}, ${encoding}, parted by ${delimiter === "tab" ? "tabs" : delimiter}`,
  files: "Files",
  units: "Rows by unit",
  figures: "What was found",
  nothing: "Nothing found",
  howFor: (figure: string) => `How this is counted: ${figure}`,
  rowsOf: (n: number) => plural(n, "row", "rows"),
  choose: "Choose a line to see its rows",
  chooseText: "Every line opens the rows it was counted from.",
  rows: (figure: string) => `Rows: ${figure}`,
  keep: "Make this a case",
  throwAway: "Throw away",
  throwAwayText: "The file is untouched, and nothing else is lost.",
  column: { found: "Found", file: "File", row: "Row", cells: "What stands in the row" },
  rowOf: (file: string, row: number) => `${file}, row ${row}`,
  noRow: "Choose a row to read all of it.",
  whole: "The whole row",
  copy: "Copy safe text",
  copied: "Copied, with addresses made harmless",
  oldest: (written: string) => `The oldest: ${written}`,
  keeping: {
    from: (names: string) => `New case from ${names}`,
    taking: "Taking in the spreadsheet",
    takingText: "It becomes the first import of the case, and can be taken back as a whole.",
    failed: "The case is made, and the spreadsheet is not in it",
    again: "Try again",
    without: "Start work without it",
    done: (read: number, created: number) =>
      `${plural(read, "row was", "rows were")} read, ${plural(created, "account", "accounts")} made.`,
  },
});

/** The figures, each with its name, its sentence for a number of findings, and how it is counted. */
export const f = catalogue("look-figures", {
  "known-twice": {
    name: "Known twice",
    found: (n: number) =>
      `${plural(n, "account stands", "accounts stand")} in more than one spelling`,
    how: "One account by its id, or by platform and handle, whose rows differ in the address, handle, id or platform that both give, letter for letter, or give nothing in common. Addresses of posts do not count.",
  },
  "two-names": {
    name: "Two names of one platform",
    found: (n: number) =>
      `${plural(n, "account stands", "accounts stand")} under a platform’s name of today and a former one, as x.com and twitter.com`,
    how: "By the host of the address, or by the platform column. These are among the accounts known twice.",
  },
  "referred-twice": {
    name: "Referred twice",
    found: (n: number) => `${plural(n, "item was", "items were")} referred more than once`,
    how: "An item is one account as one unit, or one post. It counts if its rows bear more than one day of referral or more than one reference.",
  },
  "never-answered": {
    name: "Never answered",
    found: (n: number) => `${plural(n, "referral has", "referrals have")} no decision`,
    how: "Rows with a date of referral and no decision (empty, a dash, or a word such as “pending”), unless another row of the same item and reference, or day, has one. The oldest stands first.",
  },
  "shared-numbers": {
    name: "Shared numbers",
    found: (n: number) =>
      `${plural(n, "telephone number stands", "telephone numbers stand")} with more than one account`,
    how: "Numbers in telephone columns, texts and contact links, in any digits, compared as +country and number. One that does not say its country goes with the one number that ends like it, else is compared as it is dialled at home; both are said.",
  },
  "without-date": {
    name: "Without a date",
    found: (n: number) => `${plural(n, "row has", "rows have")} no date`,
    how: "No cell of a column of dates can be read as a date.",
  },
  units: {
    name: "Units mixed",
    found: (n: number) =>
      `${plural(n, "file mixes", "files mix")} units: a sum over its rows counts unlike things`,
    how: "A row’s unit is what the unit column says, else what its address names: account, post, page, group, channel. Their counts stand below, by file and unit.",
  },
  unreadable: {
    name: "Cannot be read",
    found: (n: number) =>
      `${plural(n, "row names", "rows name")} neither an account nor a post that can be read`,
    how: "No address, handle or id, a short link, or a platform that cannot be told. An import would leave these rows out and give them back with the reason.",
  },
});

/** What a finding is, beside its label. */
export function howWords(how: How): string | null {
  switch (how) {
    case "plain":
    case "with-country":
      return null;
    case "spelling":
      return h.spelling;
    case "id":
      return h.id;
    case "two-names":
      return h.twoNames;
    case "references":
      return h.references;
    case "days":
      return h.days;
    case "country-unknown":
      return h.countryUnknown;
  }
}

const h = catalogue("look-how", {
  spelling: "in other spellings",
  id: "one id, other handles",
  twoNames: "under two names of the platform",
  references: "more than one reference",
  days: "more than one day",
  countryUnknown: "country not always written",
});

/** The words of a remark. */
export function remarkWords(remark: Remark): string {
  switch (remark) {
    case "no-referral-column":
      return r.noReferral;
    case "no-decision-column":
      return r.noDecision;
    case "no-date-column":
      return r.noDate;
  }
}

const r = catalogue("look-remarks", {
  noReferral: "No column says when or under which reference something was referred.",
  noDecision: "No column says what was decided, so every row with a date of referral counts.",
  noDate: "No column holds dates.",
});

/** A unit in words; rows whose unit cannot be told are said to be that. */
export function unitWords(unit: Unit | null): string {
  return unit === null ? u.unknown : u[unit];
}

const u = catalogue("look-units", {
  account: "account",
  page: "page",
  group: "group",
  channel: "channel",
  post: "post",
  story: "story",
  live: "live",
  ad: "advert",
  invite: "invitation",
  phone: "telephone",
  website: "website",
  "short-link": "short link",
  unknown: "cannot be told",
});

/** What a figure says. */
export function figureWords(figure: FigureView): string {
  return figure.count === 0 ? w.nothing : f[figure.figure].found(figure.count);
}
