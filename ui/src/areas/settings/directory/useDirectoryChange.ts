import { useQueryClient } from "@tanstack/react-query";
import type { ChannelChange, DirectoryView } from "../../../host";
import { useHost } from "../../../host";
import { useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { w } from "./words";

/** Changes the directory as one version, says so, and asks again for what it made old. */
export function useDirectoryChange(directory: DirectoryView, onDone: () => void) {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const save = (change: ChannelChange) =>
    run(async () => {
      const version = await host.commands.changeDirectory({
        version: directory.version,
        changes: [change],
      });
      onDone();
      toast({ text: w.saved(version), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["directory"] });
    });
  return { save, isBusy, error };
}
