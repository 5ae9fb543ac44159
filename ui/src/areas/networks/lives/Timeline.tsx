/** When the accounts of a network were there: bars, and the table that says the same. */
import { type ReactNode, useMemo, useState } from "react";
import type { LifeView, NetworkView } from "../../../host";
import { Bdi, Button, Time } from "../../../kit";
import { count } from "../../../lib/numbers";
import { day } from "../../../record/links/Chain";
import { w as lives } from "../../../record/links/livesWords";
import { type Bar, barsOf } from "./bars";
import styles from "./lives.module.css";
import { w } from "./words";

/** Rows shown at once; more on request. */
const STEP = 60;

const ROW = 18;

/** The timeline of a network. */
export function Timeline(props: { network: NetworkView }): ReactNode {
  const { network } = props;
  const { begin, end, bars, undated } = useMemo(() => barsOf(network.timeline), [network]);
  const [shown, setShown] = useState(STEP);
  const rest = network.timeline.length - shown;
  const ordered = useMemo(() => {
    const dated = bars.map(({ life }) => life);
    return [...dated, ...network.timeline.filter(({ first_seen }) => first_seen === null)];
  }, [bars, network]);
  return (
    <div className={styles.timeline}>
      {bars.length === 0 ? (
        <p className={styles.quiet}>{w.none}</p>
      ) : (
        <figure className={styles.figure} aria-label={w.timelineOf(network.label)}>
          <Drawing bars={bars.slice(0, shown)} />
          <div className={styles.scale} aria-hidden="true">
            <Time at={new Date(begin).toISOString()} show="date" />
            <Time at={new Date(end).toISOString()} show="date" />
          </div>
          <figcaption className={styles.quiet}>
            {w.legend} {undated > 0 && w.undated(undated)}
          </figcaption>
        </figure>
      )}
      <Table label={network.label} lives={ordered.slice(0, shown)} all={network.timeline} />
      {rest > 0 && <Button onPress={() => setShown(shown + STEP)}>{w.more(rest)}</Button>}
    </div>
  );
}

function Drawing(props: { bars: readonly Bar[] }): ReactNode {
  const { bars } = props;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 100 ${bars.length * ROW}`}
      preserveAspectRatio="none"
      height={bars.length * ROW}
      aria-hidden="true"
    >
      {bars.map((bar, n) => {
        const y = n * ROW + 4;
        const generation = Math.min(bar.life.generation, 3);
        return (
          <g key={bar.life.account}>
            <rect
              className={styles[`life${generation}`]}
              x={bar.from}
              y={y}
              width={bar.to - bar.from}
              height={ROW - 8}
            />
            {bar.isGone && (
              <rect
                className={styles.gone}
                x={bar.to - 0.5}
                y={y - 3}
                width={0.5}
                height={ROW - 2}
              />
            )}
            {bar.referred !== null && (
              <path
                className={styles.referred}
                d={`M ${bar.referred - 0.5} ${y - 3} h 1 l -0.5 8 z`}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}

function Table(props: {
  label: string;
  lives: readonly LifeView[];
  all: readonly LifeView[];
}): ReactNode {
  const labels = new Map(props.all.map(({ account, label }) => [account, label]));
  const { column } = lives;
  return (
    <table className={styles.table} aria-label={w.tableOf(props.label)}>
      <thead>
        <tr>
          <th scope="col">{column.account}</th>
          <th scope="col">{column.generation}</th>
          <th scope="col">{column.first}</th>
          <th scope="col">{column.last}</th>
          <th scope="col">{column.referred}</th>
          <th scope="col">{column.gone}</th>
          <th scope="col">{column.days}</th>
          <th scope="col">{column.after}</th>
        </tr>
      </thead>
      <tbody>
        {props.lives.map((life) => (
          <tr key={life.account}>
            <th scope="row">
              <Bdi>{life.label}</Bdi>
            </th>
            <td>{count(life.generation)}</td>
            <td>{day(life.first_seen, lives.unknown)}</td>
            <td>{day(life.last_seen, lives.unknown)}</td>
            <td>{day(life.referred, "")}</td>
            <td>{day(life.gone, "")}</td>
            <td>{life.days === null ? "" : count(life.days)}</td>
            <td>{life.after !== null && <Bdi>{labels.get(life.after) ?? ""}</Bdi>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
