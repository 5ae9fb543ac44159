/** What the submission says that the one before it did not, and why that one came back. */
import type { ReactNode } from "react";
import type { ReferralView, VersionChangeView } from "../../../host";
import { Bdi, Card } from "../../../kit";
import styles from "./Changes.module.css";
import { w } from "./words";

/** Nothing for a first submission. */
export function Changes(props: { referral: ReferralView }): ReactNode {
  const since = props.referral.submission?.since ?? null;
  if (since === null) return null;
  return (
    <Card title={w.changes.title} aside={w.changes.since(since.number)}>
      {since.reason !== null && (
        <p className={styles.reason}>
          {w.changes.reason} “<Bdi>{since.reason}</Bdi>”
        </p>
      )}
      {since.changes.length === 0 && <p className={styles.none}>{w.changes.none}</p>}
      <ul className={styles.lines}>
        {since.changes.map((change) => (
          <Line key={`${change.item}/${change.field}`} change={change} />
        ))}
      </ul>
    </Card>
  );
}

function Line(props: { change: VersionChangeView }): ReactNode {
  const { change } = props;
  if (change.field === "item") {
    return (
      <li>
        <b>
          <Bdi>{change.item ?? ""}</Bdi>
        </b>{" "}
        {change.after === null ? w.changes.went : w.changes.came}
      </li>
    );
  }
  return (
    <li>
      <b>
        {change.item !== null && (
          <>
            <Bdi>{change.item}</Bdi>,{" "}
          </>
        )}
        {w.changes.field(change.field)}
      </b>
      <dl className={styles.pair}>
        <dt>{w.changes.was}</dt>
        <dd>
          <Said text={change.before} />
        </dd>
        <dt>{w.changes.is}</dt>
        <dd>
          <Said text={change.after} />
        </dd>
      </dl>
    </li>
  );
}

function Said(props: { text: string | null }): ReactNode {
  return props.text === null ? (
    <span className={styles.none}>{w.changes.nothing}</span>
  ) : (
    <Bdi>{props.text}</Bdi>
  );
}
