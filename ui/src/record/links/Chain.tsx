import type { ReactNode } from "react";
import type { LifeView } from "../../host";
import { Bdi, Card, Time } from "../../kit";
import { count } from "../../lib/numbers";
import styles from "./links.module.css";
import { w } from "./livesWords";

/** The confirmed successions an account is part of: each life with its generation and the days it survived. */
export function Chain(props: { chain: readonly LifeView[] }): ReactNode {
  const { chain } = props;
  if (chain.length === 0) return null;
  return (
    <Card title={w.chain} aside={w.lives(chain.length)}>
      <table className={styles.lives} aria-label={w.chain}>
        <thead>
          <tr>
            <th scope="col">{w.column.generation}</th>
            <th scope="col">{w.column.account}</th>
            <th scope="col">{w.column.first}</th>
            <th scope="col">{w.column.gone}</th>
            <th scope="col">{w.column.days}</th>
          </tr>
        </thead>
        <tbody>
          {chain.map((life) => (
            <tr key={life.account}>
              <td>{count(life.generation)}</td>
              <td>
                <Bdi>{life.label}</Bdi>
              </td>
              <td>{day(life.first_seen, w.unknown)}</td>
              <td>{day(life.gone, w.live)}</td>
              <td>{life.days === null ? w.unknown : w.days(life.days)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

/** A day, or in words that there is none. */
export function day(at: string | null, none: string): ReactNode {
  return at === null ? (
    <span className={styles.reasons}>{none}</span>
  ) : (
    <Time at={at} show="date" />
  );
}
