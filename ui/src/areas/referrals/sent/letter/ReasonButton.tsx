/** A button that asks for a reason before it acts. */
import { type ReactNode, useState } from "react";
import { Button, Dialog, FormButtons, TextArea } from "../../../../kit";
import { w } from "./words";

/** The button and its dialog; `onAct` is given the reason, which is not empty. */
export function ReasonButton(props: {
  label: string;
  title: string;
  lead: string;
  action: string;
  isQuiet?: boolean;
  isBusy: boolean;
  onAct: (reason: string) => void;
}): ReactNode {
  const { isBusy } = props;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const close = () => setOpen(false);
  const act = () => {
    close();
    props.onAct(reason.trim());
  };
  return (
    <>
      <Button
        {...(props.isQuiet ? { variant: "quiet" as const } : {})}
        isPending={isBusy}
        onPress={() => setOpen(true)}
      >
        {props.label}
      </Button>
      <Dialog
        title={props.title}
        isOpen={isOpen}
        onClose={close}
        footer={
          <FormButtons
            onCancel={close}
            action={props.action}
            missing={reason.trim() === "" ? w.reason : null}
            isBusy={isBusy}
            onAct={act}
          />
        }
      >
        <p>{props.lead}</p>
        <TextArea label={w.reason} value={reason} onChange={setReason} rows={3} autoFocus />
      </Dialog>
    </>
  );
}
