import type { CommandSpec } from "../../kit";

/** What can be done in this area. */
export const evidenceCommands = [] as const satisfies readonly CommandSpec[];
