/** Proposes to erase an account: what would go, what would stay and why, the ground, and the signature. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type Ground, useHost } from "../../host";
import { Button, Dialog, QueryState, Select, TextArea, useToast } from "../../kit";
import dialog from "../act/ActDialog.module.css";
import { useBusy } from "../useBusy";
import { useDryRun, WouldBe } from "./DryRun";
import { grounds, w } from "./words";

const GROUNDS: readonly Ground[] = ["retention", "request", "unlawful", "court"];

/** The question; nothing is signed before its button is pressed. */
export function ProposeDialog(props: {
  account: { id: string; label: string };
  onClose: () => void;
}): ReactNode {
  const { account, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const [ground, setGround] = useState<Ground | null>(null);
  const [reason, setReason] = useState("");
  const query = useDryRun(account.id);
  const stands = query.data?.stands ?? [];
  const sign = () =>
    run(async () => {
      if (ground === null) return;
      await host.commands.proposeErasure({ account: account.id, ground, reason: reason.trim() });
      void client.invalidateQueries({ queryKey: ["retention"] });
      toast({ text: w.proposed, tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={w.proposeTitle(account.label)}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={ground === null || reason.trim() === "" || stands.length > 0}
            isPending={isBusy}
            onPress={() => void sign()}
          >
            {w.proposeAction}
          </Button>
        </>
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>{w.proposeLead}</p>
        <Select
          label={w.ground}
          value={ground}
          onChange={setGround}
          options={GROUNDS.map((value) => ({ value, label: grounds[value] }))}
        />
        <TextArea
          label={w.reason}
          description={w.reasonHint}
          value={reason}
          onChange={setReason}
          rows={2}
        />
        {error !== null && (
          <p role="alert" className={dialog.error}>
            {error}
          </p>
        )}
        <QueryState query={query}>{(view) => <WouldBe view={view} />}</QueryState>
      </div>
    </Dialog>
  );
}
