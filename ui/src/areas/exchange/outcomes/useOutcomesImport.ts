/** Choosing an outcomes file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ChosenView, type OutcomesPreviewView, useHost } from "../../../host";
import { newJob, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { w } from "./words";

/** A file that has been read, and nothing of it written. */
type Previewed = { readonly file: ChosenView; readonly preview: OutcomesPreviewView };

/** Where taking in outcomes stands. */
export function useOutcomesImport() {
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
    mapping: null,
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
      const [file] = await host.commands.choose("import-file", null);
      if (file === undefined) return;
      const preview = await host.commands.previewOutcomes(request(file, null), name);
      setPreviewed({ file, preview });
    });
  const take = () =>
    work(w.notWritten, async (name) => {
      if (previewed === null) return;
      const { file, preview } = previewed;
      await host.commands.importOutcomes(request(file, preview.sha256), name);
      setPreviewed(null);
      await client.invalidateQueries();
      toast({ text: w.taken(preview.file_name), tone: "ok" });
    });
  const saveRejected = () =>
    work(w.failed, async (name) => {
      if (previewed === null) return;
      const { file, preview } = previewed;
      const suggested = `${preview.file_name.replace(/\.[^.]*$/u, "")}-rejected.csv`;
      const [place] = await host.commands.choose("save-rejected", suggested);
      if (place === undefined) return;
      const asked = request(file, preview.sha256);
      const saved = await host.commands.saveRejectedOutcomes(asked, place.token, name);
      toast({ text: w.rejectedSaved(saved), tone: "ok" });
    });
  return { previewed, job, choose, take, saveRejected, leave: () => setPreviewed(null) };
}
