/** Whether accounts of one language, or from one source, are referred, returned, left standing and reversed like the rest. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type FairGroupView, type GroupRateView, useHost } from "../../host";
import { Bdi, Card, Muted, Pill, QueryState } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { w } from "./fairnessWords";
import { percent } from "./figure";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";

/** The tab. */
export function Fairness(): ReactNode {
  const host = useHost();
  const found = useQuery({
    queryKey: ["statistics", "fairness"],
    queryFn: () => host.commands.fairness(),
  });
  return (
    <QueryState query={found}>
      {(view) => (
        <div className={styles.body}>
          {(["languages", "sources"] as const).map((by) => (
            <Card
              key={by}
              title={by === "languages" ? w.language : w.source}
              aside={w.as_at(instant(view.as_at, "full"))}
            >
              <div className={styles.scroll} data-scroll="">
                <Figures
                  label={by === "languages" ? w.language : w.source}
                  columns={[w.first[by], ...w.columns.slice(0, by === "languages" ? 6 : 5)]}
                  rows={view[by].map((group) => ({
                    key: group.name,
                    name: group.name === "" ? w.notSaid : <Bdi>{group.words}</Bdi>,
                    cells: cells(group, by === "languages"),
                  }))}
                />
              </div>
            </Card>
          ))}
          <p className={styles.quiet}>{w.how}</p>
        </div>
      )}
    </QueryState>
  );
}

function cells(group: FairGroupView, hasLexicon: boolean): ReactNode[] {
  const rates = [group.referred, group.returned, group.declined, group.reversed];
  return [
    count(group.seen),
    // biome-ignore lint/suspicious/noArrayIndexKey: four measures, always in this order
    ...rates.map((rate, at) => <Rate key={at} rate={rate} />),
    ...(hasLexicon ? [<Lexicon key="lexicon" group={group} />] : []),
  ];
}

function Rate(props: { rate: GroupRateView }): ReactNode {
  const { rate } = props;
  if (rate.whole === 0) return <Muted>–</Muted>;
  return (
    <span className={styles.stack}>
      <b>{percent(rate.share)}</b>
      <Muted>{w.rate(count(rate.part), count(rate.whole))}</Muted>
      {rate.interval !== null && (
        <Muted>{w.interval(percent(rate.interval.low), percent(rate.interval.high))}</Muted>
      )}
      {rate.is_apart && <Pill tone="warn">{w.apart(percent(rate.rest))}</Pill>}
    </span>
  );
}

function Lexicon(props: { group: FairGroupView }): ReactNode {
  const { lexicon } = props.group;
  if (lexicon === null) return <Muted>{w.noLexicon}</Muted>;
  return (
    <span className={styles.stack}>
      {w.lexicon(lexicon.terms, lexicon.version)}
      {lexicon.unchecked > 0 && <Muted>{w.unchecked(lexicon.unchecked)}</Muted>}
    </span>
  );
}
