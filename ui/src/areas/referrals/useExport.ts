/** A referral to a file outside the case: what is typed on the page is saved first. */
import { useEffect, useState } from "react";
import {
  type ReferralExportView,
  type ReferralFormat,
  type ReferralView,
  useHost,
} from "../../host";
import { flushAll } from "../../lib/flush";
import { jumpToUnsaved } from "./requirements";

/** Asks for a place and writes; before approval it bears DRAFT, after it the sealed bytes are copied. */
export function useExport(referral: ReferralView) {
  const host = useHost();
  const [view, setView] = useState<ReferralExportView | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isUnsaved, setUnsaved] = useState(false);
  useEffect(() => {
    if (isUnsaved) jumpToUnsaved();
  }, [isUnsaved]);
  const write = async (format: ReferralFormat) => {
    setError(null);
    setView(null);
    setUnsaved(false);
    setBusy(true);
    try {
      if (!(await flushAll())) {
        setUnsaved(true);
        return;
      }
      const name = `${referral.outside_reference}.${format}`;
      const [place] = await host.commands.choose("save-referral", name);
      if (place !== undefined) {
        setView(await host.commands.exportReferral(referral.id, format, place.token));
      }
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { write, isBusy, isUnsaved, view, error, dismiss: () => setView(null) };
}
