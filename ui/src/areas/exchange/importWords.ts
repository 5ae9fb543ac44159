import type { ImportWarning } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const rows = (n: number) => plural(n, "row", "rows");
const from = (line: number) => (line === 0 ? "" : `, the first on line ${count(line)}`);

/** What to say of a warning: how many, and the line of the first. */
const warnings: Record<ImportWarning, (n: number, line: number) => string> = {
  "digits-lost": (n, line) =>
    `${rows(n)} with a long number that lost its last digits in a spreadsheet${from(line)}. It names nobody any more: format the column as text, fill it again, and read the file again.`,
  swallowed: (n, line) =>
    `${rows(n)} with a cell that holds whole lines of the file${from(line)}. A quotation mark may be missing.`,
  unreadable: (n, line) =>
    `${rows(n)} with signs that cannot be read${from(line)}. Try another encoding.`,
  "twice-encoded": (n, line) =>
    `${rows(n)} whose letters were spoilt before the file was saved, as in Ã« for ë${from(line)}. Ask for the file again as UTF-8.`,
  "error-cells": (n, line) =>
    `${plural(n, "cell holds", "cells hold")} an error of the sheet${from(line)}; taken as empty.`,
  "hidden-rows": (n, line) =>
    `${plural(n, "row is", "rows are")} hidden in the sheet${from(line)}; read like the others.`,
  "merged-cells": (n) =>
    `${plural(n, "group", "groups")} of merged cells: only the first cell of each holds the words.`,
  ragged: (n, line) => `${rows(n)} with more or fewer cells than the first row${from(line)}.`,
  "mixed-dates": (n, line) =>
    `${rows(n)} with a date that can only be read in the other order than the rest of its column${from(line)}. See which order is meant, below, and write these dates otherwise.`,
  "other-reference": (n, line) =>
    `${plural(n, "row answers", "rows answer")} an item sent from this case by account and date; the reference is another one${from(line)}.`,
  "zero-bytes": (n, line) => `${rows(n)} with zero bytes, which are left out${from(line)}.`,
  "above-header": (n) =>
    `${plural(n, "line stands", "lines stand")} above the header and ${n === 1 ? "is" : "are"} not read. If another line is the header, say so above.`,
  links: (n, line) =>
    `${plural(n, "cell is a link", "cells are links")}${from(line)}: the address behind is read, and the words shown are kept beside it.`,
  "links-unread": (n, line) =>
    `${plural(n, "cell is a link", "cells are links")} whose address a formula works out${from(line)}. It is not read: save the addresses themselves as a column.`,
  "looks-like": (n, line) =>
    `${rows(n)} with a handle that looks like one on a register, in other letters${from(line)}. See whether it is the same.`,
  "short-links": (n, line) =>
    `${plural(n, "row names", "rows name")} nothing but a short link${from(line)}. They are kept as unresolved; where they lead is not known.`,
  "unknown-platform": (n, line) =>
    `${plural(n, "row names", "rows name")} a platform this program does not know${from(line)}; it is kept as written.`,
  "other-sheets": (n) =>
    `${plural(n, "further sheet stands", "further sheets stand")} in the workbook and ${n === 1 ? "is" : "are"} not read: choose it beside the file, one after the other.`,
  "unread-dates": (n, line) =>
    `${plural(n, "row has", "rows have")} a date that cannot be read or has not come yet${from(line)}: seen on the day of import.`,
  "further-addresses": (n, line) =>
    `${plural(n, "row has", "rows have")} a cell with several addresses${from(line)}: each is about the first; the others are kept beside it and make no account.`,
  "hidden-signs": (n, line) =>
    `${plural(n, "row has", "rows have")} a handle with signs that are not seen${from(line)}: it is taken without them, and kept as it is written beside the account.`,
  "no-reference": (n, line) =>
    `${plural(n, "row taken bears", "rows taken bear")} no reference${from(line)}: what they are about was found by account and date.`,
  "said-twice": (n, line) =>
    `${plural(n, "row says", "rows say")} of one item what an earlier row says of the same time or day${from(line)}; it is kept once.`,
  "ground-not-said": (n, line) =>
    `${plural(n, "row taken says", "rows taken say")} declined and no ground${from(line)}: it stands as ground not said.`,
};

/** Words of the mapping and of the files taken in. */
export const w = catalogue("exchange-import", {
  warningsTitle: "Look at this first",
  warnings,
  lines: (lines: readonly number[]) =>
    `Lines ${lines.slice(0, 20).map(count).join(", ")}${lines.length > 20 ? ", …" : ""}.`,
  mapping: {
    title: "Mapping",
    none: "The columns are taken for what their headers say.",
    usedSaved: (name: string) => `Read by your mapping “${name}”.`,
    usedKnown: (title: string) => `Known form: ${title}.`,
    missing: (columns: string) => `The file has no column: ${columns}.`,
    new: (columns: string) => `The mapping does not name: ${columns}.`,
    offered: "Read by",
    guess: "What the headers say",
    choice: (name: string, missing: number, fresh: number) =>
      missing + fresh === 0 ? name : `${name} (${count(missing)} missing, ${count(fresh)} new)`,
    keep: "Keep this mapping…",
    keepTitle: "Keep what the columns are taken for",
    keepText: "It is offered again for a file with the same columns, in whatever order.",
    name: "Name",
    keepAction: "Keep it",
    replace: (name: string) => `There is a mapping “${name}” already.`,
    replaceAction: "Replace it",
    kept: (name: string) => `“${name}” is kept.`,
    manage: "Your mappings…",
    manageTitle: "Your mappings",
    manageText: "Headers and what they are taken for. No word of any row stands in them.",
    empty: "You keep no mapping yet. Read a file, say what its columns are, and keep that.",
    columns: (n: number) => plural(n, "column", "columns"),
    share: "Save as a file…",
    take: "Take in a file…",
    rename: "Rename…",
    forget: "Forget",
    renameTitle: (name: string) => `Rename “${name}”`,
    renameAction: "Rename it",
    forgotten: (name: string) => `“${name}” is forgotten.`,
    shared: (name: string) => `“${name}” is saved as a file.`,
    failed: "The mapping was left as it was",
    cancel: "Cancel",
    close: "Close",
  },
  imports: {
    title: "Files taken in",
    label: "Files taken in, newest first",
    when: "When",
    file: "File",
    nameErased: "File whose name was erased",
    by: "By",
    did: "What it did",
    state: "Stands",
    counts: (created: number, updated: number, rejected: number) =>
      `${count(created)} new, ${count(updated)} changed, ${count(rejected)} rejected`,
    stands: "in the case",
    undone: "taken back",
    register: "register",
    empty: "No file has been taken in yet",
    emptyText: "Each file taken in is listed here, and can be taken back as one.",
    read: (n: number, encoding: string) => `${rows(n)} read, ${encoding}`,
    accounts: (n: number) => `${plural(n, "account", "accounts")} it made or changed`,
    accountsKept: (n: number) => `${plural(n, "account", "accounts")} kept in the case`,
    none: "No account of it stands in the case.",
    first: (shown: number, total: number) =>
      `The first ${count(shown)} of ${count(total)} are listed.`,
    entry: (n: number) => `Audit entry ${count(n)}`,
    takeBack: "Take back…",
    close: "Close",
  },
});
