/** Enters that the platform has the referral. It is no decision. */
import type { ReactNode } from "react";
import { type ReferralView, useHost } from "../../../host";
import { TextField, useToast } from "../../../kit";
import { useKeptForm } from "../../../record/useKeptForm";
import { useActs } from "../useRows";
import { AskAct } from "./AskAct";
import { w } from "./words";

/** The question. */
export function AckDialog(props: { referral: ReferralView; onClose: () => void }): ReactNode {
  const { referral, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { act, isBusy, error } = useActs();
  const { form, change, clear } = useKeptForm(`acknowledged/${referral.id}`, {
    reference: "",
    at: "",
  });
  const save = (at: string | null) =>
    act(async () => {
      const view = await host.commands.acknowledgeReferral({
        referral: referral.id,
        reference: form.reference.trim(),
        at,
      });
      await clear();
      toast({ text: w.ack.done(referral.label), tone: "ok" });
      onClose();
      return view;
    });
  return (
    <AskAct
      title={w.ack.title(referral.label)}
      lead={w.ack.lead(referral.items.length)}
      when={w.ack.at}
      at={form.at}
      onAt={(at) => change({ at })}
      missing={[]}
      action={w.ack.action}
      isBusy={isBusy}
      error={error}
      onAct={(at) => void save(at)}
      onClose={onClose}
    >
      <TextField
        label={w.ack.reference}
        value={form.reference}
        onChange={(reference) => change({ reference })}
        dir="ltr"
        autoFocus
      />
    </AskAct>
  );
}
