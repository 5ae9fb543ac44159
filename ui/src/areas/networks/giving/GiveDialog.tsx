/** Gives a network out: as what, to whom, what for. */
import { type ReactNode, useState } from "react";
import {
  type NetworkDrawing,
  type NetworkFormat,
  type NetworkView,
  useHost,
  useSession,
} from "../../../host";
import {
  Button,
  Dialog,
  ErrorState,
  newJob,
  Pill,
  Progress,
  RadioList,
  TextField,
  useToast,
} from "../../../kit";
import styles from "../said/said.module.css";
import { w } from "./words";

/** The dialog; `drawing` gives the picture, or null while there is none. */
export function GiveDialog(props: {
  network: NetworkView;
  drawing: () => NetworkDrawing | null;
  onClose: () => void;
}): ReactNode {
  const { network, onClose } = props;
  const { marking } = useSession();
  const [drawing] = useState(props.drawing);
  const [format, setFormat] = useState<NetworkFormat>("graphml");
  const [recipient, setRecipient] = useState("");
  const [purpose, setPurpose] = useState("");
  const { give, job, error } = useGive(network, onClose);
  const isMissing = recipient.trim() === "" || purpose.trim() === "";
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      isDismissable={job === null}
      footer={
        job === null && (
          <>
            <Button onPress={onClose}>{w.cancel}</Button>
            <Button
              variant="primary"
              icon="export"
              isDisabled={isMissing}
              why={isMissing ? w.missing : undefined}
              onPress={() => void give(format, drawing, recipient.trim(), purpose.trim())}
            >
              {w.write}
            </Button>
          </>
        )
      }
    >
      {job === null ? (
        <div className={styles.form}>
          <RadioList
            label={w.as}
            value={format}
            onChange={setFormat}
            options={[
              { value: "graphml", label: w.graphml, detail: w.graphmlDetail },
              {
                value: "svg",
                label: w.svg,
                detail: drawing === null ? w.svgNot : w.svgDetail,
                isDisabled: drawing === null,
              },
            ]}
          />
          <TextField label={w.recipient} value={recipient} onChange={setRecipient} isRequired />
          <TextField label={w.purpose} value={purpose} onChange={setPurpose} isRequired />
          <p className={styles.quiet}>
            {w.marking} <Pill tone="strong">{marking}</Pill> {w.note}
          </p>
          {error !== null && <ErrorState error={error} isInline />}
        </div>
      ) : (
        <Progress job={job} what={w.working} />
      )}
    </Dialog>
  );
}

function useGive(network: NetworkView, onClose: () => void) {
  const host = useHost();
  const toast = useToast();
  const [job, setJob] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const give = async (
    format: NetworkFormat,
    drawing: NetworkDrawing | null,
    recipient: string,
    purpose: string,
  ) => {
    setError(null);
    try {
      const name = `network.${format === "svg" ? "svg" : "graphml"}`;
      const [place] = await host.commands.choose("save-network", name);
      if (place === undefined) return;
      const work = newJob();
      setJob(work);
      const view = await host.commands.exportNetwork(
        {
          place: place.token,
          head: network.head,
          format,
          drawing: format === "svg" ? drawing : null,
          recipient,
          purpose,
        },
        work,
      );
      toast({ text: w.done(view.accounts, view.file_name), tone: "ok" });
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setJob(null);
    }
  };
  return { give, job, error };
}
