/** Enters what somebody outside promised, and until which day. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type PromiseOn, useHost } from "../../host";
import { Dialog, FormButtons, TextField, useToast } from "../../kit";
import dialog from "../act/ActDialog.module.css";
import { missingOf } from "../missing";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { readDay } from "./day";
import { w } from "./words";

/** The question. */
export function PromiseDialog(props: {
  account: { id: string; label: string };
  on: PromiseOn;
  onClose: () => void;
}): ReactNode {
  const { account, on, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const key = on.on === "action" ? on.action : `${on.referral}/${account.id}`;
  const { form, change, clear } = useKeptForm(`promise/${key}`, { who: "", what: "", due: "" });
  const { isBusy, error, run } = useBusy();
  const isUnread = form.due.trim() !== "" && readDay(form.due) === null;
  const missing = missingOf([
    form.who.trim() === "" && w.who,
    form.what.trim() === "" && w.what,
    (form.due.trim() === "" || isUnread) && w.due,
  ]);
  const save = () =>
    run(async () => {
      const made = await host.commands.promise({
        account: account.id,
        on,
        who: form.who.trim(),
        what: form.what.trim(),
        due: form.due.trim(),
      });
      await clear();
      void client.invalidateQueries({ queryKey: ["promises", account.id] });
      toast({
        text: w.saved(made.promise.who),
        tone: "ok",
        undo: async () => {
          await host.commands.undo(made.set);
          void client.invalidateQueries({ queryKey: ["promises", account.id] });
        },
      });
      onClose();
    });
  return (
    <Dialog
      title={w.title(account.label)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.save}
          missing={missing}
          isBusy={isBusy}
          onAct={() => void save()}
        />
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>{w.lead}</p>
        <TextField label={w.who} value={form.who} onChange={(who) => change({ who })} autoFocus />
        <TextField label={w.what} value={form.what} onChange={(what) => change({ what })} />
        <TextField
          label={w.due}
          value={form.due}
          onChange={(due) => change({ due })}
          placeholder={w.dueExample}
          description={isUnread ? undefined : w.dueHint}
          error={isUnread ? w.dueBad : undefined}
          dir="ltr"
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
