import type { CommandSpec } from "../../kit";

/** What can be done in this area. */
export const outcomesCommands = [] as const satisfies readonly CommandSpec[];
