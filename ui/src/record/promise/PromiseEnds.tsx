/** Says how a promise ended. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type PromiseEnd, useHost } from "../../host";
import { Menu, useToast } from "../../kit";
import { failed } from "../failed";
import { w } from "./words";

const ENDS: readonly PromiseEnd[] = ["kept", "broken", "no-longer"];

/** The button with its three ends. */
export function PromiseEnds(props: { promise: string; who: string }): ReactNode {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const old = () => {
    for (const key of ["promises", "today", "area-counts"]) {
      void client.invalidateQueries({ queryKey: [key] });
    }
  };
  const end = async (how: PromiseEnd) => {
    try {
      const set = await host.commands.endPromise(props.promise, how);
      old();
      toast({
        text: w.ended,
        tone: "ok",
        undo: async () => {
          await host.commands.undo(set);
          old();
        },
      });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <Menu<PromiseEnd>
      label={w.end}
      size="small"
      items={ENDS.map((id) => ({ id, label: w.ends[id] }))}
      onAction={(how) => void end(how)}
    />
  );
}
