/** Referrals as cards: which platform, how many items, and where each stands. */
import { type ReactNode, useRef } from "react";
import type { ReferralRow } from "../../host";
import { Pill, Time, type Tone } from "../../kit";
import { assertNever } from "../../lib/assert";
import { type AreaName, useRoute } from "../../lib/route";
import { PlatformMark } from "../../record/PlatformMark";
import styles from "./DraftList.module.css";
import { useEntryFocus } from "./useEntry";
import { w } from "./words";

/** The cards of a list; pressing one opens it in its area. */
export function Cards(props: {
  rows: readonly ReferralRow[];
  current: string | null;
  area: AreaName;
}): ReactNode {
  return (
    <ul className={styles.cards}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <Card row={row} isCurrent={row.id === props.current} area={props.area} />
        </li>
      ))}
    </ul>
  );
}

function Card(props: { row: ReferralRow; isCurrent: boolean; area: AreaName }): ReactNode {
  const { row, isCurrent, area } = props;
  const { go } = useRoute();
  const card = useRef<HTMLButtonElement>(null);
  useEntryFocus(row.id, isCurrent, card);
  return (
    <button
      ref={card}
      type="button"
      className={styles.card}
      title={w.list.card(row.platform_name, row.items)}
      aria-current={isCurrent ? "true" : undefined}
      {...(isCurrent ? { "data-pane-focus": "" } : {})}
      onClick={() => go({ area, id: row.id }, { replace: true })}
    >
      <span className={styles.mark}>
        <PlatformMark code={row.platform} />
        <bdi aria-hidden="true">{row.label}</bdi>
      </span>
      <span className={styles.head}>
        <b>{w.list.card(row.platform_name, row.items)}</b>
        <Pill tone={toneOf(row)}>{stateOf(row)}</Pill>
      </span>
      <span className={styles.foot}>
        <bdi>{row.label}</bdi>
        <Foot row={row} />
      </span>
    </button>
  );
}

/** Cards under a heading; nothing where there are none. */
export function CardPart(props: {
  title: string;
  rows: readonly ReferralRow[];
  current: string | null;
  area: AreaName;
}): ReactNode {
  if (props.rows.length === 0) return null;
  return (
    <section className={styles.part} aria-label={props.title}>
      <h2>{props.title}</h2>
      <Cards rows={props.rows} current={props.current} area={props.area} />
    </section>
  );
}

function stateOf(row: ReferralRow): string {
  return row.return_reason === null ? w.states[row.state] : w.list.returned;
}

function toneOf(row: ReferralRow): Tone {
  switch (row.state) {
    case "draft":
      return row.return_reason === null ? "accent" : "warn";
    case "submitted":
      return row.can_approve ? "warn" : "neutral";
    case "approved":
    case "closed":
      return "ok";
    case "sent":
      return row.is_late ? "warn" : "accent";
    default:
      return assertNever(row.state);
  }
}

function Foot(props: { row: ReferralRow }): ReactNode {
  const { row } = props;
  switch (row.state) {
    case "draft":
      return <DraftFoot row={row} />;
    case "submitted":
      return (
        <>
          {" "}
          · <Time at={row.submitted_at ?? row.changed_at} show="ago" />{" "}
          <span className={styles.by}>
            {w.list.by} <bdi>{row.submitted_by}</bdi>
          </span>
        </>
      );
    case "approved":
      return <> · {w.list.notSent}</>;
    case "sent":
    case "closed":
      return (
        <>
          {" "}
          · <Time at={row.sent_at ?? row.changed_at} show="ago" />
          <span className={row.is_late ? styles.missing : styles.answered}>
            {w.list.answered(row.answered, row.items)}
          </span>
        </>
      );
    default:
      return assertNever(row.state);
  }
}

function DraftFoot(props: { row: ReferralRow }): ReactNode {
  const { row } = props;
  return (
    <>
      {" "}
      · <Time at={row.changed_at} show="ago" />
      <span className={row.missing > 0 ? styles.missing : styles.complete}>
        {row.missing > 0 ? w.list.missing(row.missing) : w.list.complete}
      </span>
      {row.return_reason !== null && (
        <span className={styles.reason}>
          “<bdi>{row.return_reason}</bdi>”
        </span>
      )}
    </>
  );
}
