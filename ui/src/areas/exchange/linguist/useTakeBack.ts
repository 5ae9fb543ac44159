/** Choosing a returned file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ChosenView, type LinguistPreviewView, useHost } from "../../../host";
import { newJob, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { w as record } from "../../../record/words";
import { w } from "./words";

/** A file that has been read, and nothing of it written. */
type Previewed = { readonly file: ChosenView; readonly preview: LinguistPreviewView };

/** Where taking in a returned file stands. */
export function useTakeBack() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [previewed, setPreviewed] = useState<Previewed | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const request = (file: ChosenView, sha256: string | null) => ({
    file: file.token,
    encoding: null,
    delimiter: null,
    sheet: null,
    sha256,
  });
  const work = async (what: string, run: (job: string) => Promise<void>) => {
    const name = newJob();
    setJob(name);
    try {
      await run(name);
    } catch (error) {
      toast({ text: `${what}. ${failed(error)}`, tone: "warn" });
    } finally {
      setJob(null);
    }
  };
  const choose = () =>
    work(w.failed, async (name) => {
      const [file] = await host.commands.choose("open-texts", null);
      if (file === undefined) return;
      const preview = await host.commands.previewTranslations(request(file, null), name);
      setPreviewed({ file, preview });
    });
  const undo = async (set: string) => {
    const undone = await host.commands.undo(set);
    await client.invalidateQueries();
    toast({ text: record.undone(undone), tone: undone.kept > 0 ? "warn" : "ok" });
  };
  const take = () =>
    work(w.notWritten, async (name) => {
      if (previewed === null) return;
      const { file, preview } = previewed;
      const done = await host.commands.takeTranslations(request(file, preview.sha256), name);
      setPreviewed(null);
      await client.invalidateQueries();
      const { set } = done;
      toast({
        text: w.taken(done),
        tone: "ok",
        ...(set === null ? {} : { undo: () => undo(set) }),
      });
    });
  const saveRejected = () =>
    work(w.failed, async (name) => {
      if (previewed === null) return;
      const { file, preview } = previewed;
      const suggested = `${preview.file_name.replace(/\.[^.]*$/u, "")}-rejected.csv`;
      const [place] = await host.commands.choose("save-rejected", suggested);
      if (place === undefined) return;
      const asked = request(file, preview.sha256);
      const saved = await host.commands.saveRejectedTranslations(asked, place.token, name);
      toast({ text: w.rejectedSaved(saved), tone: "ok" });
    });
  return { previewed, job, choose, take, saveRejected, leave: () => setPreviewed(null) };
}
