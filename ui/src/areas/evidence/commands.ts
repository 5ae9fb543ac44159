import type { CommandSpec } from "../../kit";
import { w } from "./words";

/** What can be done with the exhibit that is open, or whose tile has the focus. */
export const evidenceCommands = [
  {
    id: "exhibit.stop",
    label: () => w.stop,
    group: () => w.title,
    key: "Ctrl+Delete",
    inFields: false,
    inDialogs: true,
  },
] as const satisfies readonly CommandSpec[];
