import type { ReactNode } from "react";
import { type RecheckView, useHost } from "../../host";
import { Bdi, Button, Card, Pill, Time, type Tone, useToast, WorldTimeText } from "../../kit";
import { assertNever } from "../../lib/assert";
import { defang } from "../../record/defang";
import { failed } from "../../record/failed";
import { PlatformMark } from "../../record/PlatformMark";
import { w as record } from "../../record/words";
import styles from "./rechecks.module.css";
import { w } from "./words";

function toneOf(state: RecheckView["state"]): Tone {
  switch (state) {
    case "overdue":
      return "warn";
    case "due":
      return "accent";
    case "ahead":
      return "neutral";
    case "stopped":
      return "ok";
    default:
      return assertNever(state);
  }
}

/** A line of the list: who, since when it waits, and why. */
export function DueLine(props: { row: RecheckView }): ReactNode {
  const { row } = props;
  return (
    <div className={styles.line}>
      <PlatformMark code={row.platform} />
      <div className={styles.words}>
        <b className={styles.label}>
          <Bdi lines={1}>{row.label}</Bdi>
        </b>
        <span className={styles.quiet}>
          {row.due === null ? (
            w.why[row.why]
          ) : (
            <>
              {w.dueAt} <Time at={row.due} show="ago" />
            </>
          )}
        </span>
      </div>
      <Pill tone={toneOf(row.state)}>{w.state[row.state]}</Pill>
    </div>
  );
}

/** The account that is open: where to look, and what was seen before. */
export function ToLookAt(props: { row: RecheckView }): ReactNode {
  const { row } = props;
  return (
    <div className={styles.item} data-recheck={row.account}>
      <header className={styles.head}>
        <h1 className={styles.name}>
          <Bdi>{row.label}</Bdi> <Pill tone={toneOf(row.state)}>{w.state[row.state]}</Pill>
          <Pill>{record.unit[row.unit]}</Pill>
        </h1>
        <p className={styles.quiet}>
          {row.platform_name} · {w.sent} <WorldTimeText time={row.sent} />{" "}
          {w.inReferral(row.number)}
        </p>
      </header>
      <Address row={row} />
      <Card>
        <dl className={styles.facts}>
          <div>
            <dt>{w.because}</dt>
            <dd>
              {w.why[row.why]}
              {row.due !== null && (
                <>
                  {" "}
                  · {w.dueAt} <Time at={row.due} show="full" />
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>{w.last}</dt>
            <dd>
              {row.last === null ? (
                w.lastNone
              ) : (
                <>
                  {w.observed[row.last.observed]}, {w.method[row.last.method]},{" "}
                  <WorldTimeText time={row.last.at} />
                  {row.last.is_shown && `, ${w.shown}`}
                </>
              )}
            </dd>
          </div>
          <div>
            <dt>{w.looks}</dt>
            <dd>{w.looksOf(row.looks, row.most_looks)}</dd>
          </div>
        </dl>
      </Card>
      <p className={styles.quiet}>{w.notRemoval}</p>
    </div>
  );
}

function Address(props: { row: RecheckView }): ReactNode {
  const { row } = props;
  const host = useHost();
  const toast = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(
        await host.commands.copyAccount(row.account, "working-address"),
      );
      toast({ text: w.copied });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <Card title={w.address}>
      {row.address === null ? (
        <p className={styles.quiet}>{w.addressNone}</p>
      ) : (
        <p>
          <Bdi mono>{defang(row.address)}</Bdi>
        </p>
      )}
      <p className={styles.quiet}>{w.elsewhere}</p>
      {row.address !== null && (
        <Button size="small" icon="copy" onPress={() => void copy()}>
          {w.copy}
        </Button>
      )}
    </Card>
  );
}
