import { Fragment, type ReactNode } from "react";
import type { AccountView } from "../../host";
import { Bdi, Card, Time, WorldTimeText } from "../../kit";
import { defangWithin } from "../defang";
import { w } from "../words";
import styles from "./FromFile.module.css";

/** What the file said of the account: who flagged it and why, and every column we keep of it. */
export function FromFile(props: { account: AccountView }): ReactNode {
  const { account } = props;
  return (
    <Card
      title={w.fromFile}
      aside={account.source === null ? undefined : <Bdi>{account.source}</Bdi>}
    >
      <dl className={styles.facts}>
        {factsOf(account).map(([key, name, value]) => (
          <Fragment key={key}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </Card>
  );
}

function factsOf(account: AccountView): [string, ReactNode, ReactNode][] {
  const facts: [string, ReactNode, ReactNode][] = [
    [
      "reason",
      w.flaggedFor,
      account.flagged_reason === null ? (
        <span key="reason" className={styles.none}>
          {w.noReasonGiven}
        </span>
      ) : (
        <Bdi key="reason">{defangWithin(account.flagged_reason)}</Bdi>
      ),
    ],
  ];
  if (account.first_seen !== null) {
    facts.push(["first seen", w.firstSeen, <WorldTimeText key="t" time={account.first_seen} />]);
  }
  facts.push(["imported", w.imported, <Time key="t" at={account.imported_at} show="full" />]);
  if (account.followers !== null) {
    facts.push(["followers", w.followers, <Bdi key="f">{account.followers}</Bdi>]);
  }
  account.extra.forEach((extra, n) => {
    facts.push([
      `extra ${n}`,
      <Bdi key="name">{extra.name}</Bdi>,
      extra.value === "" ? (
        <span key="v" className={styles.none}>
          {w.emptyCell}
        </span>
      ) : (
        <Bdi key="v">{defangWithin(extra.value)}</Bdi>
      ),
    ]);
  });
  return facts;
}
