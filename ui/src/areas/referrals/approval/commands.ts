import type { CommandSpec } from "../../../kit";
import { w } from "./words";

const group = () => w.group;
const areas = ["to-approve", "drafts"] as const;

/** What can be done to a referral that was handed over. */
export const approvalCommands = [
  { id: "approval.next", label: () => w.command.openNext, group, key: "KeyO", areas },
  { id: "approval.sign", label: () => w.command.sign, group, key: "KeyY", panes: ["item"], areas },
  {
    id: "approval.takeOut",
    label: () => w.command.takeOut,
    group,
    key: "KeyX",
    panes: ["item"],
    areas,
  },
  {
    id: "approval.giveBack",
    label: () => w.command.giveBack,
    group,
    key: "KeyR",
    panes: ["item"],
    areas,
  },
  { id: "approval.takeBack", label: () => w.command.takeBack, group },
  { id: "approval.copy", label: () => w.out.copy, group, key: "KeyT", areas },
  { id: "approval.markSent", label: () => w.out.markSent, group, key: "KeyU", areas },
  { id: "approval.pdf", label: () => w.out.pdf, group },
  { id: "approval.txt", label: () => w.out.txt, group },
  { id: "approval.csv", label: () => w.out.csv, group },
  { id: "approval.eml", label: () => w.out.eml, group },
  { id: "approval.zip", label: () => w.out.zip, group },
] as const satisfies readonly CommandSpec[];
