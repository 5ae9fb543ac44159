import { type ReactNode, useState } from "react";
import { codeOf, type ExhibitView, useHost } from "../../host";
import { Button, Dialog, newJob, Progress, TextField, useToast } from "../../kit";
import { missingOf } from "../missing";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import styles from "./StopDialog.module.css";

/** Writes an exhibit's own bytes to a place outside the case: for whom and what for is asked first and logged. */
export function ExportExhibit(props: { exhibit: ExhibitView; onClose: () => void }): ReactNode {
  const { exhibit, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { form, change, clear } = useKeptForm(`export/${exhibit.id}`, {
    recipient: "",
    purpose: "",
  });
  const { recipient, purpose } = form;
  const [job, setJob] = useState<string | null>(null);
  const { isBusy, error, run } = useBusy();
  const missing = missingOf([
    recipient.trim() === "" && w.recipient,
    purpose.trim() === "" && w.purpose,
  ]);
  const write = () =>
    run(async () => {
      const [place] = await host.commands.choose("save-exhibit", exhibit.file_name);
      if (place === undefined) {
        return;
      }
      const work = newJob();
      setJob(work);
      try {
        await host.commands.exportExhibit(
          exhibit.id,
          place.token,
          recipient.trim(),
          purpose.trim(),
          work,
        );
        await clear();
        toast({ text: w.exported(exhibit.number, recipient.trim()), tone: "ok" });
        onClose();
      } catch (thrown) {
        if (codeOf(thrown) !== "cancelled") {
          throw thrown;
        }
      } finally {
        setJob(null);
      }
    });
  return (
    <Dialog
      title={w.exportTitle(exhibit.number)}
      isOpen
      onClose={onClose}
      isDismissable={job === null}
      footer={
        <>
          <Button onPress={onClose} isDisabled={job !== null}>
            {w.cancel}
          </Button>
          <Button
            variant="primary"
            isDisabled={missing !== null}
            isPending={isBusy}
            why={missing ?? undefined}
            onPress={() => void write()}
          >
            {w.exportAction}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{w.exportMeans}</p>
        <TextField
          label={w.recipient}
          value={recipient}
          onChange={(value) => change({ recipient: value })}
          autoFocus
        />
        <TextField
          label={w.purpose}
          value={purpose}
          onChange={(value) => change({ purpose: value })}
        />
        {job !== null && <Progress job={job} what={w.exporting} />}
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}
