import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useHost } from "../../host";
import { Button, Checkbox, Dialog, QueryState } from "../../kit";
import { useBusy } from "../useBusy";
import { w } from "../words";
import styles from "./attach.module.css";

/** What must never be attached, and what the unit does instead: read before the first attach of a case. */
export function EvidenceRules(props: { onRead: () => void; onClose: () => void }): ReactNode {
  const host = useHost();
  const rules = useQuery({
    queryKey: ["evidence-rules"],
    queryFn: () => host.commands.evidenceRules(),
  });
  const [hasRead, setRead] = useState(false);
  const { isBusy, error, run } = useBusy();
  const accept = () =>
    run(async () => {
      await host.commands.acknowledgeEvidenceRules();
      props.onRead();
    });
  return (
    <Dialog
      title={rules.data?.title ?? w.rulesTitle}
      isOpen
      onClose={props.onClose}
      footer={
        <>
          <Button onPress={props.onClose}>{w.attachNothing}</Button>
          <Button
            variant="primary"
            isDisabled={!hasRead}
            isPending={isBusy}
            why={hasRead ? undefined : w.rulesUnread}
            onPress={() => void accept()}
          >
            {w.rulesGoOn}
          </Button>
        </>
      }
    >
      <QueryState query={rules}>
        {(data) => (
          <div className={styles.form}>
            {data.text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
            <p className={styles.quiet}>
              {w.sourceLead} {data.source}, {data.date}
            </p>
            <Checkbox isSelected={hasRead} onChange={setRead}>
              {w.rulesRead}
            </Checkbox>
          </div>
        )}
      </QueryState>
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Dialog>
  );
}
