import type { ReactNode } from "react";
import { type ExhibitView, type StopReceiptView, useHost } from "../../host";
import { Button, Dialog, TextArea } from "../../kit";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import styles from "./StopDialog.module.css";

/** Stop: illegal image. Asks for the reason in words, then takes the picture away everywhere at once. */
export function StopDialog(props: {
  exhibit: ExhibitView;
  onStopped: (receipt: StopReceiptView) => void;
  onClose: () => void;
}): ReactNode {
  const { exhibit } = props;
  const host = useHost();
  const { form, change, clear } = useKeptForm(`stop/${exhibit.id}`, { reason: "" });
  const { reason } = form;
  const { isBusy, error, run } = useBusy();
  const isShort = reason.trim() === "";
  const stop = () =>
    run(async () => {
      const receipt = await host.commands.stopExhibit({
        exhibit: exhibit.id,
        reason: reason.trim(),
      });
      await clear();
      props.onStopped(receipt);
    });
  return (
    <Dialog
      title={w.stopTitle(exhibit.number)}
      isOpen
      onClose={props.onClose}
      role="alertdialog"
      footer={
        <>
          <Button onPress={props.onClose}>{w.cancel}</Button>
          <Button
            variant="danger"
            icon="stop"
            isDisabled={isShort}
            isPending={isBusy}
            why={isShort ? w.stopReasonNeeded : undefined}
            onPress={() => void stop()}
          >
            {w.stopConfirm}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isShort) {
            void stop();
          }
        }}
      >
        <p>{w.stopMeans}</p>
        <p>{w.stopRelease}</p>
        <TextArea
          label={w.stopReason}
          description={w.stopReasonHow}
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
      </form>
    </Dialog>
  );
}
