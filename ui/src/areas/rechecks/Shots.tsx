import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type ChosenView,
  type ShotState,
  type ShotsView,
  type ShotView,
  useHost,
} from "../../host";
import {
  Bdi,
  Button,
  Dialog,
  ErrorState,
  newJob,
  Pill,
  QueryState,
  Section,
  type Tone,
  useToast,
} from "../../kit";
import { failed } from "../../record/failed";
import styles from "./rechecks.module.css";
import { w } from "./shotsWords";

/** The folder is looked at again after this, while it is open. Milliseconds. */
const AGAIN = 20_000;

const TONES: Record<ShotState, Tone> = {
  new: "accent",
  attached: "ok",
  differs: "warn",
  unlisted: "warn",
  "no-number": "neutral",
  "unknown-number": "warn",
  refused: "warn",
};

/** Screenshots that came back from the other machine: a folder is chosen, and what is new in it is attached by number. */
export function Shots(): ReactNode {
  const host = useHost();
  const toast = useToast();
  const [folder, setFolder] = useState<ChosenView | null>(null);
  const [isOpen, setOpen] = useState(false);
  const choose = async () => {
    try {
      const [chosen] = await host.commands.choose("shots-folder", null);
      if (chosen === undefined) return;
      setFolder(chosen);
      setOpen(true);
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <Section title={w.title}>
      <div className={styles.beside}>
        <p>{w.text}</p>
        <div className={styles.acts}>
          <Button icon="attach" onPress={() => void choose()}>
            {w.choose}
          </Button>
          {folder !== null && (
            <Button onPress={() => setOpen(true)}>
              <Bdi>{w.again(folder.name)}</Bdi>
            </Button>
          )}
        </div>
      </div>
      {folder !== null && isOpen && <Folder folder={folder} onClose={() => setOpen(false)} />}
    </Section>
  );
}

function Folder(props: { folder: ChosenView; onClose: () => void }): ReactNode {
  const { folder, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const query = useQuery<ShotsView>({
    queryKey: ["shots", folder.token],
    queryFn: () => host.commands.lookAtShots(folder.token),
    refetchInterval: isBusy ? false : AGAIN,
    refetchOnWindowFocus: "always",
  });
  const shots = query.data;
  const take = async () => {
    setBusy(true);
    try {
      const before = shots?.attached ?? 0;
      const done = await host.commands.takeShots(folder.token, newJob());
      client.setQueryData(["shots", folder.token], done);
      toast({ text: w.taken(done.attached - before), tone: "ok" });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  const isNothing = shots === undefined || shots.new === 0;
  return (
    <Dialog
      title={<Bdi>{w.folder(folder.name)}</Bdi>}
      isOpen
      onClose={onClose}
      size="wide"
      footer={
        <>
          <Button variant="quiet" onPress={onClose}>
            {w.close}
          </Button>
          <Button
            variant="primary"
            isDisabled={isNothing}
            isPending={isBusy}
            why={isNothing ? w.nothing : undefined}
            onPress={() => void take()}
          >
            {w.take(shots?.new ?? 0)}
          </Button>
        </>
      }
    >
      {query.error !== null && shots === undefined ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <QueryState query={query}>{(found) => <Found shots={found} />}</QueryState>
      )}
    </Dialog>
  );
}

function Found(props: { shots: ShotsView }): ReactNode {
  const { shots } = props;
  return (
    <div className={styles.item}>
      <p>
        {w.sum(shots)} {shots.has_list ? w.listed : w.unlisted}
      </p>
      {shots.missing.length > 0 && (
        <p role="alert">
          {w.missing} <Bdi>{shots.missing.join(", ")}</Bdi>
        </p>
      )}
      {shots.skipped.length > 0 && (
        <ul className={styles.quiet} aria-label={w.skipped}>
          {shots.skipped.map((one) => (
            <li key={one.name}>
              <Bdi>{one.name}</Bdi>: {w.skip[one.why]}
            </li>
          ))}
        </ul>
      )}
      {shots.beyond > 0 && <p role="alert">{w.beyond(shots.beyond)}</p>}
      {shots.files.length === 0 ? (
        <p className={styles.quiet}>{w.empty}</p>
      ) : (
        <table className={styles.table} aria-label={w.files}>
          <thead>
            <tr>
              <th scope="col">{w.file}</th>
              <th scope="col">{w.account}</th>
              <th scope="col">{w.state}</th>
            </tr>
          </thead>
          <tbody>
            {shots.files.map((file) => (
              <Line key={file.name} file={file} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Line(props: { file: ShotView }): ReactNode {
  const { file } = props;
  return (
    <tr>
      <td>
        <Bdi>{file.name}</Bdi>
        <div className={styles.quiet}>
          <Bdi mono>{`${file.sha256.slice(0, 16)}…`}</Bdi>
        </div>
      </td>
      <td>{file.label !== null && <Bdi>{file.label}</Bdi>}</td>
      <td>
        <Pill tone={TONES[file.state]}>{w.states[file.state]}</Pill>
        {file.why !== null && (
          <div className={styles.quiet}>
            <Bdi>{file.why}</Bdi>
          </div>
        )}
      </td>
    </tr>
  );
}
