/** Sets a legal hold on an account, or on the whole case. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useHost } from "../../host";
import { Button, Dialog, TextArea, useToast } from "../../kit";
import dialog from "../act/ActDialog.module.css";
import { useBusy } from "../useBusy";
import { w } from "./words";

/** The question; without an account it is about the case. */
export function HoldDialog(props: {
  account: { id: string; label: string } | null;
  onClose: () => void;
}): ReactNode {
  const { account, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const [reason, setReason] = useState("");
  const set = () =>
    run(async () => {
      await host.commands.setHold({ account: account?.id ?? null, reason: reason.trim() });
      void client.invalidateQueries({ queryKey: ["retention"] });
      toast({ text: w.held, tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={account === null ? w.holdCaseTitle : w.holdTitle(account.label)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={reason.trim() === ""}
            isPending={isBusy}
            onPress={() => void set()}
          >
            {w.holdAction}
          </Button>
        </>
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>{w.holdLead}</p>
        <TextArea label={w.reason} value={reason} onChange={setReason} autoFocus />
        {error !== null && (
          <p role="alert" className={dialog.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
