import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type PackageView, useHost } from "../../../host";
import { useToast } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { failed } from "../../../record/failed";
import { w } from "./words";

/** A package that is open, and the file it came from. */
export type OpenedPackage = { readonly token: string; readonly view: PackageView };

/** Opens packages, and takes in the answers to them. */
export function usePackage() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { go } = useRoute();
  const [opened, setOpened] = useState<OpenedPackage | null>(null);
  const [isBusy, setBusy] = useState(false);
  const work = async (run: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast({ text: `${w.failed}. ${failed(error)}`, tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  const open = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-package", null);
      if (file === undefined) return;
      const view = await host.commands.openPackage(file.token);
      setOpened({ token: file.token, view });
    });
  const take = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-answer", null);
      if (file === undefined) return;
      const { approver, referral } = await host.commands.takeAnswer(file.token);
      toast({ text: w.taken(referral.label, approver), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["referrals"] });
      go({ area: "to-approve", id: referral.id });
    });
  return { opened, close: () => setOpened(null), open, take, isBusy };
}
