/** Choosing an outcomes file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { type ChosenView, useHost } from "../../../host";
import { useToast } from "../../../kit";
import { requestOf, usePreviewed } from "../usePreviewed";
import { w } from "./words";

/** Where taking in outcomes stands. */
export function useOutcomesImport() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const request = (file: ChosenView, sha256: string | null) => ({
    ...requestOf(file, sha256),
    mapping: null,
  });
  const { previewed, job, choose, withPreviewed, saveRejected, leave } = usePreviewed({
    kind: "import-file",
    failed: w.failed,
    read: (file, name) => host.commands.previewOutcomes(request(file, null), name),
  });
  const take = () =>
    withPreviewed(w.notWritten, async (file, preview, name) => {
      await host.commands.importOutcomes(request(file, preview.sha256), name);
      leave();
      await client.invalidateQueries();
      toast({ text: w.taken(preview.file_name), tone: "ok" });
    });
  return {
    previewed,
    job,
    choose,
    take,
    saveRejected: () =>
      saveRejected(async (file, preview, place, name) =>
        w.rejectedSaved(
          await host.commands.saveRejectedOutcomes(request(file, preview.sha256), place, name),
        ),
      ),
    leave,
  };
}
