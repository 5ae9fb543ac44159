/** Pasted links: a dialog over every area. */
export { pasteCommands } from "./commands";
export { PasteLinks } from "./PasteLinks";
