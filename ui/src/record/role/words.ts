import type { PersonRole, PersonRoleView, RestsOn } from "../../host";
import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const ROLE: Readonly<Record<PersonRole, string>> = {
  unknown: "not said",
  suspect: "suspect",
  witness: "witness",
  victim: "victim",
  child: "child",
  "third-party": "third party",
};

/** Words of what the person behind an account is to the case. */
export const w = catalogue("role", {
  lead: "Person:",
  title: "Person",
  role: ROLE,
  meaning: {
    unknown: "Nobody says what the person is to the case",
    suspect: "Suspected of an offence",
    witness: "Saw something, or knows of it",
    victim: "Is or may be a victim of an offence",
    child: "Is or may be under eighteen",
    "third-party": "Came in with the material, and none of these",
  } satisfies Readonly<Record<PersonRole, string>>,
  restsOn: { fact: "a fact", opinion: "an opinion" } satisfies Readonly<Record<RestsOn, string>>,
  restsOnMeans: {
    fact: "Something that is known",
    opinion: "An officer’s own assessment",
  } satisfies Readonly<Record<RestsOn, string>>,
  /** `victim, on a fact`. */
  said: ({ role, rests_on }: Pick<PersonRoleView, "role" | "rests_on">) =>
    rests_on === null
      ? ROLE[role]
      : `${ROLE[role]}, on ${rests_on === "fact" ? "a fact" : "an opinion"}`,
  dialog: "Who is the person behind",
  what: "To this case the person is",
  rests: "That rests on",
  words: "Why, in a few words",
  wordsHow: "May be left empty. Not part of any assessment.",
  apart:
    "Victims, children and third parties leave lists, searches, networks and exports. Accounts lists them on request, with a purpose.",
  neverReferred: "Victims and children are not referred.",
  needsRest: "Say whether it rests on a fact or an opinion",
  save: "Save the role",
  cancel: "Cancel",
  saved: (label: string, said: string) => `\u2068${label}\u2069: person ${said}`,
  nobody: "Nobody has said.",
  by: "said by",
  shut: {
    victim: "the person is a victim",
    child: "the person is a child",
  },
  leftOut: (n: number) =>
    `${plural(n, "account", "accounts")} of victims, children and third parties left out`,
  with: (n: number) =>
    `Write ${plural(n, "account", "accounts")} of victims, children and third parties too`,
  withMeans: "Only if the recipient needs them for the purpose. That they left is logged.",
  written: (n: number) =>
    `${plural(n, "account", "accounts")} of victims, children and third parties among them`,
  exhibitsLeftOut: (n: number) =>
    `${plural(n, "exhibit", "exhibits")} of victims, children and third parties not shown; their accounts show them`,
});
