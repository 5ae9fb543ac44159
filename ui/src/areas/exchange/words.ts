import type { Field, RegisterList, RowFate } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const rows = (n: number) => plural(n, "row", "rows");
const accounts = (n: number) => plural(n, "account", "accounts");

const fates: Record<RowFate, string> = {
  created: "New",
  updated: "Changed",
  unchanged: "Unchanged",
  merged: "Merged",
  rejected: "Rejected",
};

const fateMeaning: Record<RowFate, string> = {
  created: "make an account",
  updated: "change an account",
  unchanged: "say nothing new",
  merged: "further rows for a thing already met in this file",
  rejected: "are not taken, each with its reason",
};

const fields: Record<Field, string> = {
  platform: "Platform",
  handle: "Handle",
  url: "Address of the account",
  "platform-id": "Platform’s own id",
  "display-name": "Display name",
  bio: "Profile text",
  followers: "Followers",
  language: "Language",
  "first-seen": "First seen",
  reason: "Why it was flagged",
  source: "Who flagged it",
  notes: "Note",
  "post-text": "Words of a post",
  "post-url": "Address of a post",
  "posted-at": "When the post was made",
  unit: "Kind: account, page, group, channel",
  extra: "Kept as it is",
};

/** Names of what a row fills or changes. */
const changed: Readonly<Record<string, string>> = {
  display_name: "Display name",
  bio: "Profile text",
  language: "Language",
  followers: "Followers",
  flagged_reason: "Why it was flagged",
  source: "Who flagged it",
  sighting: "Seen as",
  post: "Post",
  note: "Note",
};

/** Words of the area Colleagues: files in, files out, the sharing log. */
export const w = catalogue("exchange", {
  title: "Colleagues",
  tabs: "Files in and out",
  tab: {
    import: "Import",
    export: "Export CSV",
    registers: "Registers",
    sharing: "Sharing log",
  },
  command: {
    import: "Import a file",
    mapping: "Keep the mapping of this file",
    export: "Export CSV",
    sharing: "Open the sharing log",
    registers: "Open the registers",
    commit: "Import the rows shown",
    saveRejected: "Save rejected rows",
  },

  start: {
    title: "Import flagged accounts",
    lead: "A CSV file or an Excel workbook: one row for each account or post. Drop it here, or choose it.",
    choose: "Choose a file…",
    drop: "Let go to read the file",
    promise: "You see what every row would do first. Nothing is written before you press Import.",
    whatTitle: "What is recognised",
    what: "Platform, handle, username, address or profile link, id, display name, bio, followers, language, first seen, reason, source, notes, and posts with their text and links. The encoding and the delimiter are found out.",
    restTitle: "What is not",
    rest: "A column that means nothing here is kept as it is: it can be searched, and an export gives it back in its place.",
    oneFile: (name: string, others: number) =>
      `One file at a time. ${name} is read; ${plural(others, "other file was", "other files were")} left alone.`,
  },

  reading: {
    title: (name: string) => `Reading ${name}`,
    what: "Every row is read and compared with the case. Nothing is written.",
    again: "Reading the file again",
  },

  failed: {
    read: "The file could not be read",
    write: "Nothing was imported",
    save: "The rejected rows were not saved",
    saveRows: "The rows were not saved",
    undo: "The import was not taken back",
    another: "Choose another file…",
    again: "Read it again",
  },

  preview: {
    promise: "Nothing has been written yet.",
    file: "File",
    sheet: "Sheet of the workbook",
    sheetHidden: (name: string) => `${name} (hidden)`,
    sheetNote: (n: number) => `${plural(n, "sheet", "sheets")} in the workbook`,
    encoding: "Encoding",
    delimiter: "Delimiter",
    delimiters: { ",": "Comma ,", ";": "Semicolon ;", tab: "Tab", "|": "Bar |" } as Record<
      string,
      string
    >,
    found: "found in the file",
    given: "chosen by you",
    countsTitle: "What the rows would do",
    readTerm: "Rows read",
    equals: "=",
    plus: "+",
    sum: (read: number, parts: string) => `${rows(read)} read: ${parts}.`,
    doesNotAddUp: (read: number, sum: number) =>
      `These counts do not add up: ${count(read)} read, but ${count(sum)} accounted for. The file is not imported. Read it again; if it stays so, keep the file and report a fault.`,
    nothingNew: "No row of this file says anything new.",
    columnsTitle: "Columns",
    columnsAside: (known: number, kept: number) =>
      `${count(known)} recognised, ${count(kept)} kept as they are`,
    columnHeader: "In the file",
    columnField: "Taken for",
    columnSamples: "First cells",
    columnLabel: (header: string) => `Column ${header} is taken for`,
    noHeader: (index: number) => `column ${index + 1}, no header`,
    noSamples: "empty",
    findColumn: "Find a column",
    columnsShown: (shown: number, all: number) => `${count(shown)} of ${count(all)} columns shown`,
    allColumns: "Show all columns",
    noIdentity:
      "No column is taken for a handle, an address or an id. Without one of them no row names an account.",
    reset: "Back to what was recognised",
    rowsTitle: "Row by row",
    rowsLabel: "Rows by what they would do",
    line: "Line",
    account: "Account",
    why: { reason: "Why", changes: "What changes", merges: "Merges with", note: "Note" },
    noRows: (fate: string) => `No row is ${fate.toLowerCase()}.`,
    all: "All",
    changesOf: (line: number) => `Line ${count(line)}, field by field`,
    noChanges: "This row fills and changes nothing.",
    change: { field: "Field", old: "Stands there", new: "Will stand there" },
    nothingThere: "nothing",
    choosePrompt: "Choose a row to see what it fills and changes.",
    saveRows: "Save what every row would do…",
    rowsSaved: (n: number) => `What ${rows(n)} would do is saved.`,
    saveRejected: "Save rejected rows…",
    rejectedSaved: (n: number) =>
      `${plural(n, "rejected row", "rejected rows")} saved, each with its reason.`,
    leave: "Leave without importing",
    import: (n: number) => `Import ${rows(n)}`,
    importNone: "Import",
    importNoneWhy: "No row of this file can be taken.",
    importWaitWhy: "The file is being read.",
    importSumWhy: "The counts do not add up.",
    onRegister: (n: number, list: RegisterList) =>
      `${plural(n, "row is", "rows are")} on the ${list} register.`,
    rejectedStay: (n: number) =>
      `${plural(n, "rejected row stays", "rejected rows stay")} outside.`,
  },
  fates,
  fateMeaning,
  fields,
  changed,

  writing: {
    title: (name: string) => `Importing ${name}`,
    what: "All rows or none: if you cancel, the case stays as it was.",
  },

  undoing: {
    title: (name: string) => `Taking ${name} back`,
    what: "All of it or none: if you cancel, the import stays.",
  },

  result: {
    title: (name: string) => `${name} is imported`,
    nothing: (name: string) => `${name}: nothing was written`,
    batch: "Batch",
    readAs: (encoding: string, delimiter: string) => `Read as ${encoding}, ${delimiter}`,
    review: "Go to review",
    another: "Import another file…",
    undo: "Take this import back…",
    undoTitle: "Take this import back?",
    undoText:
      "Accounts it made leave the case and fields it changed are put back. What somebody has worked on since stays. The audit log keeps both acts.",
    undoAction: "Take it back",
    affects: (n: number) => `${accounts(n)} made or changed`,
    undone: "The import was taken back",
    removed: "Removed",
    restored: "Put back",
    kept: "Kept",
    keptTitle: "Kept, since somebody worked on them",
    keptMore: (shown: number, total: number) =>
      `The first ${count(shown)} of ${count(total)} are listed; the list of imports opens them all.`,
    removedWhat: "records the import made",
    restoredWhat: "fields it had changed",
    keptWhat: "worked on since, left as they are",
  },

  offer: {
    title: (name: string) => `Import ${name}?`,
    text: "You see what every row would do before anything is written.",
    attachText: "Or is the file itself evidence of the account on screen?",
    action: "Read the file",
    attach: "Attach it as evidence",
    leave: "Leave it",
    notCsv: (name: string) =>
      `${name} does not look like a CSV file or a workbook. To attach it, open an account in Review and drop it there.`,
  },

  export: {
    which: "Which accounts",
    scope: { all: "All accounts of the case", some: "Only some of them" },
    search: "Search",
    searchHint: "Words, handle, phone or note",
    status: "Status",
    platform: "Platform",
    counting: "Counting…",
    matched: (n: number) => `${accounts(n)} will be in the file`,
    none: "No account matches. Change what is asked for.",
    columns: "Columns",
    columnsAside: (n: number) => `${plural(n, "column", "columns")} in the file, in this order`,
    inFile: "In the file",
    notInFile: "Left out",
    kept: "kept from an imported file",
    add: (name: string) => `Add ${name}`,
    remove: (name: string) => `Leave out ${name}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    moved: (name: string, place: number) => `${name} is now column ${place}`,
    colleague: "Colleague’s columns",
    everything: "All columns",
    noColumns: "Choose at least one column.",
    moveHint: "Alt with an arrow key moves the column that has the focus.",
    header: "First line of the file",
    who: "Who receives it, and what for",
    whoNote: "Both are kept in the audit log as a disclosure. They do not stand in the file.",
    recipient: "Recipient",
    recipientHint: "Name, rank or team, and organisation",
    purpose: "Purpose",
    purposeHint: "In one sentence",
    marking: "Marking",
    markingColumn: "Stands in every row of the file.",
    markingLeftOut: "The column breakwater_marking is left out: no row of the file will say so.",
    markingNote: "What leaves this case carries it. Pass the file on only by a road that fits it.",
    guard:
      "UTF-8. A cell that a spreadsheet would run as a formula is guarded by an apostrophe; an import here takes it off again.",
    action: (n: number) => `Export ${accounts(n)}…`,
    actionNone: "Export…",
    needRecipient: "Say who receives the file.",
    needPurpose: "Say what it is for.",
    needBoth: "Say who receives the file and what for.",
    needColumns: "Choose at least one column.",
    needAccounts: "No account matches.",
    writing: "Writing the file",
    writingWhat:
      "It is written under another name, read back and compared before it takes its place.",
    failed: "No file was written",
    done: (name: string) => `${name} is written`,
    rows: "Rows",
    sha256: "SHA-256",
    entry: "Audit entry",
    compared: "Read back and compared with what was meant.",
    copy: "Copy the SHA-256",
    copyShort: "Copy",
    copied: "The SHA-256 is on the clipboard.",
    notCopied: "The clipboard is not to be had. Mark the text and copy it with the keyboard.",
    openEntry: (n: number) => `Open audit entry ${count(n)}`,
    again: "Export once more",
    seeLog: "See the sharing log",
  },

  sharing: {
    label: "Sharing log",
    lead: "Everything that left this case, newest first: who received what, when and why.",
    when: "When",
    officer: "Officer",
    what: "What left",
    recipient: "Recipient",
    purpose: "Purpose",
    entry: "Entry",
    openEntry: (n: number) => `Open audit entry ${count(n)}`,
    empty: "Nothing has left this case",
    emptyText: "Exports, drafts, exhibits and working addresses that are copied are listed here.",
    noRecipient: "not recorded",
  },
});
