import { type ReactNode, useState } from "react";
import { type AccountView, useHost } from "../../host";
import { Dialog, FormButtons, TextArea } from "../../kit";
import { useBusy } from "../useBusy";
import { useWatching } from "./useVisits";
import styles from "./watch.module.css";
import { w } from "./words";

/** Asks why an account is watched no longer. */
export function EndDialog(props: { account: AccountView; onClose: () => void }): ReactNode {
  const { account, onClose } = props;
  const host = useHost();
  const [why, setWhy] = useState("");
  const watching = useWatching(account.id);
  const { isBusy, error, run } = useBusy();
  const save = () =>
    run(async () => {
      await watching(() => host.commands.endWatch(account.id, why.trim()), w.ended(account.label));
      onClose();
    });
  return (
    <Dialog
      title={w.end}
      isOpen
      onClose={onClose}
      size="small"
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.save}
          missing={why.trim() === "" ? w.endWhy : null}
          isBusy={isBusy}
          onAct={() => void save()}
        />
      }
    >
      <TextArea label={w.endWhy} value={why} onChange={setWhy} rows={2} />
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
