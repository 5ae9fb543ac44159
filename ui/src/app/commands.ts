/** The one table of commands: keys, palette, menus and the sheet of keys are made from it. */
import { accountsCommands } from "../areas/accounts/commands";
import { auditCommands } from "../areas/audit/commands";
import { evidenceCommands } from "../areas/evidence/commands";
import { exchangeCommands } from "../areas/exchange/commands";
import { networksCommands } from "../areas/networks/commands";
import { outcomesCommands } from "../areas/outcomes/commands";
import { pasteCommands } from "../areas/paste/commands";
import { rechecksCommands } from "../areas/rechecks/commands";
import { referralsCommands } from "../areas/referrals/commands";
import { reviewCommands } from "../areas/review/commands";
import type { CommandSpec } from "../kit";
import { w } from "./words";

const windowGroup = () => w.command.window;
const placeGroup = () => w.command.places;
const listGroup = () => w.command.list;

const appCommands = [
  { id: "search.focus", label: () => w.command.search, group: listGroup, key: "Slash" },
  { id: "views.open", label: () => w.command.views, group: listGroup, key: "KeyV" },
  { id: "views.save", label: () => w.command.saveView, group: listGroup, key: "Shift+KeyV" },
  { id: "next", label: () => w.command.next, group: listGroup, key: "KeyJ" },
  { id: "previous", label: () => w.command.previous, group: listGroup, key: "KeyK" },
  {
    id: "undo",
    label: () => w.command.undo,
    group: listGroup,
    key: "Ctrl+KeyZ",
    inFields: false,
  },
  { id: "drawer.toggle", label: () => w.command.drawer, group: windowGroup, key: "KeyI" },
  {
    id: "pane.next",
    label: () => w.command.nextPane,
    group: windowGroup,
    key: "F6",
    inFields: true,
  },
  {
    id: "pane.previous",
    label: () => w.command.previousPane,
    group: windowGroup,
    key: "Shift+F6",
    inFields: true,
  },
  { id: "back", label: () => w.command.back, group: windowGroup, key: "Escape" },
  { id: "palette.open", label: () => w.command.palette, group: windowGroup, key: "Ctrl+KeyK" },
  { id: "keys.show", label: () => w.command.keys, group: windowGroup, key: "Shift+Slash" },
  {
    id: "case.lock",
    label: () => w.command.lock,
    group: windowGroup,
    key: "Ctrl+KeyL",
    inDialogs: true,
  },
  place("today", "Ctrl+Digit1"),
  place("review", "Ctrl+Digit2"),
  place("accounts", "Ctrl+Digit3"),
  place("evidence", "Ctrl+Digit4"),
  place("drafts", "Ctrl+Digit5"),
  place("colleagues", "Ctrl+Digit6"),
  place("audit", "Ctrl+Digit7"),
  place("networks", "Ctrl+Digit8"),
  place("to-approve", "Ctrl+Digit9"),
  place("sent", "Ctrl+Digit0"),
  place("outcomes", "Ctrl+KeyU"),
  place("settings", "Ctrl+Comma"),
] as const satisfies readonly CommandSpec[];

function place<A extends keyof typeof w.area>(area: A, key: string) {
  const id: `go.${A}` = `go.${area}`;
  return { id, label: () => w.command.go(w.area[area]), group: placeGroup, key };
}

/** Every command of the window. */
export const COMMANDS = [
  ...reviewCommands,
  ...accountsCommands,
  ...evidenceCommands,
  ...referralsCommands,
  ...exchangeCommands,
  ...pasteCommands,
  ...networksCommands,
  ...outcomesCommands,
  ...rechecksCommands,
  ...auditCommands,
  ...appCommands,
] as const satisfies readonly CommandSpec[];

declare module "../kit/command" {
  interface CommandRegister {
    id: (typeof COMMANDS)[number]["id"];
  }
}
