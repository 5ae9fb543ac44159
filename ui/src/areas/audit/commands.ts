import type { CommandSpec } from "../../kit";
import { w } from "./words";

/** What can be done in the audit log. */
export const auditCommands = [
  { id: "audit.verify", label: () => w.command.verify, group: () => w.title },
] as const satisfies readonly CommandSpec[];
