/** Every error code has words of its own: what happened, and what to do. */
import type { ErrorCode } from "../host";
import { assertNever } from "../lib/assert";
import { catalogue } from "../lib/words";

const w = catalogue("errors", {
  wrongPassphrase: "That passphrase does not open this case",
  wrongPassphraseDo: "Check the keyboard layout and Caps Lock, then type it again.",
  damaged: "Part of the case is damaged",
  damagedDo:
    "A file was altered or cannot be read. Do not go on working in it: open the last backup, and keep this folder as it is.",
  missing: "A file of the case is not on disk",
  missingDo:
    "It was moved or deleted outside Breakwater. Put the folder back as it was, or open the last backup.",
  newerVersion: "This case was made by a newer version of Breakwater",
  newerVersionDo:
    "Nothing is wrong with the case. Open it with the newer version, or ask for the update.",
  openElsewhere: "The case is open in another window or program",
  openElsewhereDo:
    "Close it there first. If that computer stopped suddenly, wait a minute and try again.",
  refused: "A rule of the work does not allow this",
  refusedDo: "What is missing is said below.",
  invalid: "That does not read as it should",
  invalidDo: "Correct what is named and try again.",
  notFound: "That record is not in the case",
  notFoundDo: "It may have been taken back since. Go back to the list.",
  noCase: "There is no case in that folder",
  noCaseDo: "Choose the folder that holds case.json.",
  alreadyExists: "Something is already there",
  alreadyExistsDo: "Choose another name or folder. Nothing was overwritten.",
  locked: "The case is locked",
  lockedDo: "Unlock it to go on. What you typed is kept.",
  cancelled: "Stopped, as you asked",
  cancelledDo: "What was done by then is said below.",
  noSpace: "The disk is full, or nearly",
  noSpaceDo: "Free some space and try again. Nothing was half written.",
  fileChanged: "The file changed while it was being read",
  fileChangedDo: "Close it in other programs and choose it again.",
  io: "A file could not be read or written",
  ioDo: "Check that the disk or network folder is there and that you may write to it.",
  internal: "Breakwater itself went wrong",
  internalDo:
    "What you had saved is safe. Try again; if it happens twice, ask for help with the number below.",
});

/** What happened, and what to do about it. */
export type ErrorWords = { readonly title: string; readonly advice: string };

/** The words of an error code. */
export function errorWords(code: ErrorCode): ErrorWords {
  switch (code) {
    case "wrong-passphrase":
      return { title: w.wrongPassphrase, advice: w.wrongPassphraseDo };
    case "damaged":
      return { title: w.damaged, advice: w.damagedDo };
    case "missing":
      return { title: w.missing, advice: w.missingDo };
    case "newer-version":
      return { title: w.newerVersion, advice: w.newerVersionDo };
    case "open-elsewhere":
      return { title: w.openElsewhere, advice: w.openElsewhereDo };
    case "refused":
      return { title: w.refused, advice: w.refusedDo };
    case "invalid":
      return { title: w.invalid, advice: w.invalidDo };
    case "not-found":
      return { title: w.notFound, advice: w.notFoundDo };
    case "no-case":
      return { title: w.noCase, advice: w.noCaseDo };
    case "already-exists":
      return { title: w.alreadyExists, advice: w.alreadyExistsDo };
    case "locked":
      return { title: w.locked, advice: w.lockedDo };
    case "cancelled":
      return { title: w.cancelled, advice: w.cancelledDo };
    case "no-space":
      return { title: w.noSpace, advice: w.noSpaceDo };
    case "file-changed":
      return { title: w.fileChanged, advice: w.fileChangedDo };
    case "io":
      return { title: w.io, advice: w.ioDo };
    case "internal":
      return { title: w.internal, advice: w.internalDo };
    default:
      return assertNever(code);
  }
}
