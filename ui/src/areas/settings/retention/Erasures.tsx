/** Erasures: those that wait for another officer, and those that were done. */
import { type ReactNode, useState } from "react";
import { type ErasureRow, useSession } from "../../../host";
import { Bdi, Button, Card, Confirm, Muted, Pill, QueryState, Time } from "../../../kit";
import { useDryRun, WouldBe } from "../../../record/retention/DryRun";
import { grounds } from "../../../record/retention/words";
import styles from "../settings.module.css";
import type { RetentionActs } from "./useRetentionActs";
import { w } from "./words";

/** A card of them. */
export function Erasures(props: {
  title: string;
  none: string;
  rows: readonly ErasureRow[];
  acts: RetentionActs;
}): ReactNode {
  const { acts } = props;
  const [asked, setAsked] = useState<ErasureRow | null>(null);
  return (
    <Card title={props.title}>
      {props.rows.length === 0 ? (
        <p>
          <Muted>{props.none}</Muted>
        </p>
      ) : (
        <table className={styles.table} aria-label={props.title}>
          <thead>
            <tr>
              <th>{w.columns.account}</th>
              <th>{w.columns.ground}</th>
              <th>{w.columns.by}</th>
              <th>{w.columns.state}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <Row key={row.id} row={row} acts={acts} onConfirm={() => setAsked(row)} />
            ))}
          </tbody>
        </table>
      )}
      {asked !== null && <ConfirmErasure row={asked} acts={acts} onClose={() => setAsked(null)} />}
    </Card>
  );
}

/** The question before the second signature: what goes and what stays is read where it is asked. */
function ConfirmErasure(props: {
  row: ErasureRow;
  acts: RetentionActs;
  onClose: () => void;
}): ReactNode {
  const { row, acts, onClose } = props;
  const query = useDryRun(row.account);
  return (
    <Confirm
      title={w.confirmTitle(row.label)}
      action={w.confirmAction}
      isOpen
      onClose={onClose}
      onConfirm={async () => {
        await acts.confirm(row);
        onClose();
      }}
    >
      <p>{w.confirmLead}</p>
      <QueryState query={query}>{(view) => <WouldBe view={view} />}</QueryState>
    </Confirm>
  );
}

function Row(props: { row: ErasureRow; acts: RetentionActs; onConfirm: () => void }): ReactNode {
  const { row } = props;
  return (
    <tr>
      <td>{row.certificate === null ? <Bdi>{row.label}</Bdi> : w.certificate(row.certificate)}</td>
      <td>
        {grounds[row.ground]}
        <p className={styles.quiet}>
          <Bdi>{row.reason}</Bdi>
        </p>
      </td>
      <td>
        <Bdi>{row.by}</Bdi>, <Time at={row.at} show="date" />
        {row.confirmed_by !== null && (
          <p>
            <Bdi>{row.confirmed_by}</Bdi>
            {row.confirmed_at !== null && (
              <>
                , <Time at={row.confirmed_at} show="date" />
              </>
            )}
          </p>
        )}
      </td>
      <td>{row.certificate === null ? <Waiting {...props} /> : <Written {...props} />}</td>
    </tr>
  );
}

function Waiting(props: {
  row: ErasureRow;
  acts: RetentionActs;
  onConfirm: () => void;
}): ReactNode {
  const { row, acts } = props;
  const mayChange = useSession().officer.role !== "reader";
  return (
    <>
      {row.state === "void" && <Pill tone="warn">{w.void}</Pill>}
      {!row.is_signed && <Pill tone="warn">{w.unsigned}</Pill>}
      {row.stands.map((words) => (
        <p key={words} className={styles.quiet}>
          {words}
        </p>
      ))}
      {row.state === "proposed" && row.is_signed && row.stands.length === 0 && !row.can_confirm && (
        <p>
          <Muted>{w.own}</Muted>
        </p>
      )}
      {row.can_confirm && (
        <Button
          size="small"
          variant="primary"
          ariaLabel={w.confirmOf(row.label)}
          onPress={props.onConfirm}
        >
          {w.confirm}
        </Button>
      )}{" "}
      {mayChange && (
        <Button
          size="small"
          ariaLabel={w.dropOf(row.label)}
          isPending={acts.isBusy}
          onPress={() => acts.drop(row)}
        >
          {w.drop}
        </Button>
      )}
    </>
  );
}

function Written(props: { row: ErasureRow; acts: RetentionActs }): ReactNode {
  const { row, acts } = props;
  return (
    <Button
      size="small"
      icon="export"
      ariaLabel={w.writeOf(row.certificate ?? 0)}
      isPending={acts.isBusy}
      onPress={() => acts.write(row)}
    >
      {w.write}
    </Button>
  );
}
