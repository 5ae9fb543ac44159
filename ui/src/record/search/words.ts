import { count } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of searching, as Review and Accounts show it. */
export const w = catalogue("search", {
  reading: (done: number, total: number) =>
    `Looking inside words: ${count(done)} of ${count(total)} read`,
  stop: "Stop",
  stopped: "Stopped: not every text was read.",
  goOn: "Go on",
  inside: "Look inside words too",
  foundIn: {
    handle: "handle",
    id: "id",
    name: "name",
    phone: "phone",
    link: "link",
    note: "note",
    reference: "reference",
    exhibit: "exhibit",
    source: "source",
    tag: "tag",
    more: "file",
  },
  views: "Views",
  viewsNone: "No views yet",
  accounts: (n: number | null) => (n === null ? "its search cannot be read" : count(n)),
  save: "Save this list as a view",
  rename: (name: string) => `Rename \u2068${name}\u2069`,
  remove: (name: string) => `Delete \u2068${name}\u2069`,
  saveTitle: "Save this list as a view",
  renameTitle: "Rename the view",
  name: "Name",
  nameNeeded: "a name",
  nameTaken: "There is a view with this name already.",
  saveAction: "Save the view",
  renameAction: "Rename the view",
  cancel: "Cancel",
  saved: (name: string) => `\u2068${name}\u2069 is saved.`,
  renamed: (name: string) => `It is called \u2068${name}\u2069 now.`,
  removed: (name: string) => `\u2068${name}\u2069 is deleted. No account was touched.`,
  failed: "The views could not be kept.",
});
