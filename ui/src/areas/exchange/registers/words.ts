import type { RegisterField, RegisterList, UndoneView } from "../../../host";
import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

const fields: Record<RegisterField, string> = {
  "key-or-url": "Link, handle, domain or number",
  platform: "Platform",
  "platform-id": "Platform’s own id",
  list: "List",
  owner: "Owner",
  contact: "Contact",
  expires: "Expires",
  note: "Note",
  reference: "Reference, into the note",
  referred: "When referred, into the note",
  ignored: "Not taken in",
};

const means: Record<RegisterList, string> = {
  protected: "Newsrooms, charities, lawyers, rescue lines: enters no referral.",
  "ask-first": "A desk is asked before anything is sent.",
  "already-referred": "Somebody has referred it.",
  "never-links": "Says nothing about who belongs together.",
};

/** Words of the tab Registers. */
export const w = catalogue("registers", {
  label: "Registers",
  lead: "Lists your unit shares. What stands on them is said at import, in review, at a draft and for pasted links.",
  search: "Search owner, contact, link or note",
  all: "All",
  means,
  column: {
    list: "List",
    entry: "Entry",
    owner: "Owner",
    contact: "Contact",
    expires: "Expires",
    note: "Note",
    accounts: "In this case",
  },
  noEnd: "without end",
  expired: "expired",
  accounts: (n: number) => (n === 0 ? "none" : plural(n, "account", "accounts")),
  met: (entry: string) => `Accounts met by \u2068${entry}\u2069`,
  empty: "No entries",
  emptyAll:
    "Import the register of your unit: a CSV with the columns key_or_url, list, owner, contact, expires, note.",
  emptyFound: "No entry reads like that.",
  import: "Import a register…",
  failed: "The register could not be read",
  notWritten: "Nothing was taken in",
  previewTitle: (name: string) => `What ${name} would do`,
  previewNote: "Nothing has been written yet.",
  columns: "Columns",
  fields,
  rows: "Row by row",
  line: "Line",
  why: "Why",
  take: (n: number) => `Take in ${plural(n, "row", "rows")}`,
  takeNone: "No row of this file can be taken.",
  leave: "Leave it",
  busy: "Comparing with the accounts of the case",
  taken: (name: string) => `${name} is taken in`,
  files: "Files taken in",
  by: (officer: string) => `by ${officer}`,
  counts: (created: number, updated: number, rejected: number) =>
    `${count(created)} new, ${count(updated)} changed, ${count(rejected)} rejected`,
  undo: "Take back…",
  undoTitle: (name: string) => `Take ${name} back?`,
  undoText:
    "Entries it made no longer hold, and details it changed are put back. Entries changed since stay.",
  undoAction: "Take it back",
  undone: ({ removed, restored, kept }: UndoneView) =>
    `Taken back: ${count(removed)} removed, ${count(restored)} put back, ${count(kept)} kept.`,
});
