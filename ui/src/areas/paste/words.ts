import type { LinkGroup, UndoneView } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const groups: Record<LinkGroup, string> = {
  removed: "Removed after referral",
  waiting: "Waiting for the platform",
  declined: "Declined by the platform",
  protected: "Protected",
  "ask-first": "Ask first",
  "looks-like": "Looks like one on a register",
  "already-referred": "Referred by others",
  "short-link": "Unresolved short links",
  known: "In the case",
  new: "New",
  "not-added": "Not in the case, and not to be added",
};

/** Words of the pasted links. */
export const w = catalogue("paste", {
  group: "Case",
  command: "Do we know these? Paste links",
  title: "Do we already know these?",
  field: "Links, handles or numbers",
  hint: "One or forty, in any text. Nothing outside the case is asked; what is found is logged as looked at.",
  looking: "Looking",
  nothing: "No link, handle or number is in this text.",
  groups,
  found: (n: number) => plural(n, "link", "links"),
  results: "What the case knows of them",
  notInCase: "not in the case",
  open: (label: string) => `Open ${label}`,
  add: (n: number) => `Add the ${count(n)} new`,
  addNone: "Nothing to add",
  addNoneWhy: "None of these is new.",
  added: (n: number) => `${plural(n, "account", "accounts")} added`,
  addFailed: "Nothing was added",
  undoReason: "Taken back right after they were added.",
  undone: ({ removed, kept }: UndoneView) =>
    kept > 0
      ? `Taken back: ${count(removed)}. Kept, since somebody worked on it: ${count(kept)}.`
      : `Taken back: ${count(removed)}.`,
  copySafe: "Copy safe text",
  copied: "Safe text copied",
  close: "Close",
});
