import type { CommandSpec } from "../../kit";
import { w } from "./words";

const group = () => w.group;

/** Pasted links can be asked about from everywhere. */
export const pasteCommands = [
  { id: "links.paste", label: () => w.command, group, key: "KeyN" },
] as const satisfies readonly CommandSpec[];
