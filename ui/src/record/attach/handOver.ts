/** Files dropped on the window that may be evidence or a list to import: whoever asks the officer hands them on. */
import type { ChosenView } from "../../host";

type Take = (files: readonly ChosenView[]) => void;

const takers = new Set<Take>();

/** Offers to attach files to the account on screen; the answer takes the offer back. */
export function onHandOver(take: Take): () => void {
  takers.add(take);
  return () => {
    takers.delete(take);
  };
}

/** True while there is an account on screen that files can be attached to. */
export function canAttach(): boolean {
  return takers.size > 0;
}

/** Attaches the files as if they had been dropped on the account. */
export function handOver(files: readonly ChosenView[]): void {
  for (const take of takers) take(files);
}

const LIST = /\.(csv|tsv)$/iu;

/** True if every file is a list by its name: the officer is asked whether it is evidence or to be imported. */
export function areLists(files: readonly ChosenView[]): boolean {
  return files.every((file) => LIST.test(file.name));
}
