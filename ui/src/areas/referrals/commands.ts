import type { CommandSpec } from "../../kit";
import { approvalCommands } from "./approval/commands";
import { sentCommands } from "./sent/commands";
import { w } from "./words";

const group = () => w.group;

/** What can be done to a referral, from the draft to the last answer. */
export const referralsCommands = [
  { id: "drafts.missing", label: () => w.command.firstMissing, group, key: "KeyM" },
  { id: "drafts.submit", label: () => w.command.submit, group, key: "Shift+KeyM" },
  { id: "drafts.askFirst", label: () => w.command.askFirst, group },
  { id: "drafts.export-pdf", label: () => w.command.exportPdf, group },
  { id: "drafts.export-text", label: () => w.command.exportText, group },
  { id: "drafts.export-csv", label: () => w.command.exportCsv, group },
  { id: "drafts.export-letter", label: () => w.command.exportLetter, group },
  { id: "drafts.export-exhibits", label: () => w.command.exportExhibits, group },
  { id: "drafts.discard", label: () => w.command.discard, group },
  ...approvalCommands,
  ...sentCommands,
] as const satisfies readonly CommandSpec[];
