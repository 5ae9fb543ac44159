/** Retention: what is due, what two officers are about to erase, what is held, and what is gone. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DueErasuresView, type LegalHoldView, useHost, useSession } from "../../../host";
import { Bdi, Button, Card, Muted, Pill, QueryState, Time } from "../../../kit";
import { HoldDialog } from "../../../record/retention/HoldDialog";
import { ProposeDialog } from "../../../record/retention/ProposeDialog";
import styles from "../settings.module.css";
import { Erasures } from "./Erasures";
import { Periods } from "./Periods";
import { ReleaseDialog } from "./ReleaseDialog";
import { useRetentionActs } from "./useRetentionActs";
import { w } from "./words";

/** The tab. */
export function RetentionTab(): ReactNode {
  const host = useHost();
  const query = useQuery({ queryKey: ["retention"], queryFn: () => host.commands.retention() });
  const acts = useRetentionActs();
  return (
    <div className={styles.column}>
      <p className={styles.quiet}>{w.lead}</p>
      {acts.warnings.length > 0 && (
        <Card title={w.afterwards}>
          <ul role="alert">
            {acts.warnings.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
      <QueryState query={query}>
        {(view) => (
          <>
            <Due due={view.due} />
            <Erasures title={w.proposed} none={w.proposedNone} rows={view.proposed} acts={acts} />
            <Held holds={view.holds} />
            <Erasures title={w.erased} none={w.erasedNone} rows={view.erased} acts={acts} />
          </>
        )}
      </QueryState>
    </div>
  );
}

function useMayChange(): boolean {
  return useSession().officer.role !== "reader";
}

function Due(props: { due: DueErasuresView }): ReactNode {
  const { due } = props;
  const mayChange = useMayChange();
  const [account, setAccount] = useState<{ id: string; label: string } | null>(null);
  const titles = new Map(due.groups.map((group) => [group.group, group.title]));
  return (
    <Card title={w.due}>
      {due.rows.length === 0 ? (
        <p>
          <Muted>{w.dueNone}</Muted>
        </p>
      ) : (
        <table className={styles.table} aria-label={w.due}>
          <thead>
            <tr>
              <th>{w.columns.account}</th>
              <th>{w.columns.why}</th>
              <th>{w.columns.since}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {due.rows.map((row) => (
              <tr key={row.account}>
                <td>
                  <Bdi>{row.label}</Bdi>
                </td>
                <td>
                  {titles.get(row.group)}
                  {row.stands.map((words) => (
                    <p key={words} className={styles.quiet}>
                      {words}
                    </p>
                  ))}
                </td>
                <td>
                  <Time at={row.since} show="date" />
                </td>
                <td>
                  {row.is_proposed && <Pill>{w.isProposed}</Pill>}
                  {mayChange && !row.is_proposed && row.stands.length === 0 && (
                    <Button
                      size="small"
                      ariaLabel={w.proposeOf(row.label)}
                      onPress={() => setAccount({ id: row.account, label: row.label })}
                    >
                      {w.propose}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {due.total > due.rows.length && <p>{w.dueMore(due.total - due.rows.length)}</p>}
      <Periods groups={due.groups} />
      {account !== null && <ProposeDialog account={account} onClose={() => setAccount(null)} />}
    </Card>
  );
}

function Held(props: { holds: readonly LegalHoldView[] }): ReactNode {
  const mayChange = useMayChange();
  const [isSetting, setSetting] = useState(false);
  const [releasing, setReleasing] = useState<LegalHoldView | null>(null);
  return (
    <Card
      title={w.held}
      aside={
        mayChange && (
          <Button size="small" onPress={() => setSetting(true)}>
            {w.holdCase}
          </Button>
        )
      }
    >
      {props.holds.length === 0 ? (
        <p>
          <Muted>{w.heldNone}</Muted>
        </p>
      ) : (
        <table className={styles.table} aria-label={w.held}>
          <thead>
            <tr>
              <th>{w.columns.account}</th>
              <th>{w.columns.why}</th>
              <th>{w.columns.by}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {props.holds.map((hold) => (
              <tr key={hold.id}>
                <td>{hold.account === null ? w.wholeCase : <Bdi>{hold.label}</Bdi>}</td>
                <td>
                  <Bdi>{hold.reason}</Bdi>
                </td>
                <td>
                  <Bdi>{hold.by}</Bdi>, <Time at={hold.at} show="date" />
                </td>
                <td>
                  {mayChange && (
                    <Button
                      size="small"
                      ariaLabel={w.releaseOf(hold.account === null ? w.wholeCase : hold.label)}
                      onPress={() => setReleasing(hold)}
                    >
                      {w.release}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {isSetting && <HoldDialog account={null} onClose={() => setSetting(false)} />}
      {releasing !== null && <ReleaseDialog hold={releasing} onClose={() => setReleasing(null)} />}
    </Card>
  );
}
