import type { MatchedBy, RegisterList } from "../../host";
import { plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const lists: Record<RegisterList, string> = {
  protected: "Protected",
  "ask-first": "Ask first",
  "already-referred": "Already referred",
  "never-links": "Never links",
};

const notOn: Record<Exclude<RegisterList, "never-links">, string> = {
  protected: "Not protected.",
  "ask-first": "Not on ask-first.",
  "already-referred": "Not referred by others.",
};

const by: Record<MatchedBy, string> = {
  id: "by its id",
  handle: "by a handle it was seen with",
  address: "by its address",
  post: "by a post of it",
  domain: "by its website or a link in its profile",
  phone: "by its number or one in its profile",
  "look-alike": "by a handle that looks alike",
};

/** Words of the registers, as every area shows them. */
export const w = catalogue("register", {
  title: "Registers",
  banner: "On a register",
  lists,
  notOn,
  by,
  ownerNotSaid: "owner not said",
  askLead: "ask",
  asWritten: (written: string) => `listed as “\u2068${written}\u2069”`,
  until: "until",
  looksLike: (list: string) => `Looks like one on ${list.toLowerCase()}`,
  alikeMeans:
    "See whether it is the same; nothing was joined. Whoever is listed is asked before anything is sent.",
  protectedMeans: "It enters no referral.",
  askMeans: "Ask before anything is sent.",
  referredMeans: "Somebody has referred it.",
  referLine: (list: string, owner: string) => `On the ${list.toLowerCase()} register: ${owner}.`,
  referProtected: "No draft will take it.",
  rows: (n: number) => plural(n, "row is", "rows are"),
});
