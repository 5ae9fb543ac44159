/** A file that is chosen, previewed, and taken in as the same bytes that were previewed. */
import { useRef, useState } from "react";
import { type ChooseKind, type ChosenView, useHost } from "../../host";
import { newJob, useToast } from "../../kit";
import { failed } from "../../record/failed";

/** What is read of a chosen file; nothing is preset, and `sha256` names the bytes that were previewed. */
export function requestOf(file: ChosenView, sha256: string | null) {
  return { file: file.token, encoding: null, delimiter: null, sheet: null, sha256 };
}

/** Where taking in a file stands: what was read of it, and the job that runs, one at a time. */
export function usePreviewed<Preview extends { file_name: string; sha256: string }>(given: {
  kind: ChooseKind;
  /** What is said where it could not be read. */
  failed: string;
  read: (file: ChosenView, job: string) => Promise<Preview>;
  /** Forgets a preview nobody sees any more. */
  forget?: (preview: Preview) => void;
}) {
  const host = useHost();
  const toast = useToast();
  const [previewed, setPreviewed] = useState<{ file: ChosenView; preview: Preview } | null>(null);
  const [job, setJob] = useState<string | null>(null);
  const latest = useRef("");
  const work = async (what: string, run: (job: string) => Promise<void>) => {
    const name = newJob();
    setJob(name);
    try {
      await run(name);
    } catch (error) {
      toast({ text: `${what}. ${failed(error)}`, tone: "warn" });
    } finally {
      setJob((now) => (now === name ? null : now));
    }
  };
  const choose = () =>
    work(given.failed, async (name) => {
      const [file] = await host.commands.choose(given.kind, null);
      if (file === undefined) return;
      setPreviewed({ file, preview: await given.read(file, name) });
    });
  /** Reads the file again; of several readings the last counts. */
  const again = (read: (file: ChosenView, job: string) => Promise<Preview>) =>
    withPreviewed(given.failed, async (file, before, name) => {
      latest.current = name;
      const preview = await read(file, name);
      if (latest.current !== name) {
        given.forget?.(preview);
        return;
      }
      given.forget?.(before);
      setPreviewed({ file, preview });
    });
  /** Works on what was previewed, if anything was. */
  const withPreviewed = (
    what: string,
    run: (file: ChosenView, preview: Preview, job: string) => Promise<void>,
  ) =>
    work(what, async (name) => {
      if (previewed !== null) await run(previewed.file, previewed.preview, name);
    });
  /** Asks where rejected rows go, and writes them there. */
  const saveRejected = (
    write: (file: ChosenView, preview: Preview, place: string, job: string) => Promise<string>,
  ) =>
    withPreviewed(given.failed, async (file, preview, name) => {
      const suggested = `${preview.file_name.replace(/\.[^.]*$/u, "")}-rejected.csv`;
      const [place] = await host.commands.choose("save-rejected", suggested);
      if (place === undefined) return;
      toast({ text: await write(file, preview, place.token, name), tone: "ok" });
    });
  /** Leaves the file; a reading that still goes on shows nothing any more. */
  const leave = () => {
    latest.current = "";
    if (previewed !== null) given.forget?.(previewed.preview);
    setPreviewed(null);
  };
  return { previewed, job, choose, again, withPreviewed, saveRejected, leave };
}
