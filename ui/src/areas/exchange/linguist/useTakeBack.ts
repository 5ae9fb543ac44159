/** Choosing a returned file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { useHost } from "../../../host";
import { useToast } from "../../../kit";
import { w as record } from "../../../record/words";
import { requestOf, usePreviewed } from "../usePreviewed";
import { w } from "./words";

/** Where taking in a returned file stands. */
export function useTakeBack() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { previewed, job, choose, withPreviewed, saveRejected, leave } = usePreviewed({
    kind: "open-texts",
    failed: w.failed,
    read: (file, name) => host.commands.previewTranslations(requestOf(file, null), name),
  });
  const undo = async (set: string) => {
    const undone = await host.commands.undo(set);
    await client.invalidateQueries();
    toast({ text: record.undone(undone), tone: undone.kept > 0 ? "warn" : "ok" });
  };
  const take = () =>
    withPreviewed(w.notWritten, async (file, preview, name) => {
      const done = await host.commands.takeTranslations(requestOf(file, preview.sha256), name);
      leave();
      await client.invalidateQueries();
      const { set } = done;
      toast({
        text: w.taken(done),
        tone: "ok",
        ...(set === null ? {} : { undo: () => undo(set) }),
      });
    });
  return {
    previewed,
    job,
    choose,
    take,
    saveRejected: () =>
      saveRejected(async (file, preview, place, name) =>
        w.rejectedSaved(
          await host.commands.saveRejectedTranslations(
            requestOf(file, preview.sha256),
            place,
            name,
          ),
        ),
      ),
    leave,
  };
}
