/** Marks an approved referral sent: when, by which channel, under which reference. Nothing is sent by it. */
import type { ReactNode } from "react";
import { type ReferralView, useHost } from "../../../host";
import { Checkbox, Dialog, FormButtons, TextField, useToast } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { missingOf } from "../../../record/missing";
import { readMoment } from "../../../record/moment";
import { useKeptForm } from "../../../record/useKeptForm";
import ask from "../AskFirst.module.css";
import { useActs } from "../useRows";
import { w } from "./words";

const EMPTY: { at: string; channel: string; reference: string; none: string } = {
  at: "",
  channel: "",
  reference: "",
  none: "",
};

/** The question. */
export function SentDialog(props: { referral: ReferralView; onClose: () => void }): ReactNode {
  const { referral, onClose } = props;
  const host = useHost();
  const { go } = useRoute();
  const toast = useToast();
  const { form, change, clear } = useKeptForm(`sent/${referral.id}`, EMPTY);
  const { act, isBusy, error } = useActs();
  const moment = form.at.trim() === "" ? null : readMoment(form.at);
  const isUnread = form.at.trim() !== "" && moment === null;
  const hasNone = form.none === "yes";
  const missing = missingOf([
    isUnread && w.sent.at,
    form.channel.trim() === "" && w.sent.channel,
    !hasNone && form.reference.trim() === "" && w.sent.reference,
  ]);
  const save = () =>
    act(async () => {
      const view = await host.commands.markReferralSent({
        referral: referral.id,
        reference: hasNone ? w.sent.none : form.reference.trim(),
        channel: form.channel.trim(),
        at: moment,
      });
      await clear();
      toast({ text: w.sent.done(referral.label), tone: "ok" });
      onClose();
      go({ area: "sent", id: referral.id });
      return view;
    });
  return (
    <Dialog
      title={w.sent.title(referral.label)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.sent.cancel}
          action={w.sent.action}
          missing={missing}
          isBusy={isBusy}
          onAct={() => void save()}
        />
      }
    >
      <div className={ask.form}>
        <p className={ask.note}>{w.sent.lead(referral.items.length, referral.platform_name)}</p>
        {referral.submission?.aged != null && (
          <p className={ask.note}>{referral.submission.aged}</p>
        )}
        <TextField
          label={w.sent.channel}
          value={form.channel}
          onChange={(channel) => change({ channel })}
          placeholder={w.sent.channelExample}
          autoFocus
        />
        <TextField
          label={w.sent.reference}
          value={hasNone ? "" : form.reference}
          onChange={(reference) => change({ reference })}
          isDisabled={hasNone}
          dir="ltr"
        />
        <Checkbox isSelected={hasNone} onChange={(isNone) => change({ none: isNone ? "yes" : "" })}>
          {w.sent.referenceNone}
        </Checkbox>
        <TextField
          label={w.sent.at}
          value={form.at}
          onChange={(at) => change({ at })}
          placeholder={w.sent.atExample}
          description={isUnread ? undefined : w.sent.atEmpty}
          error={isUnread ? w.sent.atBad : undefined}
          dir="ltr"
        />
        {error !== null && (
          <p role="alert" className={ask.warn}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
