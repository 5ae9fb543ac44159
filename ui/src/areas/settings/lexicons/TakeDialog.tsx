/** What a lexicon file would change, or what keeps it from being taken; nothing is written before "Take it". */
import type { ReactNode } from "react";
import {
  type LexiconFaultView,
  type LexiconFileView,
  type LexiconView,
  useHost,
} from "../../../host";
import { Bdi, Button, Dialog, useToast } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useBusy } from "../../../record/useBusy";
import type { ChosenLexicon } from "./LexiconFile";
import styles from "./lexicons.module.css";
import { Refused } from "./Refused";
import { useAfterChange } from "./useAfterChange";
import { w } from "./words";

/** A file may be wrong in every row; so many are enough to mend the first. */
const FAULTS_SHOWN = 200;

/** The dialog over a chosen file. */
export function TakeDialog(props: {
  lexicon: LexiconView;
  chosen: ChosenLexicon;
  /** The file says something else by now. */
  onView: (view: LexiconFileView) => void;
  onClose: () => void;
}): ReactNode {
  const { lexicon, onView, onClose } = props;
  const { token, view } = props.chosen;
  const host = useHost();
  const toast = useToast();
  const after = useAfterChange();
  const { isBusy, error, run } = useBusy();
  const isSame = view.faults.length === 0 && view.added + view.changed + view.removed === 0;
  const take = () =>
    run(async () => {
      const taken = await host.commands.takeLexicon(lexicon.language, token);
      if (!taken.is_taken) {
        onView(taken);
        return;
      }
      onClose();
      toast({ text: w.file.taken(taken.file_name), tone: "ok" });
      await after();
    });
  const footer = (
    <>
      <Button onPress={onClose}>{w.cancel}</Button>
      <Button
        variant="primary"
        isDisabled={isSame || view.faults.length > 0}
        isPending={isBusy}
        onPress={() => void take()}
      >
        {w.file.take}
      </Button>
    </>
  );
  return (
    <Dialog
      title={<Bdi>{w.file.title(view.file_name)}</Bdi>}
      isOpen
      onClose={onClose}
      footer={footer}
    >
      {view.faults.length > 0 ? (
        <Faults faults={view.faults} />
      ) : (
        <>
          <p>{isSame ? w.file.same : w.file.lead(view.file_name, lexicon.name)}</p>
          <Counts view={view} />
        </>
      )}
      {error !== null && <Refused title={w.head.failed}>{error}</Refused>}
    </Dialog>
  );
}

function Counts(props: { view: LexiconFileView }): ReactNode {
  const { view } = props;
  const lines = [
    [w.file.added, view.added],
    [w.file.changed, view.changed],
    [w.file.removed, view.removed],
    [w.file.unchanged, view.unchanged],
  ] as const;
  return (
    <>
      <dl className={styles.counts}>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{count(value)}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.quiet}>{w.file.version(view.version)}</p>
    </>
  );
}

function Faults(props: { faults: readonly LexiconFaultView[] }): ReactNode {
  const { faults } = props;
  const shown = faults.slice(0, FAULTS_SHOWN);
  return (
    <>
      <p role="alert">{w.file.faults(faults.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys. */}
      <ul className={styles.faults} aria-label={w.file.faultsLabel} tabIndex={0}>
        {shown.map(({ line, why }) => (
          <li key={`${line} ${why}`}>
            <b>{w.file.line(line)}</b> <Bdi>{why}</Bdi>
          </li>
        ))}
      </ul>
      {shown.length < faults.length && (
        <p className={styles.quiet}>{w.file.more(faults.length - shown.length)}</p>
      )}
    </>
  );
}
