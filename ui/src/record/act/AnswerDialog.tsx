import type { ReactNode } from "react";
import { type ActionView, useHost } from "../../host";
import { Bdi, Dialog, FormButtons, TextArea, TextField, useToast } from "../../kit";
import { missingOf } from "../missing";
import { readMoment } from "../moment";
import { useActed } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import dialog from "./ActDialog.module.css";

/** Asks what they answered, and when; with it the act ends. */
export function AnswerDialog(props: {
  account: { id: string; label: string };
  action: ActionView;
  onClose: () => void;
}): ReactNode {
  const { account, action, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const { form, change, clear } = useKeptForm(`answer/${action.id}`, { answer: "", at: "" });
  const { answer, at } = form;
  const { isBusy, error, run } = useBusy();
  const moment = at.trim() === "" ? null : readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([answer.trim() === "" && w.theirAnswer, isUnread && w.act.at]);
  const save = () =>
    run(async () => {
      acted(account.id);
      await host.commands.answerAction({ action: action.id, answer: answer.trim(), at: moment });
      await clear();
      toast({ text: w.answerEntered, tone: "ok" });
      onClose();
    });
  return (
    <Dialog
      title={w.answerTitle(action.told)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.enterAnswer}
          missing={missing}
          isBusy={isBusy}
          onAct={() => void save()}
        />
      }
    >
      <div className={dialog.form}>
        <p className={dialog.lead}>
          {w.answerLead} <Bdi>{account.label}</Bdi>
          {action.known !== null && (
            <>
              . {w.knownThen} <Bdi>{action.known}</Bdi>
            </>
          )}
        </p>
        <TextArea
          label={w.theirAnswer}
          value={answer}
          onChange={(value) => change({ answer: value })}
          rows={4}
          autoFocus
        />
        <TextField
          label={w.act.at}
          value={at}
          onChange={(value) => change({ at: value })}
          placeholder={w.act.atExample}
          description={isUnread ? undefined : w.act.atEmpty}
          error={isUnread ? w.momentUnread : undefined}
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
