import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of figures of several officers. */
export const w = catalogue("officers-figures", {
  title: "Figures of several officers",
  lead: "Each officer has a case of their own. A file of figures holds one row an item, under pseudonyms made with the unit’s secret, and no text. Read together, what several officers sent is counted once.",
  choose: "Read files…",
  again: "Read other files…",
  write: "Save a file of this case…",
  writeMeans:
    "Choose the file with the unit’s secret, the same for every officer, then where the file goes. That it was written is logged.",
  written: (file: string, rows: number) => `${file}: ${plural(rows, "item", "items")}.`,
  sum: (items: number, files: number) =>
    `${plural(items, "item", "items")} in ${plural(files, "file", "files")}, each counted once`,
  files: "Files",
  fileColumns: ["File", "Rows"],
  duplicates: (n: number) =>
    n === 0
      ? "No item stands in more than one row."
      : `${plural(n, "item stands", "items stand")} in more than one row, counted once`,
  duplicatesTitle: "Sent by several officers",
  duplicateColumns: ["Pseudonym", "In"],
  differs: (files: string, moments: number) =>
    `${files}; they differ on ${plural(moments, "moment", "moments")}, what says less of a takedown counts`,
  moreDuplicates: (n: number) => `and ${count(n)} more`,
  unmarked: (files: string) =>
    `Not told with which secret they were made: ${files}. If it was not one, items are counted several times.`,
});
