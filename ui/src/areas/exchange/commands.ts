import type { CommandSpec } from "../../kit";
import { w } from "./words";

const group = () => w.title;

/** Files in and out: reachable from everywhere, since a colleague’s file may come at any moment. */
export const exchangeCommands = [
  { id: "exchange.import", label: () => w.command.import, group, key: "Ctrl+KeyO" },
  { id: "exchange.outcomes", label: () => w.command.outcomes, group, key: "Ctrl+Shift+KeyO" },
  { id: "exchange.export", label: () => w.command.export, group, key: "Ctrl+KeyE" },
  { id: "exchange.linguist", label: () => w.command.linguist, group },
  { id: "exchange.registers", label: () => w.command.registers, group },
  { id: "exchange.sharing", label: () => w.command.sharing, group },
  {
    id: "exchange.commit",
    label: () => w.command.commit,
    group,
    key: "Ctrl+Enter",
    inFields: true,
  },
  { id: "exchange.mapping", label: () => w.command.mapping, group },
  { id: "exchange.save-rejected", label: () => w.command.saveRejected, group },
] as const satisfies readonly CommandSpec[];
