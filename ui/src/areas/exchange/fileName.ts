import { w } from "./importWords";

/** What a file that was taken in is called; an erasure takes a name that tells of whoever was erased. */
export function fileName(batch: { file_name: string }): string {
  return batch.file_name === "" ? w.imports.nameErased : batch.file_name;
}
