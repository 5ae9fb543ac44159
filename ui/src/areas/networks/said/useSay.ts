import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type DeclareRequest, type Host, useHost } from "../../../host";
import { useToast } from "../../../kit";
import { w } from "./words";

/**
 * Says something of who operates accounts, and offers to take it back. `act` gives the set of what
 * it changed, or null for nothing; networks are looked for again after it, and after taking back.
 */
export function useSay(onDone: () => void) {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const look = () => client.invalidateQueries({ queryKey: ["networks"] });
  const takeBack = async (set: string) => {
    const back = await host.commands.undo(set);
    if (back.kept > 0) toast({ text: w.notWhole(back.kept), tone: "warn" });
    await look();
  };
  const run = async (act: (host: Host) => Promise<string | null>, said: string) => {
    setBusy(true);
    setError(null);
    try {
      const set = await act(host);
      toast({
        text: said,
        tone: "ok",
        ...(set === null ? {} : { undo: () => takeBack(set) }),
      });
      onDone();
      void look();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const declare = (request: DeclareRequest) =>
    run(
      async ({ commands }) => (await commands.declare(request)).set,
      request.kind === "together" ? w.saidTogether(request.accounts.length) : w.saidApart,
    );
  return { run, declare, isBusy, error };
}
