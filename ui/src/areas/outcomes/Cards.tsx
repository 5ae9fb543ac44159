/** The first row: what was taken down, of how many, how fast, what came back, what was withdrawn or reversed. */
import type { ReactNode } from "react";
import type { FigureCount, StatsView } from "../../host";
import { count } from "../../lib/numbers";
import { change, duration, percent, publishable, saidWords } from "./figure";
import { Opens, Say } from "./Opens";
import styles from "./outcomes.module.css";
import { w } from "./words";

function Figure(props: { label: string; value: ReactNode; children: ReactNode }): ReactNode {
  return (
    <section className={styles.figure} aria-label={props.label}>
      <h2 className={styles.label}>{props.label}</h2>
      <b className={styles.value}>{props.value}</b>
      {props.children}
    </section>
  );
}

/** A number of the cards: it opens, and is held back where it is too small to be said. */
type Number = (of: FigureCount, value: number) => ReactNode;

/** The cards. */
export function Cards(props: { stats: StatsView; smallBelow: number | null }): ReactNode {
  const { stats, smallBelow } = props;
  const say = (value: number) => publishable(value, smallBelow);
  const number: Number = (of, value) => (
    <Opens count={of} value={value} isHeld={say(value) !== count(value)}>
      {say(value)}
    </Opens>
  );
  const { cohort, withdrawn_or_reversed: reversed } = stats;
  return (
    <div className={styles.cards} role="group" aria-label={w.cards}>
      <Down stats={stats} number={number} />
      <Figure label={w.ofReferred(say(cohort.referred))} value={percent(stats.rate_of_referred)}>
        <span>
          <Say
            words={(taken, decided) => w.rates(taken, percent(stats.rate_of_decided), decided)}
            nodes={[
              number("cohort.taken_down", cohort.taken_down),
              number("decided", stats.decided),
            ]}
          />
        </span>
        <small>
          <Say
            words={w.split}
            nodes={[
              number("cohort.confirmed", cohort.confirmed),
              number("cohort.inferred", cohort.inferred),
            ]}
          />
        </small>
        <small>
          <Say words={w.referredAll} nodes={[number("referred", cohort.referred)]} />
        </small>
      </Figure>
      <Figure label={w.time} value={duration(stats.median_hours_to_takedown)}>
        <span>{w.median(duration(stats.p90_hours_to_takedown))}</span>
        <small>
          <Say words={w.confirmedOnly} nodes={[number("cohort.confirmed", cohort.confirmed)]} />
        </small>
        <small>
          {stats.median_hours_to_any_decision === null
            ? w.notHalf
            : w.anyDecision(duration(stats.median_hours_to_any_decision))}
        </small>
      </Figure>
      <CameBack stats={stats} number={number} />
      <Figure
        label={w.reversed}
        value={
          <Say
            words={(both) => w.reversedOf(both, count(reversed.of))}
            nodes={[number("withdrawn_or_reversed.both", reversed.both)]}
          />
        }
      >
        <span>
          <Say
            words={w.reversedSplit}
            nodes={[
              number("cohort.withdrawn", reversed.withdrawn),
              number("cohort.reinstated", reversed.reinstated),
            ]}
          />
        </span>
      </Figure>
    </div>
  );
}

function Down(props: { stats: StatsView; number: Number }): ReactNode {
  const { stats, number } = props;
  return (
    <Figure label={w.down(w.units[stats.unit])} value={number("taken_down", stats.taken_down)}>
      <span>
        {stats.previous === 0 ? (
          w.noBefore
        ) : (
          <Say
            words={(n) => w.before(n, change(stats.growth))}
            nodes={[number("previous", stats.previous)]}
          />
        )}
      </span>
      <small>
        <Say
          words={w.split}
          nodes={[number("confirmed", stats.confirmed), number("inferred", stats.inferred)]}
        />
      </small>
      {stats.previous_now !== stats.previous && (
        <small>
          <Say words={w.beforeNow} nodes={[number("previous_now", stats.previous_now)]} />
        </small>
      )}
      <small>{w.said(saidWords(stats.said))}</small>
    </Figure>
  );
}

function CameBack(props: { stats: StatsView; number: Number }): ReactNode {
  const { number } = props;
  const [short, long] = props.stats.came_back;
  if (long === undefined) return null;
  return (
    <Figure label={w.back(long.days)} value={percent(long.share)}>
      <span>
        <Say
          words={(back, watched) => w.watched(back, watched, long.days)}
          nodes={[number("came_back.30", long.back), number("watched.30", long.watched)]}
        />
      </span>
      {short !== undefined && (
        <small>
          <Say
            words={(back, watched) => w.backShort(percent(short.share), back, watched, short.days)}
            nodes={[number("came_back.7", short.back), number("watched.7", short.watched)]}
          />
        </small>
      )}
    </Figure>
  );
}
