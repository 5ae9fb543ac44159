/** A second officer gives a letter back, with the reason. */
import { type ReactNode, useState } from "react";
import { type LetterView, useHost } from "../../../../host";
import { Button, Dialog, FormButtons, TextArea } from "../../../../kit";
import { w } from "./words";

/** The button and its dialog. */
export function GiveBack(props: {
  letter: LetterView;
  isBusy: boolean;
  act: (work: () => Promise<unknown>, text: string) => Promise<void>;
}): ReactNode {
  const { letter, isBusy, act } = props;
  const host = useHost();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setOpen(false);
  const give = () => {
    close();
    void act(() => host.commands.returnLetter(letter.id, reason.trim()), w.gaveBack);
  };
  return (
    <>
      <Button isPending={isBusy} onPress={() => setOpen(true)}>
        {w.giveBack}
      </Button>
      <Dialog
        title={w.giveBackTitle}
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons
            onCancel={close}
            action={w.returnIt}
            missing={reason.trim() === "" ? w.reason : null}
            isBusy={isBusy}
            onAct={give}
          />
        }
      >
        <p>{w.giveBackLead}</p>
        <TextArea label={w.reason} value={reason} onChange={setReason} rows={3} autoFocus />
      </Dialog>
    </>
  );
}
