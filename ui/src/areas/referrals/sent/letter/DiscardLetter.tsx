/** Discards a letter that was not sent, with the reason. */
import { type ReactNode, useState } from "react";
import { type LetterView, useHost } from "../../../../host";
import { Button, Dialog, FormButtons, TextArea } from "../../../../kit";
import { w } from "./words";

/** The button and its dialog. */
export function DiscardLetter(props: {
  letter: LetterView;
  isBusy: boolean;
  act: (work: () => Promise<unknown>, text: string) => Promise<void>;
}): ReactNode {
  const { letter, isBusy, act } = props;
  const host = useHost();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setOpen(false);
  const discard = () => {
    close();
    void act(() => host.commands.discardLetter(letter.id, reason.trim()), w.discarded);
  };
  return (
    <>
      <Button variant="quiet" isPending={isBusy} onPress={() => setOpen(true)}>
        {w.discard}
      </Button>
      <Dialog
        title={w.discardTitle}
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons
            onCancel={close}
            action={w.discardIt}
            missing={reason.trim() === "" ? w.reason : null}
            isBusy={isBusy}
            onAct={discard}
          />
        }
      >
        <p>{w.discardLead}</p>
        <TextArea label={w.reason} value={reason} onChange={setReason} rows={3} autoFocus />
      </Dialog>
    </>
  );
}
