/** What waits, and how old it is; what was looked at again, and what was not; what may be said of it all. */
import type { ReactNode } from "react";
import type { StatsView } from "../../host";
import { Card } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { duration, publishable, saidWords } from "./figure";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";
import { items, w } from "./words";

/** The two cards. */
export function Slices(props: { stats: StatsView; smallBelow: number | null }): ReactNode {
  const { backlog, rechecks } = props.stats;
  const say = (value: number) => publishable(value, props.smallBelow);
  const days = (value: number | null) => duration(value === null ? null : value * 24);
  const looks: readonly (readonly [string, number])[] = [
    [w.offline, rechecks.seen_offline],
    [w.live, rechecks.seen_live],
    [w.otherwise, rechecks.seen_otherwise],
    [w.never, rechecks.not_rechecked],
  ];
  return (
    <div className={styles.halves}>
      <Card title={w.waiting} aside={w.waitingAside(count(backlog.open))}>
        <Figures
          label={w.waiting}
          columns={w.waitingColumns}
          rows={backlog.by_age.map((age) => ({
            key: String(age.over_days),
            name: w.waitingAge(age.over_days, age.to_days),
            cells: [say(age.items)],
          }))}
        />
        {backlog.open > 0 && (
          <p className={styles.quiet}>
            {w.waitingText(
              days(backlog.median_days),
              days(backlog.oldest_days),
              items(backlog.more_asked),
            )}
          </p>
        )}
      </Card>
      <Card title={w.rechecks} aside={w.rechecksAside(count(props.stats.referred))}>
        <Figures
          label={w.rechecks}
          columns={w.rechecksColumns}
          rows={looks.map(([name, value]) => ({ key: name, name, cells: [say(value)] }))}
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
