/** The picture that shows what was seen, attached to the account as an exhibit. */
import { useState } from "react";
import { type ExhibitView, useHost } from "../../host";
import { newJob, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { w } from "./words";

/** Choosing and attaching a screenshot; `onAttached` once it is an exhibit. */
export function useScreenshot(account: string, onAttached: () => void) {
  const host = useHost();
  const toast = useToast();
  const [exhibit, setExhibit] = useState<ExhibitView | null>(null);
  const [isBusy, setBusy] = useState(false);
  const attach = async () => {
    setBusy(true);
    try {
      const [file] = await host.commands.choose("evidence-files", null);
      if (file === undefined) return;
      const request = {
        account,
        files: [file.token],
        source_url: null,
        captured_at: null,
        method: "screenshot",
        warnings: [],
      };
      const [attached] = await host.commands.attach(request, newJob());
      if (attached?.exhibit) {
        setExhibit(attached.exhibit);
        onAttached();
      } else {
        toast({ text: w.shotRefused(attached?.refused ?? ""), tone: "warn" });
      }
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  return { exhibit, isBusy, attach };
}
