import type { CommandSpec } from "../../kit";
import { w } from "./words";

const group = () => w.group;

/** What can be done to an open draft. */
export const referralsCommands = [
  { id: "drafts.missing", label: () => w.command.firstMissing, group, key: "KeyM" },
  { id: "drafts.export-pdf", label: () => w.command.exportPdf, group },
  { id: "drafts.export-text", label: () => w.command.exportText, group },
  { id: "drafts.export-csv", label: () => w.command.exportCsv, group },
  { id: "drafts.export-letter", label: () => w.command.exportLetter, group },
  { id: "drafts.export-exhibits", label: () => w.command.exportExhibits, group },
  { id: "drafts.discard", label: () => w.command.discard, group },
] as const satisfies readonly CommandSpec[];
