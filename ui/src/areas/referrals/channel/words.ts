import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of the channel a draft goes by. */
export const w = catalogue("channel", {
  title: "Channel",
  none: "The directory has no channel of this platform for this route.",
  overdue: "overdue for review",
  since: (day: string) => `Look its terms up again: they were to be looked at by ${day}.`,
  most: "At most",
  limit: (n: number, words: string) => `${count(n)} (${words})`,
  required: "Must hold",
  identifiers: "Identifiers",
  language: "Language",
  told: "User told",
  preserves: "Preserves",
  answer: "Answer",
  answerDays: (n: number) => `due in ${plural(n, "day", "days")}`,
  rate: "Your unit’s own",
  rateSaid: (down: number, sent: number) => `${count(down)} of ${count(sent)} taken down`,
  rateNone: "nothing sent by it",
  from: (source: string, date: string, version: string) =>
    `${source}, ${date}. Directory, version ${version}.`,
  open: "See the directory",
});
