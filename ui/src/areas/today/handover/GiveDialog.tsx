/** Hands Today over: words to the next officer, and the signature. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useHost } from "../../../host";
import { Dialog, FormButtons, TextArea, useToast } from "../../../kit";
import { useRoute } from "../../../lib/route";
import dialog from "../../../record/act/ActDialog.module.css";
import { useBusy } from "../../../record/useBusy";
import { useKeptForm } from "../../../record/useKeptForm";
import { w } from "./words";

/** The dialog; nothing is signed before its button is pressed. */
export function GiveDialog(props: { onClose: () => void }): ReactNode {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const { go } = useRoute();
  const { form, change, clear } = useKeptForm("handover", { note: "" });
  const { isBusy, error, run } = useBusy();
  const give = () =>
    run(async () => {
      const view = await host.commands.handOver(form.note.trim());
      await clear();
      void client.invalidateQueries({ queryKey: ["handovers"] });
      toast({ text: w.given(view.row.number), tone: "ok" });
      props.onClose();
      go({ area: "today", tab: "handovers", id: view.row.id });
    });
  return (
    <Dialog
      title={w.giveTitle}
      isOpen
      onClose={props.onClose}
      footer={
        <FormButtons
          onCancel={props.onClose}
          cancel={w.cancel}
          action={w.sign}
          isBusy={isBusy}
          onAct={() => void give()}
        />
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>{w.giveLead}</p>
        <TextArea
          label={w.note}
          description={w.noteHint}
          value={form.note}
          onChange={(note) => change({ note })}
          rows={5}
          autoFocus
        />
        {error !== null && (
          <p role="alert" className={dialog.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
