import type { CommandSpec } from "../../kit";
import { w } from "./words";

const account = () => w.keys.account;
const decision = () => w.keys.decision;

/** What can be done with the account that is open. Deciding keys act only while the item has the ring. */
export const reviewCommands = [
  {
    id: "account.refer",
    label: () => w.keys.refer,
    group: decision,
    key: "Digit1",
    panes: ["item"],
  },
  { id: "account.hold", label: () => w.keys.hold, group: decision, key: "Digit2", panes: ["item"] },
  {
    id: "account.noAction",
    label: () => w.keys.noAction,
    group: decision,
    key: "Digit3",
    panes: ["item"],
  },
  {
    id: "account.secondLook",
    label: () => w.keys.secondLook,
    group: decision,
    key: "Digit4",
    panes: ["item"],
  },
  { id: "account.safeguarding", label: () => w.keys.safeguarding, group: decision, key: "KeyG" },
  { id: "account.intelligence", label: () => w.keys.intelligence, group: decision },
  { id: "account.preserve", label: () => w.keys.preserve, group: decision },
  { id: "queue.skip", label: () => w.keys.skip, group: account, key: "KeyS" },
  {
    id: "queue.returnSkipped",
    label: () => w.keys.returnSkipped,
    group: account,
    key: "Shift+KeyS",
  },
  { id: "review.second", label: () => w.keys.second, group: decision },
  { id: "account.role", label: () => w.keys.role, group: account, key: "KeyP" },
  { id: "account.answer", label: () => w.keys.answer, group: account, key: "KeyE" },
  { id: "account.attach", label: () => w.keys.attach, group: account, key: "KeyA" },
  { id: "account.paste", label: () => w.keys.paste, group: account, key: "Ctrl+KeyV" },
  { id: "account.copySafe", label: () => w.keys.copySafe, group: account, key: "KeyC" },
  {
    id: "account.copyWorking",
    label: () => w.keys.copyWorking,
    group: account,
    key: "Shift+KeyC",
  },
] as const satisfies readonly CommandSpec[];
