/** Hand-overs: the earlier ones, the page of each, and giving the next. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type HandoverRow, useHost } from "../../../host";
import { Bdi, Button, EmptyState, Muted, Page, Pill, QueryState, Time } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { Parts } from "../Parts";
import { GiveDialog } from "./GiveDialog";
import styles from "./handover.module.css";
import { PageOf } from "./PageOf";
import { w } from "./words";

/** The part of Today. Its id is the hand-over that is open. */
export function Handovers(): ReactNode {
  const host = useHost();
  const { route } = useRoute();
  const [isGiving, setGiving] = useState(false);
  const query = useQuery({
    queryKey: ["handovers"],
    queryFn: () => host.commands.handovers(),
  });
  return (
    <Page
      title={w.title}
      actions={
        <>
          <Parts current="handovers" />
          <Button variant="primary" onPress={() => setGiving(true)}>
            {w.give}
          </Button>
        </>
      }
    >
      <QueryState query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState icon="today" title={w.none}>
              {w.noneText}
            </EmptyState>
          ) : (
            <Both rows={rows} id={route.id ?? rows[0]?.id ?? null} />
          )
        }
      </QueryState>
      {isGiving && <GiveDialog onClose={() => setGiving(false)} />}
    </Page>
  );
}

function Both(props: { rows: readonly HandoverRow[]; id: string | null }): ReactNode {
  return (
    <div className={styles.body}>
      <ul className={styles.list} aria-label={w.list}>
        {props.rows.map((row) => (
          <li key={row.id}>
            <Line row={row} isOpen={row.id === props.id} />
          </li>
        ))}
      </ul>
      {props.id === null ? <Muted>{w.pick}</Muted> : <PageOf key={props.id} id={props.id} />}
    </div>
  );
}

function Line(props: { row: HandoverRow; isOpen: boolean }): ReactNode {
  const { row } = props;
  const { go } = useRoute();
  return (
    <button
      type="button"
      className={styles.line}
      aria-current={props.isOpen ? "true" : undefined}
      onClick={() => go({ area: "today", tab: "handovers", id: row.id }, { replace: true })}
    >
      <span className={styles.head}>
        <b>{w.name(row.number)}</b>
        {row.accepted_by === null && (
          <Pill tone={row.can_accept ? "warn" : "neutral"}>{w.open}</Pill>
        )}
      </span>
      <span className={styles.quiet}>
        <Bdi>{row.by}</Bdi>, <Time at={row.at} show="full" />
      </span>
      <span className={styles.quiet}>
        {w.waits(row.waiting)}, {w.promises(row.promises)}
      </span>
      {row.accepted_by !== null && (
        <span className={styles.quiet}>
          {w.takenBy} <Bdi>{row.accepted_by}</Bdi>
        </span>
      )}
    </button>
  );
}
