/** A supervisor confirms a key: the fingerprint is typed as it was heard, and not shown to be copied. */
import { type ReactNode, useState } from "react";
import { type ColleagueView, useHost } from "../../../host";
import { Dialog, FormButtons, TextField, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { Refused } from "../lexicons/Refused";
import { w } from "./words";

/** The question. */
export function ConfirmKey(props: {
  colleague: ColleagueView;
  onDone: () => void;
  onClose: () => void;
}): ReactNode {
  const { colleague, onDone, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const [heard, setHeard] = useState("");
  const confirm = () =>
    run(async () => {
      await host.commands.confirmColleague(colleague.number, heard.trim());
      toast({ text: w.confirmed(colleague.name), tone: "ok" });
      onDone();
      onClose();
    });
  return (
    <Dialog
      title={w.confirmTitle(colleague.name)}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.confirmAction}
          isShut={heard.trim() === ""}
          isBusy={isBusy}
          onAct={() => void confirm()}
        />
      }
    >
      <p>{w.confirmText}</p>
      <TextField
        label={w.fingerprint}
        value={heard}
        onChange={setHeard}
        placeholder="SHA256:…"
        dir="ltr"
        autoFocus
      />
      {error !== null && <Refused title={w.failed}>{error}</Refused>}
    </Dialog>
  );
}
