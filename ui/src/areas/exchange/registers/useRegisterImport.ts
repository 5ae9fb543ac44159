/** Choosing a register file, what it would do, and taking it in: the same bytes that were previewed. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ChosenView, type RegisterPreviewView, useHost } from "../../../host";
import { newJob, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { w } from "./words";

/** A file that has been read, and nothing of it written. */
export type Previewed = { readonly file: ChosenView; readonly preview: RegisterPreviewView };

/** Where taking in a register stands. */
export function useRegisterImport() {
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
      const [file] = await host.commands.choose("import-file", null);
      if (file === undefined) return;
      const preview = await host.commands.previewRegister(request(file, null), name);
      setPreviewed({ file, preview });
    });
  const take = () =>
    work(w.notWritten, async (name) => {
      if (previewed === null) return;
      const { file, preview } = previewed;
      await host.commands.importRegister(request(file, preview.sha256), name);
      setPreviewed(null);
      await client.invalidateQueries();
      toast({ text: w.taken(preview.file_name), tone: "ok" });
    });
  return { previewed, job, choose, take, leave: () => setPreviewed(null) };
}
