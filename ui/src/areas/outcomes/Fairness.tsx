/** Whether accounts of one language, or from one source, are referred, returned, left standing and reversed like the rest. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type FairCount, type FairGroupView, type GroupRateView, useHost } from "../../host";
import { Bdi, Card, Muted, Pill, QueryState } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { FairRows, type OpenedGroup } from "./FairRows";
import { w } from "./fairnessWords";
import { percent } from "./figure";
import { OpenNumber, Say } from "./Opens";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";

/** The tab. */
export function Fairness(): ReactNode {
  const host = useHost();
  const [opened, setOpened] = useState<OpenedGroup | null>(null);
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
                    name: <Bdi>{groupWords(group)}</Bdi>,
                    cells: cells(group, by === "languages", (count) =>
                      setOpened({
                        by: by === "languages" ? "language" : "source",
                        name: group.name,
                        words: groupWords(group),
                        count,
                      }),
                    ),
                  }))}
                />
              </div>
            </Card>
          ))}
          <p className={styles.quiet}>{w.how}</p>
          <FairRows opened={opened} onClose={() => setOpened(null)} />
        </div>
      )}
    </QueryState>
  );
}

const groupWords = (group: FairGroupView) => (group.name === "" ? w.notSaid : group.words);

/** Each share with the names of its part and of its whole. */
const RATES = [
  ["referred", "seen"],
  ["returned", "submitted"],
  ["declined", "decided"],
  ["reversed", "referred"],
] as const satisfies readonly (readonly [FairCount, FairCount])[];

function cells(
  group: FairGroupView,
  hasLexicon: boolean,
  open: (count: FairCount) => void,
): ReactNode[] {
  const number = (of: FairCount, value: number) => (
    <OpenNumber
      value={value}
      label={w.open(count(value), w.counts[of], groupWords(group))}
      onPress={() => open(of)}
    >
      {count(value)}
    </OpenNumber>
  );
  return [
    number("seen", group.seen),
    ...RATES.map(([part, whole]) => (
      <Rate
        key={part}
        rate={group[part]}
        nodes={[number(part, group[part].part), number(whole, group[part].whole)]}
      />
    )),
    ...(hasLexicon ? [<Lexicon key="lexicon" group={group} />] : []),
  ];
}

function Rate(props: { rate: GroupRateView; nodes: readonly ReactNode[] }): ReactNode {
  const { rate } = props;
  if (rate.whole === 0) return <Muted>–</Muted>;
  return (
    <span className={styles.stack}>
      <b>{percent(rate.share)}</b>
      <Muted>
        <Say words={w.rate} nodes={props.nodes} />
      </Muted>
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
