/** Register files that were taken in, and taking one back. */

import { type ReactNode, useState } from "react";
import { type RegisterBatchView, useHost } from "../../../host";
import { Bdi, Button, Card, newJob, Time, useToast } from "../../../kit";
import { KeptConfirm } from "../../../record/KeptConfirm";
import { fileName } from "../fileName";
import styles from "./RegistersPanel.module.css";
import { w } from "./words";

/** The files, newest first. */
export function RegisterFiles(props: { batches: readonly RegisterBatchView[] }): ReactNode {
  const host = useHost();
  const toast = useToast();
  const [asked, setAsked] = useState<RegisterBatchView | null>(null);
  if (props.batches.length === 0) return null;
  const undo = async (reason: string) => {
    if (asked === null) return;
    const undone = await host.commands.undoImport(asked.batch, reason, newJob());
    toast({ text: w.undone(undone), tone: undone.kept > 0 ? "warn" : "ok" });
    setAsked(null);
  };
  return (
    <Card title={w.files}>
      <ul className={styles.files}>
        {props.batches.map((batch) => (
          <li key={batch.batch}>
            <Bdi>{fileName(batch)}</Bdi> <Time at={batch.at} /> <span>{w.by(batch.officer)}</span>
            <span className={styles.counts}>
              {w.counts(batch.counts.created, batch.counts.updated, batch.counts.rejected)}
            </span>
            <Button size="small" variant="quiet" onPress={() => setAsked(batch)}>
              {w.undo}
            </Button>
          </li>
        ))}
      </ul>
      <KeptConfirm
        about={`take-back/${asked?.batch ?? ""}`}
        title={w.undoTitle(asked === null ? "" : fileName(asked))}
        isOpen={asked !== null}
        onClose={() => setAsked(null)}
        onConfirm={undo}
        action={w.undoAction}
      >
        {w.undoText}
      </KeptConfirm>
    </Card>
  );
}
