import type { ReactNode } from "react";
import type { AccountView, AssessmentView, ExclusionView, HistoryView } from "../../host";
import { useHost } from "../../host";
import { Bdi, Button, Card, EmptyState, Pill, Time, useToast, WorldTimeText } from "../../kit";
import { defangWithin } from "../defang";
import { points } from "../signs";
import { useBusy } from "../useBusy";
import { w } from "../words";
import styles from "./HistoryTab.module.css";

/** Assessments and everything else that happened to the account, newest first; what can be taken back can be here. */
export function HistoryTab(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
}): ReactNode {
  const { account, lines } = props;
  return (
    <>
      {account.assessments.map((assessment) => (
        <Assessment key={assessment.id} assessment={assessment} lines={lines} />
      ))}
      <Past items={account.past} />
      <Card title={w.history} aside={w.newestFirst}>
        {account.history.length === 0 ? (
          <EmptyState title={w.noHistory} />
        ) : (
          <ol className={styles.list}>
            {account.history.map((line, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same at the same time.
              <Line key={`${line.at} ${line.kind} ${n}`} line={line} />
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}

/** What imported files say was referred of the account, in the order it happened. */
function Past(props: { items: AccountView["past"] }): ReactNode {
  if (props.items.length === 0) {
    return null;
  }
  return (
    <Card title={w.past}>
      <ol className={styles.list}>
        {props.items.map((item, n) =>
          item.said.map((one, m) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two files may say the same.
            <li key={`${n} ${m}`} className={styles.line}>
              <span className={styles.when}>
                <WorldTimeText time={one.happened} />
              </span>
              <span className={styles.officer} />
              <span className={styles.what}>
                <Bdi mono>{item.reference}</Bdi> {w.pastKind(one.kind)}{" "}
                {one.kind === "decided" && <Bdi>{one.value}</Bdi>} <Bdi>{one.reason}</Bdi>
              </span>
            </li>
          )),
        )}
      </ol>
    </Card>
  );
}

function Assessment(props: {
  assessment: AssessmentView;
  lines: readonly ExclusionView[];
}): ReactNode {
  const { assessment, lines } = props;
  const named = lines.filter((line) => assessment.answers[line.name] !== undefined);
  const doubts = named.filter((line) => assessment.answers[line.name] !== "no");
  return (
    <Card
      title={w.decision[assessment.decision]}
      aside={
        <>
          {assessment.officer} · <Time at={assessment.at} />
        </>
      }
    >
      <Bdi block>{assessment.reason === "" ? w.noReasonGiven : assessment.reason}</Bdi>
      <p className={styles.answers}>
        {w.answered(named.length, lines.length)}
        {doubts.map((line) => (
          <Pill key={line.name} tone="warn">
            {line.short}: {w.answer[assessment.answers[line.name] ?? "cant-tell"]}
          </Pill>
        ))}
        {assessment.review_by !== null && (
          <Pill>
            {w.heldUntil} <WorldTimeText time={assessment.review_by} />
          </Pill>
        )}
        <Pill>{w.madeOn(points(assessment.sum.halves), w.band[assessment.sum.band])}</Pill>
        {assessment.grading !== null && <Pill>{w.grading(assessment.grading)}</Pill>}
      </p>
      <MadeOn assessment={assessment} />
    </Card>
  );
}

/** The lines of the sum the assessment was made on, as they stood then. */
function MadeOn(props: { assessment: AssessmentView }): ReactNode {
  const { lines } = props.assessment.sum;
  if (lines.length === 0) {
    return null;
  }
  return (
    <details className={styles.made}>
      <summary>{w.madeOnLines(lines.length)}</summary>
      <ul>
        {lines.map((line) => (
          <li key={`${line.field} ${line.post ?? ""} ${line.start}`}>
            {line.title} <Bdi>{line.quote}</Bdi> {points(line.halves)}
            {line.answer !== null && ` · ${w.hitAnswer[line.answer]}`}{" "}
            <span className={styles.version}>
              {line.rule} {line.version}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Line(props: { line: HistoryView }): ReactNode {
  const { line } = props;
  const host = useHost();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const { undo } = line;
  return (
    <li className={styles.line}>
      <span className={styles.when}>
        <Time at={line.at} />
      </span>
      <span className={styles.officer}>{line.officer}</span>
      <span className={styles.what}>
        <Bdi>{line.what}</Bdi>
        {(line.old !== null || line.new !== null) && (
          <span className={styles.change}>
            {line.old !== null && line.old !== "" && (
              <>
                <Bdi>{defangWithin(line.old)}</Bdi> <span aria-hidden="true">→</span>
                <span className={styles.unseen}>{w.became}</span>{" "}
              </>
            )}
            <Bdi>{defangWithin(line.new ?? "")}</Bdi>
          </span>
        )}
        {error !== null && <span role="alert">{error}</span>}
      </span>
      {undo !== null && (
        <Button
          size="small"
          isPending={isBusy}
          onPress={() =>
            void run(async () => {
              const undone = await host.commands.undo(undo);
              toast({ text: w.undone(undone) });
            })
          }
        >
          {w.undo}
        </Button>
      )}
    </li>
  );
}
