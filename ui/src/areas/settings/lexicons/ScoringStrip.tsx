/** Accounts that wait to be scored again, how far it is, and what it moved. */
import type { ReactNode } from "react";
import type { MovedView, MovesView, ScoringView } from "../../../host";
import { Bdi, Button, Card, ErrorState, LinkButton, Progress } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { type ScoringRun, useScoringRun } from "../../../record/scoringRun";
import { w as record } from "../../../record/words";
import styles from "./lexicons.module.css";
import { w } from "./words";

/** The strip over the tab; nothing where every account is scored and nothing was moved. */
export function ScoringStrip(props: { scoring: ScoringView }): ReactNode {
  const { run, begin } = useScoringRun();
  if (run.state === "running") {
    return (
      <Card title={w.scoring.title} aside={w.scoring.runningText}>
        <Progress job={run.job} what={w.scoring.running} />
      </Card>
    );
  }
  if (!props.scoring.is_level) return <Waiting run={run} begin={() => void begin()} />;
  return run.state === "done" ? <Done moves={run.moves} isRest={run.isRest} /> : null;
}

function Waiting(props: { run: ScoringRun; begin: () => void }): ReactNode {
  const { run, begin } = props;
  const isBegun = run.state === "stopped" || run.state === "failed";
  return (
    <Card title={w.scoring.title} tone="warn">
      {run.state === "failed" ? (
        <ErrorState title={w.scoring.failed} error={run.error} isInline />
      ) : (
        <p role="status">{run.state === "stopped" ? w.scoring.stopped : w.scoring.waiting}</p>
      )}
      <div className={styles.actions}>
        <Button variant="primary" onPress={begin}>
          {isBegun ? w.scoring.goOn : w.scoring.begin}
        </Button>
      </div>
    </Card>
  );
}

function Done(props: { moves: MovesView; isRest: boolean }): ReactNode {
  const { scored, up, down, moved } = props.moves;
  const all = up + down;
  return (
    <Card title={w.scoring.title}>
      <p role="status">
        {all === 0 ? w.scoring.movedNone(scored) : w.scoring.moved(scored, up, down)}{" "}
        {props.isRest && w.scoring.rest}
      </p>
      {moved.length > 0 && (
        <ul className={styles.moved} aria-label={w.scoring.list}>
          {moved.map((one) => (
            <MovedLine key={one.account} moved={one} />
          ))}
        </ul>
      )}
      {moved.length < all && <p className={styles.quiet}>{w.scoring.more(moved.length, all)}</p>}
    </Card>
  );
}

function MovedLine(props: { moved: MovedView }): ReactNode {
  const { account, label, from, to } = props.moved;
  const { go } = useRoute();
  // An account of the band Low is in no queue of Review.
  const area = to === "low" ? "accounts" : "review";
  return (
    <li>
      <LinkButton onPress={() => go({ area, id: account })}>
        <Bdi>{label}</Bdi>
      </LinkButton>
      <span className={styles.quiet}>{w.scoring.fromTo(record.band[from], record.band[to])}</span>
    </li>
  );
}
