import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

/** Words of the 3x5x2 grading of intelligence (College of Policing, Authorised Professional Practice). */
export const w = catalogue("grading", {
  title: "Grading, 3x5x2",
  source: "Source",
  sources: { "1": "1 Reliable", "2": "2 Untested", "3": "3 Not reliable" },
  information: "Information",
  informations: {
    A: "A Known directly to the source",
    B: "B Known indirectly, corroborated",
    C: "C Known indirectly",
    D: "D Not known",
    E: "E Suspected to be false",
  },
  handling: "Handling",
  handlings: { P: "P Lawful sharing permitted", C: "C Sharing with conditions" },
  needed: "grading",
  graded: (grading: string) => `graded ${grading}`,
  ungraded: (n: number) => `${plural(n, "account has", "accounts have")} no grading`,
  giveMeans:
    "One given here stands in the file for those that have none. A grading an account has is not changed.",
  keep: "Keep it with the accounts too",
  incomplete: "Give source, information and handling, or no grading.",
});
