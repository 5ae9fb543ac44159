/** The drafts as cards, and the accounts that wait to be drafted, by platform. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CandidateView, type ReferralRow, useHost } from "../../host";
import { Button, EmptyState, ListHeader, Pill, QueryState, Time, useCommand } from "../../kit";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import { PlatformMark } from "../../record/PlatformMark";
import styles from "./DraftList.module.css";
import { w } from "./words";

/** The left pane. */
export function DraftList(props: { current: string | null; picked: string | null }): ReactNode {
  const host = useHost();
  const drafts = useQuery({
    queryKey: ["referrals", "draft"],
    queryFn: () => host.commands.listReferrals("draft"),
  });
  const candidates = useQuery({
    queryKey: ["referrals", "candidates"],
    queryFn: () => host.commands.referralCandidates(),
  });
  useStep(drafts.data ?? [], props.current);
  return (
    <>
      <ListHeader>
        <h1>
          {w.list.title}{" "}
          {drafts.data !== undefined && (
            <span className={styles.count}>{count(drafts.data.length)}</span>
          )}
        </h1>
      </ListHeader>
      <div className={styles.body}>
        <QueryState query={drafts}>
          {(rows) => <Cards rows={rows} current={props.current} />}
        </QueryState>
        <QueryState query={candidates} loading={null}>
          {(ready) => <Ready candidates={ready} picked={props.picked} />}
        </QueryState>
        {drafts.data?.length === 0 && candidates.data?.length === 0 && <Nothing />}
      </div>
    </>
  );
}

function useStep(rows: readonly ReferralRow[], current: string | null): void {
  const { go } = useRoute();
  const at = rows.findIndex((row) => row.id === current);
  const step = (by: 1 | -1) => {
    const next = rows[at < 0 ? 0 : at + by];
    if (next !== undefined) go({ area: "drafts", id: next.id }, { replace: true });
  };
  useCommand("next", () => step(1), at < rows.length - 1);
  useCommand("previous", () => step(-1), at > 0);
}

function Cards(props: { rows: readonly ReferralRow[]; current: string | null }): ReactNode {
  const { go } = useRoute();
  return (
    <ul className={styles.cards}>
      {props.rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className={styles.card}
            title={w.list.card(row.platform_name, row.items)}
            aria-current={row.id === props.current ? "true" : undefined}
            {...(row.id === props.current ? { "data-pane-focus": "" } : {})}
            onClick={() => go({ area: "drafts", id: row.id }, { replace: true })}
          >
            <span className={styles.mark}>
              <PlatformMark code={row.platform} />
              <bdi aria-hidden="true">{row.label}</bdi>
            </span>
            <span className={styles.head}>
              <b>{w.list.card(row.platform_name, row.items)}</b>
              <Pill tone={row.state === "draft" ? "accent" : "ok"}>{w.states[row.state]}</Pill>
            </span>
            <span className={styles.foot}>
              <bdi>{row.label}</bdi> · <Time at={row.changed_at} show="ago" />
              {row.state === "draft" && (
                <span className={row.missing > 0 ? styles.missing : styles.complete}>
                  {row.missing > 0 ? w.list.missing(row.missing) : w.list.complete}
                </span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function Ready(props: { candidates: readonly CandidateView[]; picked: string | null }): ReactNode {
  const { go } = useRoute();
  if (props.candidates.length === 0) return null;
  return (
    <section className={styles.ready} aria-label={w.list.ready}>
      <h2>{w.list.ready}</h2>
      <p className={styles.note}>{w.list.readyNote}</p>
      <ul className={styles.cards}>
        {props.candidates.map((one) => (
          <li key={one.platform}>
            <button
              type="button"
              className={styles.candidate}
              title={w.list.choose(one.platform_name, one.accounts.length)}
              aria-current={one.platform === props.picked ? "true" : undefined}
              onClick={() => go({ area: "drafts", tab: `pick-${one.platform}` }, { replace: true })}
            >
              <PlatformMark code={one.platform} />
              <span className={styles.choose}>
                {w.list.choose(one.platform_name, one.accounts.length)}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Nothing(): ReactNode {
  const { go } = useRoute();
  return (
    <EmptyState
      icon="drafts"
      title={w.list.none}
      action={<Button onPress={() => go({ area: "review" })}>{w.list.toReview}</Button>}
    >
      {w.list.noneText}
    </EmptyState>
  );
}
