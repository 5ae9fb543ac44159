import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const texts = (n: number) => plural(n, "text", "texts");
const accounts = (n: number) => plural(n, "account", "accounts");

/** Words of what goes out to a linguist, and of their answer that a text cannot be read. */
export const w = catalogue("linguist", {
  send: (language: string) => `Give texts in ${language} to a linguist…`,
  bulk: "To a linguist…",
  title: "Texts for a linguist",
  lead: "One row a text: a key, the language, the original, and empty cells for the translation. No handle, score, case number or officer’s name leaves with it, unless a text itself holds one.",
  language: "Language",
  languageOf: (name: string, n: number) => `${name}: ${accounts(n)} waiting`,
  readByYou: "you read it",
  noLanguage: "No account waits for a reader.",
  format: "As",
  formats: { csv: "a table to fill in (CSV)", print: "pages to print" },
  formatMeans: {
    csv: "The linguist fills in translation, status (gist, checked, certified) and by, or cannot_read and by. Take it in again under Colleagues, For the linguist.",
    print:
      "Plain pages of 80 columns with room to write; answers are typed in by hand, the key says which text each belongs to.",
  },
  recipient: "Who receives it",
  purpose: "What for",
  purposeGiven: "Translation",
  shut: "Say which language, who receives it and what for.",
  action: "Choose where and write",
  working: "Reading and writing the texts",
  done: (n: number, of: number, entry: number) =>
    `${texts(n)} of ${accounts(of)} written and read back; entry ${count(entry)} of the sharing log.`,
  donePages: (pages: number) => plural(pages, "page", "pages"),
  leftOut: (n: number, language: string) =>
    `${texts(n)} left out: a reader of ${language} has said that they cannot read ${n === 1 ? "it" : "them"}.`,
  close: "Close",
  cancel: "Cancel",
  couldNot: (by: string, language: string) =>
    `\u2068${by}\u2069 could not read it as ${language}: it needs another reader.`,
  couldNotShort: "could not be read",
  noteOf: "They say:",
  ofEarlierText: "of an earlier text",
  changedSinceAssessed:
    "The profile text has changed since it was assessed. It enters no referral before it is assessed again.",
  textChanged: "The profile text has changed since. This translates what stood there before.",
});
