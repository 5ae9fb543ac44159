/** A question about what happened outside: its own fields, when it was, and the act. */
import type { ReactNode } from "react";
import { Dialog, FormButtons, TextField } from "../../../kit";
import { missingOf } from "../../../record/missing";
import { readMoment } from "../../../record/moment";
import ask from "../AskFirst.module.css";
import { w } from "./words";

/** The dialog. A time that cannot be read, or a name in `missing`, keeps the act shut. */
export function AskAct(props: {
  title: string;
  lead: string;
  when: string;
  at: string;
  onAt: (at: string) => void;
  missing: readonly (string | false)[];
  action: string;
  isBusy: boolean;
  error: string | null;
  /** Told the time that was written, or null for now. */
  onAct: (at: string | null) => void;
  onClose: () => void;
  children?: ReactNode;
}): ReactNode {
  const moment = props.at.trim() === "" ? null : readMoment(props.at);
  const isUnread = props.at.trim() !== "" && moment === null;
  const missing = missingOf([...props.missing, isUnread && props.when]);
  return (
    <Dialog
      title={props.title}
      isOpen
      onClose={props.onClose}
      footer={
        <FormButtons
          onCancel={props.onClose}
          cancel={w.cancel}
          action={props.action}
          missing={missing}
          isBusy={props.isBusy}
          onAct={() => props.onAct(moment)}
        />
      }
    >
      <div className={ask.form}>
        <p className={ask.note}>{props.lead}</p>
        {props.children}
        <TextField
          label={props.when}
          value={props.at}
          onChange={props.onAt}
          placeholder={w.table.atExample}
          description={isUnread ? undefined : w.whenHint}
          error={isUnread ? w.table.atBad : undefined}
          dir="ltr"
        />
        {props.error !== null && (
          <p role="alert" className={ask.warn}>
            {props.error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
