import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type ErasureRow, useHost } from "../../../host";
import { useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { useBusy } from "../../../record/useBusy";
import { w } from "./words";

/** What can be done with an erasure. */
export type RetentionActs = {
  isBusy: boolean;
  /** What came after the last erasure and could not be done, each with what to do. */
  warnings: readonly string[];
  drop: (row: ErasureRow) => void;
  /** Confirms it; fails where the core refuses. Whatever comes of it, nothing read before is shown again. */
  confirm: (row: ErasureRow) => Promise<void>;
  write: (row: ErasureRow) => void;
};

/** Dropping, confirming, and writing the certificate. */
export function useRetentionActs(): RetentionActs {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, run } = useBusy();
  const [warnings, setWarnings] = useState<readonly string[]>([]);
  const told = (work: () => Promise<void>) =>
    void run(async () => {
      try {
        await work();
      } catch (error) {
        toast({ text: failed(error), tone: "warn" });
      }
    });
  const drop = (row: ErasureRow) =>
    told(async () => {
      await host.commands.dropErasure(row.id);
      toast({ text: w.dropped });
      await client.invalidateQueries({ queryKey: ["retention"] });
    });
  const confirm = async (row: ErasureRow) => {
    try {
      const done = await host.commands.confirmErasure(row.id);
      setWarnings(done.warnings);
      const text = w.erasedNow(done.row.certificate ?? 0);
      toast({ text, tone: done.warnings.length > 0 ? "warn" : "ok" });
    } finally {
      client.removeQueries({ queryKey: ["account", row.account] });
      await client.invalidateQueries();
    }
  };
  const write = (row: ErasureRow) =>
    told(async () => {
      const name = w.fileName(row.certificate ?? 0);
      const [place] = await host.commands.choose("save-paper", name);
      if (place === undefined) return;
      const done = await host.commands.writeErasureCertificate(row.id, place.token);
      toast({ text: w.written(done.file_name), tone: "ok" });
    });
  return { isBusy, warnings, drop, confirm, write };
}
