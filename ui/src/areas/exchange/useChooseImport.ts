/** Ways a file gets into the import: chosen in the system’s dialog, or dropped. */
import { useCallback } from "react";
import { type ChosenView, useHost, useHostEvent } from "../../host";
import { useToast } from "../../kit";
import { currentRoute, go } from "../../lib/route";
import { failed } from "../../record/failed";
import { type ImportActs, useImportFlow } from "./flow";
import { w } from "./words";

const LIST_FILE = /\.(csv|tsv|tab|txt|xlsx|xlsm)$/iu;

/** True for a name that a list of accounts may have; what the file holds is found out by reading it. */
export function looksLikeList(name: string): boolean {
  return LIST_FILE.test(name);
}

/** Opens the dialog and reads the chosen file; nothing happens if none is chosen. */
export function useChooseImport(): () => Promise<void> {
  const host = useHost();
  const { acts } = useImportFlow();
  const toast = useToast();
  return useCallback(async () => {
    const [file] = await host.commands.choose("import-file", null).catch((error: unknown) => {
      toast({ text: `${w.failed.read}. ${failed(error)}`, tone: "warn" });
      return [];
    });
    if (file === undefined) return;
    if (currentRoute().area !== "colleagues" || currentRoute().tab !== "import") {
      go({ area: "colleagues", tab: "import" });
    }
    await acts.read(file);
  }, [host, acts, toast]);
}

/** Reads a file dropped on the area while mounted. */
export function useDropToImport(acts: ImportActs, isEnabled: boolean): void {
  const toast = useToast();
  useHostEvent("dropped", ({ files }) => {
    const first = pick(files);
    if (!isEnabled || first === null) return;
    if (files.length > 1) toast({ text: w.start.oneFile(first.name, files.length - 1) });
    void acts.read(first);
  });
}

/** The file of a drop that is read: the first that may be a list, else the first. */
export function pick(files: readonly ChosenView[]): ChosenView | null {
  return files.find((file) => looksLikeList(file.name)) ?? files[0] ?? null;
}
