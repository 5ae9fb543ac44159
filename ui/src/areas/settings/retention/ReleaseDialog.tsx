/** Releases a legal hold: why is asked and logged. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type LegalHoldView, useHost } from "../../../host";
import { Bdi, Confirm, useToast } from "../../../kit";
import { w } from "./words";

/** The question. */
export function ReleaseDialog(props: { hold: LegalHoldView; onClose: () => void }): ReactNode {
  const { hold, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const release = async (reason: string) => {
    await host.commands.releaseHold({ hold: hold.id, reason });
    void client.invalidateQueries({ queryKey: ["retention"] });
    toast({ text: w.released, tone: "ok" });
    onClose();
  };
  return (
    <Confirm
      title={w.releaseTitle}
      action={w.releaseAction}
      isOpen
      needsReason
      onClose={onClose}
      onConfirm={release}
    >
      <p>
        {hold.account === null ? w.wholeCase : <Bdi>{hold.label}</Bdi>}: <Bdi>{hold.reason}</Bdi>
      </p>
    </Confirm>
  );
}
