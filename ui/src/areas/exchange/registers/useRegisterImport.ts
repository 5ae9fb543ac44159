/** Choosing a register file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { useHost } from "../../../host";
import { useToast } from "../../../kit";
import { requestOf, usePreviewed } from "../usePreviewed";
import { w } from "./words";

/** Where taking in a register stands. */
export function useRegisterImport() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { previewed, job, choose, withPreviewed, leave } = usePreviewed({
    kind: "import-file",
    failed: w.failed,
    read: (file, name) => host.commands.previewRegister(requestOf(file, null), name),
  });
  const take = () =>
    withPreviewed(w.notWritten, async (file, preview, name) => {
      await host.commands.importRegister(requestOf(file, preview.sha256), name);
      leave();
      await client.invalidateQueries();
      toast({ text: w.taken(preview.file_name), tone: "ok" });
    });
  return { previewed, job, choose, take, leave };
}
