import type { CommandSpec } from "../../kit";

/** What can be done in this area. */
export const networksCommands = [] as const satisfies readonly CommandSpec[];
