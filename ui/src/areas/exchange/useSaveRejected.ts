/** Saving the rejected rows, each with its reason in a last column. */
import { useState } from "react";
import { type ImportPreviewView, useHost } from "../../host";
import { newJob, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { w } from "./words";

/** Asks for a place and writes there; says what became of it. */
export function useSaveRejected(preview: ImportPreviewView) {
  const host = useHost();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const save = () => {
    void (async () => {
      try {
        const [place] = await host.commands.choose(
          "save-rejected",
          rejectedName(preview.file_name),
        );
        if (place === undefined) return;
        setSaving(true);
        const written = await host.commands.saveRejected(preview.preview, place.token);
        setSaid(w.preview.rejectedSaved(written));
      } catch (error) {
        toast({ text: `${w.failed.save}. ${failed(error)}`, tone: "warn" });
      } finally {
        setSaving(false);
      }
    })();
  };
  return { save, isSaving, said };
}

function rejectedName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/u, "")}-rejected.csv`;
}

/** Saves what every row would do, field by field; says what became of it. */
export function useSaveRows(preview: ImportPreviewView) {
  const host = useHost();
  const toast = useToast();
  const [isSaving, setSaving] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const save = () => {
    void (async () => {
      try {
        const [place] = await host.commands.choose("save-rows", rowsName(preview.file_name));
        if (place === undefined) return;
        setSaving(true);
        const written = await host.commands.saveRows(preview.preview, place.token, newJob());
        setSaid(w.preview.rowsSaved(written));
      } catch (error) {
        toast({ text: `${w.failed.saveRows}. ${failed(error)}`, tone: "warn" });
      } finally {
        setSaving(false);
      }
    })();
  };
  return { save, isSaving, said };
}

function rowsName(fileName: string): string {
  return `${fileName.replace(/\.[^.]*$/u, "")}-rows.csv`;
}
