import { count, plural } from "../../lib/numbers";

/** Words of links between accounts. */
export const w = {
  title: "Linked accounts",
  tab: "Links",
  apart: "Linked with nobody",
  none: "It shares no number, contact, picture or text with another account.",
  toAssess: (total: number, open: number) =>
    open === 0 ? count(total) : `${count(total)}, not yet assessed ${count(open)}`,
  more: (n: number) => `${plural(n, "more", "more")} under Links`,
  open: (label: string) => `Open ${label}`,
  said: {
    together: (officer: string) => `Operated together, says ${officer}:`,
    apart: (officer: string) => `Not operated together, says ${officer}:`,
  },
  saidShort: { together: "operated together", apart: "not operated together" },
  two: "two kinds of reasons",
  means:
    "What accounts share is no more than that. Who stands behind them is for an officer to find out.",
  sharedTitle: "Shared, and linking nobody",
  shared: (accounts: number, why: string) =>
    `on ${plural(accounts, "account", "accounts")}; ${why}`,
  shownOf: (shown: number, total: number) => `${count(shown)} of ${count(total)}`,
};
