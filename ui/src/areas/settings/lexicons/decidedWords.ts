import { count } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of what officers decided, held against the scores. */
export const w = catalogue("decided", {
  title: "What officers decided",
  aside: "all of this case, as at",
  text: "Each account counts once: by its newest assessment, and the sum that assessment was made on. Taken down and left standing count by the platform’s last word.",
  none: "Nothing was decided yet. Once accounts are referred, held or left without action, this says how that went with their scores.",
  bands: "Decisions by band",
  band: "Band",
  refer: "Refer",
  hold: "Hold",
  noAction: "No action",
  gone: "Taken down",
  leftStanding: "Left standing",
  share: "Share referred",
  shareOf: (percent: number, of: number) => `${count(percent)}% of ${count(of)}`,
  tooFew: (of: number) => `only ${count(of)} decided`,
  noneDecided: "none decided",
  terms: "Terms most often left without action",
  termsText:
    "Accounts that bear the term, by how they were decided. One that is often left without action may weigh too much, or not belong in its lexicon; terms that speak against an offer are meant to stand here.",
  noTerms: "No account that was left without action bears a term of the lexicons.",
  term: "Term",
  language: "Language",
  category: "Category",
  open: (term: string, language: string) => `Open ${term} in the lexicon ${language}`,
  all: (n: number) => `Show all ${count(n)}`,
  first: (n: number) => `Show the first ${count(n)}`,
  most: (n: number) => `The list ends after ${count(n)} terms.`,
});
