/** The drafts as cards, and the accounts that wait to be drafted, by platform. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CandidateView, type ReferralState, useHost } from "../../host";
import { Button, EmptyState, ListHeader, QueryState } from "../../kit";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import { PlatformMark } from "../../record/PlatformMark";
import { Cards } from "./Cards";
import styles from "./DraftList.module.css";
import { useRows, useStepping } from "./useRows";
import { w } from "./words";

/** What stands in this area: drafts, then what is handed over, then what waits to be sent. */
export const NOT_SENT: readonly ReferralState[] = ["draft", "submitted", "approved"];

/** The left pane. */
export function DraftList(props: { current: string | null; picked: string | null }): ReactNode {
  const host = useHost();
  const drafts = useRows(NOT_SENT);
  const candidates = useQuery({
    queryKey: ["referrals", "candidates"],
    queryFn: () => host.commands.referralCandidates(),
  });
  useStepping(drafts.data ?? [], props.current, "drafts");
  return (
    <>
      <ListHeader>
        <h1>
          {w.list.title}{" "}
          {drafts.data !== undefined && (
            <span className={styles.count}>
              {count(drafts.data.filter((row) => row.state === "draft").length)}
            </span>
          )}
        </h1>
      </ListHeader>
      <div className={styles.body}>
        <QueryState query={drafts}>
          {(rows) => <Cards rows={rows} current={props.current} area="drafts" />}
        </QueryState>
        <QueryState query={candidates} loading={null}>
          {(ready) => <Ready candidates={ready} picked={props.picked} />}
        </QueryState>
        {drafts.data?.length === 0 && candidates.data?.length === 0 && <Nothing />}
      </div>
    </>
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
