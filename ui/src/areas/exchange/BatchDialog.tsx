/** One file taken in: what it did, its accounts, and taking it back with a reason. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type BatchAccountsView, type BatchView, type ImportUndoneView, useHost } from "../../host";
import {
  Bdi,
  Button,
  Confirm,
  Dialog,
  LinkButton,
  newJob,
  Progress,
  QueryState,
  Time,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { StatusPill } from "../../record/StatusPill";
import { CountsSum } from "./CountsSum";
import { fileName } from "./fileName";
import styles from "./ImportList.module.css";
import { w as words } from "./importWords";
import { KeptAccounts } from "./KeptAccounts";
import { w } from "./words";

const SHOWN = 200;

/** The dialog over the list. */
export function BatchDialog(props: { batch: BatchView; onClose: () => void }): ReactNode {
  const { batch, onClose } = props;
  const host = useHost();
  const { go } = useRoute();
  const [isAsking, setAsking] = useState(false);
  const [job, setJob] = useState<string | null>(null);
  const [undone, setUndone] = useState<ImportUndoneView | null>(null);
  const isUndone = batch.is_undone || undone !== null;
  const takeBack = async (reason: string) => {
    const name = newJob();
    setJob(name);
    try {
      setUndone(await host.commands.undoImport(batch.batch, reason, name));
      setAsking(false);
    } finally {
      setJob(null);
    }
  };
  return (
    <Dialog
      title={<Bdi>{fileName(batch)}</Bdi>}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          {!isUndone && (
            <Button icon="undo" onPress={() => setAsking(true)}>
              {words.imports.takeBack}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {words.imports.close}
          </Button>
        </>
      }
    >
      <p className={styles.why}>
        <Time at={batch.at} /> · {words.imports.by} <Bdi>{batch.officer}</Bdi> ·{" "}
        {words.imports.read(batch.counts.read, batch.encoding)} ·{" "}
        <LinkButton
          onPress={() => {
            onClose();
            go({ area: "audit", id: String(batch.entry) });
          }}
        >
          {words.imports.entry(batch.entry)}
        </LinkButton>
      </p>
      <CountsSum counts={batch.counts} />
      {undone !== null && <KeptAccounts undone={undone} onOpen={onClose} />}
      {!batch.is_register && (
        <Accounts key={String(isUndone)} batch={batch} isUndone={isUndone} onOpen={onClose} />
      )}
      <Confirm
        title={w.result.undoTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={takeBack}
        action={w.result.undoAction}
        needsReason
        affects={w.result.affects(batch.counts.created + batch.counts.updated)}
      >
        <p>{w.result.undoText}</p>
        {job !== null && <Progress job={job} what={w.undoing.what} />}
      </Confirm>
    </Dialog>
  );
}

function Accounts(props: { batch: BatchView; isUndone: boolean; onOpen: () => void }): ReactNode {
  const { batch, isUndone, onOpen } = props;
  const host = useHost();
  const { go } = useRoute();
  const accounts = useQuery<BatchAccountsView>({
    queryKey: ["accounts", "of-batch", batch.batch],
    queryFn: () => host.commands.batchAccounts(batch.batch, 0, SHOWN),
  });
  return (
    <QueryState query={accounts}>
      {({ rows, total }) => (
        <section className={styles.kept}>
          <h3>{isUndone ? words.imports.accountsKept(total) : words.imports.accounts(total)}</h3>
          {total === 0 && <p className={styles.why}>{words.imports.none}</p>}
          <ul className={styles.list}>
            {rows.map((row) => (
              <li key={row.id}>
                <LinkButton
                  onPress={() => {
                    onOpen();
                    go({ area: "review", id: row.id });
                  }}
                >
                  <Bdi>{row.label}</Bdi>
                </LinkButton>
                <StatusPill status={row.status} />
              </li>
            ))}
          </ul>
          {rows.length < total && (
            <p className={styles.why}>{words.imports.first(rows.length, total)}</p>
          )}
        </section>
      )}
    </QueryState>
  );
}
