import type { FairCount } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words about whether languages and sources fare alike. */
export const w = catalogue("fairness", {
  language: "By language",
  source: "By source",
  columns: [
    "Seen",
    "Referred of seen",
    "Returned of submitted",
    "Left standing of decided",
    "Reversed of referred",
    "Lexicon",
  ],
  first: { languages: "Language", sources: "Source" },
  as_at: (at: string) => `everything the case holds, as at ${at}`,
  rate: (part: string, whole: string) => `${part} of ${whole}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  apart: (rest: string) => `apart from the rest, ${rest}`,
  lexicon: (terms: number, version: string) => `${plural(terms, "term", "terms")}, ${version}`,
  unchecked: (n: number) => `${count(n)} not checked`,
  noLexicon: "none",
  notSaid: "not said",
  counts: {
    seen: "taken in",
    referred: "referred",
    submitted: "in a referral that was submitted",
    returned: "in a referral that was returned",
    decided: "decided by the platform",
    declined: "left standing",
    reversed: "withdrawn or put back",
  } satisfies { readonly [count in FairCount]: string },
  open: (n: string, what: string, group: string) => `${n}: open the accounts, ${what}, ${group}`,
  title: (what: string, group: string) => `Behind the number: ${what}, ${group}`,
  aside: (n: number, asAt: string) => `${plural(n, "account", "accounts")}, as at ${asAt}`,
  rowColumns: ["Account", "Platform", "Sent in", "Stands"],
  wasReturned: "returned by a second officer",
  notSent: "not sent",
  how: "Each share has Wilson’s interval at 95 %. A group is marked where its interval does not hold the share of all others together; of twenty groups that are alike, one is marked by chance. A mark is a question to ask: of the lexicon, of the source, of who reads the language. Returned counts accounts in a referral that a second officer returned.",
});
