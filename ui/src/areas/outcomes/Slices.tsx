/** What waits, and how old it is; what was looked at again, and what was not. */
import type { ReactNode } from "react";
import type { StatsView } from "../../host";
import { Card } from "../../kit";
import { count } from "../../lib/numbers";
import { duration, publishable } from "./figure";
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
    </div>
  );
}
