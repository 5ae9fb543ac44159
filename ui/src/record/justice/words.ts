import type { JusticeKind } from "../../host";
import { catalogue } from "../../lib/words";

/** Words about arrests and convictions linked with accounts. */
export const w = catalogue("justice", {
  section: "Arrests and convictions",
  none: "None linked.",
  open: "Link an arrest or a conviction…",
  title: (n: number) =>
    n === 1
      ? "Link an arrest or a conviction with this account"
      : `Link an arrest or a conviction with these ${n} accounts`,
  kind: "What",
  kinds: { arrest: "Arrest", conviction: "Conviction" } satisfies {
    readonly [kind in JusticeKind]: string;
  },
  at: "Day",
  reference: "Reference of the force or the court",
  source: "Who or what said so",
  words: "In a few words; may be left out",
  save: "Link it",
  saved: "Linked",
  takeBack: "Take back",
  takenBack: "Taken back",
  said: (reference: string, source: string) => `${reference}, said by ${source}`,
});
