/** One lexicon: what can be done with it, the changes not saved yet, and its terms. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  type CategoryView,
  type LexiconView,
  type TermView,
  useHost,
  useSession,
} from "../../../host";
import { Button, Card, Loading, QueryState } from "../../../kit";
import { LexiconFile } from "./LexiconFile";
import { Own } from "./LexiconList";
import styles from "./lexicons.module.css";
import { PendingChanges } from "./PendingChanges";
import { Terms } from "./Terms";
import { EMPTY } from "./termForm";
import { type LexiconDraft, useLexiconDraft } from "./useLexiconDraft";
import { w } from "./words";

/** The card of the chosen lexicon. */
export function LexiconCard(props: {
  lexicon: LexiconView;
  categories: readonly CategoryView[];
  /** What the terms are narrowed to at first. */
  sought: string;
  onLeave: () => void;
}): ReactNode {
  const { lexicon, onLeave } = props;
  const host = useHost();
  const draft = useLexiconDraft(lexicon);
  const query = useQuery({
    queryKey: ["lexicon-terms", lexicon.language],
    queryFn: () => host.commands.lexiconTerms(lexicon.language),
  });
  return (
    <Card
      title={lexicon.name}
      aside={
        <>
          {w.head.aside(lexicon.version, lexicon.terms, lexicon.unchecked)} ·{" "}
          {lexicon.is_own ? <Own lexicon={lexicon} /> : w.list.asItComes}
        </>
      }
    >
      <Head lexicon={lexicon} draft={draft} onLeave={onLeave} />
      <QueryState query={query}>
        {(terms) =>
          draft.isReady ? <Whole {...props} terms={terms} draft={draft} /> : <Loading />
        }
      </QueryState>
    </Card>
  );
}

function Whole(props: {
  lexicon: LexiconView;
  terms: readonly TermView[];
  categories: readonly CategoryView[];
  sought: string;
  draft: LexiconDraft;
}): ReactNode {
  const { lexicon, terms, categories, sought, draft } = props;
  return (
    <>
      {draft.changes.length > 0 && <PendingChanges lexicon={lexicon} terms={terms} draft={draft} />}
      <Terms
        lexicon={lexicon}
        terms={terms}
        categories={categories}
        sought={sought}
        draft={draft}
      />
    </>
  );
}

function Head(props: {
  lexicon: LexiconView;
  draft: LexiconDraft;
  onLeave: () => void;
}): ReactNode {
  const { lexicon, draft } = props;
  const { officer } = useSession();
  const canChange = officer.role !== "reader";
  return (
    <div className={styles.actions}>
      <Button icon="back" onPress={props.onLeave} autoFocus>
        {w.head.all}
      </Button>
      {canChange && (
        <Button
          icon="plus"
          isDisabled={!draft.isReady || draft.isFull}
          why={draft.isFull ? w.bar.full : undefined}
          onPress={() => draft.show({ at: null, before: null, fields: EMPTY })}
        >
          {w.head.add}
        </Button>
      )}
      <LexiconFile
        lexicon={lexicon}
        canChange={canChange}
        hasChanges={!draft.isReady || draft.changes.length > 0}
      />
    </div>
  );
}
