/** The changes not saved yet: each can be taken back, all are saved as one version. */
import { type ReactNode, useState } from "react";
import { type LexiconView, type TermChange, type TermView, useHost } from "../../../host";
import { Bdi, Button, Confirm, focusPane, Pill, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { rebased, requestOf, stateOf } from "./draft";
import styles from "./lexicons.module.css";
import { Refused } from "./Refused";
import { useAfterChange } from "./useAfterChange";
import type { LexiconDraft } from "./useLexiconDraft";
import { w } from "./words";

/** Saves every change as one version; one that is refused keeps them all. */
function useSave(lexicon: LexiconView, draft: LexiconDraft) {
  const host = useHost();
  const toast = useToast();
  const after = useAfterChange();
  const { isBusy, error, run, clear } = useBusy();
  const save = () =>
    run(async () => {
      const request = requestOf(lexicon.language, draft.version, draft.changes);
      try {
        await host.commands.changeLexicon(request);
      } catch (thrown) {
        // It may be refused because the lexicon is another one by now: then both stand beside each other.
        void after();
        throw thrown;
      }
      await draft.empty();
      focusPane("page");
      toast({ text: w.pending.saved(draft.changes.length), tone: "ok" });
      await after();
    });
  return { isBusy, error, save, clear };
}

/** The strip of what is pending. */
export function PendingChanges(props: {
  lexicon: LexiconView;
  terms: readonly TermView[];
  draft: LexiconDraft;
}): ReactNode {
  const { lexicon, terms, draft } = props;
  const { changes } = draft;
  const [isAsking, setAsking] = useState(false);
  const { isBusy, error, save, clear } = useSave(lexicon, draft);
  return (
    <section className={styles.pending} aria-label={w.pending.title(changes.length)}>
      <h3>{w.pending.title(changes.length)}</h3>
      <p className={styles.quiet}>{w.pending.text}</p>
      {draft.version !== lexicon.version && (
        <Older
          words={w.pending.old(draft.version, lexicon.version)}
          onRebase={() => {
            clear();
            draft.put(rebased(changes, terms), lexicon.version);
          }}
        />
      )}
      <ul className={styles.changes}>
        {changes.map((change, at) => (
          <ChangeLine
            key={`${change.before ?? ""} ${change.after?.term ?? ""}`}
            change={change}
            language={lexicon.language}
            onBack={() => {
              clear();
              draft.put(changes.filter((_, other) => other !== at));
            }}
          />
        ))}
      </ul>
      {error !== null && <Refused title={w.pending.refused}>{error}</Refused>}
      <div className={styles.actions}>
        <Button variant="primary" icon="save" isPending={isBusy} onPress={() => void save()}>
          {w.pending.save(changes.length)}
        </Button>
        <Button variant="quiet" onPress={() => setAsking(true)}>
          {w.pending.allBack}
        </Button>
      </div>
      <Confirm
        title={w.pending.allBackTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => draft.empty()}
        action={w.pending.allBack}
        affects={w.pending.title(changes.length)}
      >
        {w.pending.allBackText}
      </Confirm>
    </section>
  );
}

function Older(props: { words: string; onRebase: () => void }): ReactNode {
  return (
    <div className={styles.older} role="status">
      <p>{props.words}</p>
      <Button size="small" onPress={props.onRebase}>
        {w.pending.rebase}
      </Button>
    </div>
  );
}

function ChangeLine(props: {
  change: TermChange;
  language: string;
  onBack: () => void;
}): ReactNode {
  const { before, after } = props.change;
  const state = w.state[stateOf(props.change)];
  const term = after?.term ?? before ?? "";
  return (
    <li>
      <Pill tone="accent">{state}</Pill>
      <Bdi lang={props.language}>{term}</Bdi>
      {before !== null && before !== term && (
        <span className={styles.quiet}>
          <Bdi lang={props.language}>{w.pending.was(before)}</Bdi>
        </span>
      )}
      {after !== null && (
        <span className={styles.quiet}>
          <Bdi>{after.meaning}</Bdi>
        </span>
      )}
      <Button
        size="small"
        variant="quiet"
        ariaLabel={w.bar.takeBackNamed(state, term)}
        onPress={props.onBack}
      >
        {w.bar.takeBack}
      </Button>
    </li>
  );
}
