/** The first row: what was taken down, of how many, how fast, what came back, what was withdrawn or reversed. */
import type { ReactNode } from "react";
import type { StatsView } from "../../host";
import { count } from "../../lib/numbers";
import { change, duration, percent, publishable, saidWords } from "./figure";
import styles from "./outcomes.module.css";
import { w } from "./words";

function Figure(props: { label: string; value: string; children: ReactNode }): ReactNode {
  return (
    <section className={styles.figure} aria-label={props.label}>
      <h2 className={styles.label}>{props.label}</h2>
      <b className={styles.value}>{props.value}</b>
      {props.children}
    </section>
  );
}

/** The cards. */
export function Cards(props: { stats: StatsView; smallBelow: number | null }): ReactNode {
  const { stats, smallBelow } = props;
  const say = (value: number) => publishable(value, smallBelow);
  const { cohort, withdrawn_or_reversed: reversed } = stats;
  return (
    <div className={styles.cards} role="group" aria-label={w.cards}>
      <Figure label={w.down(w.units[stats.unit])} value={say(stats.taken_down)}>
        <span>
          {stats.previous === 0 ? w.noBefore : w.before(stats.previous, change(stats.growth))}
        </span>
        <small>{w.split(say(stats.confirmed), say(stats.inferred))}</small>
        {stats.previous_now !== stats.previous && <small>{w.beforeNow(stats.previous_now)}</small>}
        <small>{w.said(saidWords(stats.said))}</small>
      </Figure>
      <Figure label={w.ofReferred(say(cohort.referred))} value={percent(stats.rate_of_referred)}>
        <span>
          {w.rates(say(cohort.taken_down), percent(stats.rate_of_decided), say(stats.decided))}
        </span>
        <small>{w.split(say(cohort.confirmed), say(cohort.inferred))}</small>
      </Figure>
      <Figure label={w.time} value={duration(stats.median_hours_to_takedown)}>
        <span>{w.median(duration(stats.p90_hours_to_takedown))}</span>
        <small>{w.confirmedOnly}</small>
        <small>
          {stats.median_hours_to_any_decision === null
            ? w.notHalf
            : w.anyDecision(duration(stats.median_hours_to_any_decision))}
        </small>
      </Figure>
      <CameBack stats={stats} />
      <Figure label={w.reversed} value={w.reversedOf(say(reversed.both), count(reversed.of))}>
        <span>{w.reversedSplit(say(reversed.withdrawn), say(reversed.reinstated))}</span>
      </Figure>
    </div>
  );
}

function CameBack(props: { stats: StatsView }): ReactNode {
  const [short, long] = props.stats.came_back;
  if (long === undefined) return null;
  return (
    <Figure label={w.back(long.days)} value={percent(long.share)}>
      <span>{w.watched(count(long.watched), long.days)}</span>
      {short !== undefined && (
        <small>{w.backShort(percent(short.share), count(short.watched), short.days)}</small>
      )}
    </Figure>
  );
}
