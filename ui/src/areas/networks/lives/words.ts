import { count, plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of when the accounts of a network were there. */
export const w = catalogue("networks/lives", {
  facts: {
    noneGone: "none known to be gone",
    gone: (n: number, size: number) => `${count(n)} of ${count(size)} gone`,
    lives: (n: number) => plural(n, "life", "lives"),
    seen: "seen",
    to: "to",
  },
  timelineOf: (label: string) => `Timeline of the network of ${label}`,
  tableOf: (label: string) => `When the accounts of the network of ${label} were there`,
  legend:
    "A bar runs from when an account was first seen to when it was last seen, or was gone (crossed end). A triangle is when it was referred. Later lives are darker. The table below says the same.",
  undated: (n: number) =>
    `${plural(n, "account has", "accounts have")} no dated sighting and no bar.`,
  none: "No account of the network has a dated sighting.",
  more: (n: number) => `and ${plural(n, "more", "more")}`,
});
