import type { ShotState, ShotsView, SkipReason } from "../../host";
import { count, plural } from "../../lib/numbers";
import { catalogue } from "../../lib/words";

const states: Record<ShotState, string> = {
  new: "can be attached",
  attached: "attached",
  differs: "not what the list of hashes says",
  unlisted: "not on the list of hashes",
  "no-number": "named after no number",
  "unknown-number": "no such carry sheet or number",
  refused: "could not be attached",
};

/** Words of the folder that screenshots come back in. */
export const w = catalogue("shots", {
  title: "Screenshots",
  text: "Name each after its sheet and number, like 3-17.png. A list of hashes beside them, as sha256sum writes it, is held against them. Nothing in the folder is changed.",
  choose: "Choose the folder…",
  again: (name: string) => `Look at ${name} again`,
  folder: (name: string) => `Screenshots in ${name}`,
  sum: ({ read, attached, rejected, new: fresh }: ShotsView) =>
    `${plural(read, "file", "files")}: ${count(fresh)} can be attached, ${count(attached)} attached, ${count(rejected)} not taken.`,
  listed: "Every file is held against the list of hashes.",
  unlisted: "No list of hashes lies beside them.",
  missing: "On the list and not in the folder:",
  skipped: "Not looked at",
  skip: {
    link: "a link to something elsewhere; copy the file itself here",
    folder: "a folder; choose it to look into it",
    other: "no file of its own",
  } satisfies Record<SkipReason, string>,
  beyond: (n: number) =>
    `${plural(n, "file more is", "files more are")} not looked at; put them into a second folder.`,
  empty: "No file is in it yet. It is looked at again by itself.",
  files: "Files of the folder",
  file: "File",
  account: "Account",
  state: "What becomes of it",
  states,
  take: (n: number) => (n === 0 ? "Attach" : `Attach ${plural(n, "screenshot", "screenshots")}`),
  taken: (n: number) => `${plural(n, "screenshot was", "screenshots were")} attached.`,
  nothing: "Nothing new to attach.",
  close: "Close",
});
