/** What waits, and how old it is; what was looked at again, and what was not; what may be said of it all. */
import type { ReactNode } from "react";
import type { FigureCount, StatsView } from "../../host";
import { Card } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { duration, publishable, saidWords } from "./figure";
import { Opens, Say } from "./Opens";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";
import { w } from "./words";

/** What each slice of the backlog opens, youngest first. */
const AGES = [
  "backlog.over_0",
  "backlog.over_7",
  "backlog.over_30",
  "backlog.over_90",
] as const satisfies readonly FigureCount[];

/** The cards. */
export function Slices(props: { stats: StatsView; smallBelow: number | null }): ReactNode {
  const { backlog, rechecks } = props.stats;
  const say = (value: number) => publishable(value, props.smallBelow);
  const days = (value: number | null) => duration(value === null ? null : value * 24);
  const number = (of: FigureCount, value: number) => (
    <Opens count={of} value={value} isHeld={say(value) !== count(value)}>
      {say(value)}
    </Opens>
  );
  const looks: readonly (readonly [string, FigureCount, number])[] = [
    [w.offline, "rechecks.seen_offline", rechecks.seen_offline],
    [w.live, "rechecks.seen_live", rechecks.seen_live],
    [w.otherwise, "rechecks.seen_otherwise", rechecks.seen_otherwise],
    [w.never, "rechecks.not_rechecked", rechecks.not_rechecked],
  ];
  return (
    <div className={styles.halves}>
      <Card title={w.waiting} aside={w.waitingAside(count(backlog.open))}>
        <Figures
          label={w.waiting}
          columns={w.waitingColumns}
          hasTotal
          rows={[
            ...backlog.by_age.map((age, at) => ({
              key: String(age.over_days),
              name: w.waitingAge(age.over_days, age.to_days),
              cells: [number(AGES[at] ?? "backlog.open", age.items)],
            })),
            { key: "all", name: w.waitingAll, cells: [number("backlog.open", backlog.open)] },
          ]}
        />
        {backlog.open > 0 && (
          <p className={styles.quiet}>
            <Say
              words={(asked) =>
                w.waitingText(days(backlog.median_days), days(backlog.oldest_days), asked)
              }
              nodes={[number("backlog.more_asked", backlog.more_asked)]}
            />
          </p>
        )}
      </Card>
      <Card title={w.rechecks} aside={w.rechecksAside(count(props.stats.referred))}>
        <Figures
          label={w.rechecks}
          columns={w.rechecksColumns}
          rows={looks.map(([name, of, value]) => ({ key: name, name, cells: [number(of, value)] }))}
        />
      </Card>
      <Press stats={props.stats} />
    </div>
  );
}

/** The sentences for the press: rounded, split, with what was withdrawn or reversed; small counts held back. */
function Press(props: { stats: StatsView }): ReactNode {
  const { stats } = props;
  const { said, withdrawn_or_reversed: reversed } = stats;
  const say = (value: number) => publishable(value, said.small_below);
  const day = (text: string) => instant(`${text}T00:00:00Z`, "date");
  return (
    <Card title={w.press}>
      <p>{w.pressDown(w.units[stats.unit], saidWords(said), day(stats.from), day(stats.to))}</p>
      <p>{w.split(say(stats.confirmed), say(stats.inferred))}</p>
      <p>{w.pressReversed(say(reversed.both), say(reversed.of))}</p>
      <p className={styles.quiet}>{w.pressAsAt(instant(stats.as_at, "full"))}</p>
    </Card>
  );
}
