import type { ReactNode } from "react";
import { type ExhibitView, useHost } from "../../host";
import { Dialog, FormButtons, TextArea, useToast } from "../../kit";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import styles from "./StopDialog.module.css";

/** Releases a stop. The core lets only a supervisor who did not set it; its refusal is shown in words. */
export function ReleaseDialog(props: {
  exhibit: ExhibitView;
  onReleased: (exhibit: ExhibitView) => void;
  onClose: () => void;
}): ReactNode {
  const { exhibit } = props;
  const host = useHost();
  const toast = useToast();
  const { form, change, clear } = useKeptForm(`release/${exhibit.id}`, { reason: "" });
  const { reason } = form;
  const { isBusy, error, run } = useBusy();
  const isShort = reason.trim() === "";
  const release = () =>
    run(async () => {
      const released = await host.commands.releaseExhibit(exhibit.id, reason.trim());
      await clear();
      props.onReleased(released);
      toast({ text: w.released(exhibit.number) });
      props.onClose();
    });
  return (
    <Dialog
      title={w.releaseTitle(exhibit.number)}
      isOpen
      onClose={props.onClose}
      footer={
        <FormButtons
          onCancel={props.onClose}
          cancel={w.cancel}
          action={w.release}
          missing={isShort ? w.releaseReasonNeeded : null}
          isBusy={isBusy}
          onAct={() => void release()}
        />
      }
    >
      <div className={styles.form}>
        <p>{w.releaseMeans}</p>
        <TextArea
          label={w.releaseReason}
          value={reason}
          onChange={(value) => change({ reason: value })}
          rows={2}
          autoFocus
        />
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
