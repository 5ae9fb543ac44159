import { type ReactNode, useMemo, useState } from "react";
import type { AccountRow } from "../../host";
import { Button } from "../../kit";
import { useRoute } from "../../lib/route";
import { AccountLine } from "../../record/list/AccountLine";
import { StatusPill } from "../../record/StatusPill";
import { type NetworkGraph, type SharedValue, sharesOf } from "./graph";
import styles from "./networks.module.css";
import { Shares } from "./Shares";
import { w } from "./words";

/** Accounts shown at once; more on request. */
const STEP = 100;

const NOTHING: readonly SharedValue[] = [];

/** Every account with its status and all that it shares; a press opens it. */
export function MembersTable(props: { graph: NetworkGraph; label: string }): ReactNode {
  const { accounts } = props.graph;
  const shares = useMemo(() => sharesOf(props.graph), [props.graph]);
  const [shown, setShown] = useState(STEP);
  const rest = accounts.length - shown;
  if (accounts.length === 0) return null;
  return (
    <>
      <table className={styles.table} aria-label={w.tableOf(props.label)}>
        <thead>
          <tr>
            <th scope="col">{w.column.account}</th>
            <th scope="col">{w.column.status}</th>
            <th scope="col">{w.column.shares}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.slice(0, shown).map((row) => (
            <Member key={row.id} row={row} shares={shares.get(row.id) ?? NOTHING} />
          ))}
        </tbody>
      </table>
      {rest > 0 && <Button onPress={() => setShown(shown + STEP)}>{w.more(rest)}</Button>}
    </>
  );
}

function Member(props: { row: AccountRow; shares: readonly SharedValue[] }): ReactNode {
  const { row } = props;
  const { go } = useRoute();
  return (
    <tr>
      <td>
        <button
          type="button"
          className={styles.row}
          onClick={() => go({ area: "review", id: row.id })}
        >
          {/* Its status has a column of its own and is not said twice. */}
          <AccountLine row={row} group={row.status} />
        </button>
      </td>
      <td>
        <StatusPill status={row.status} />
      </td>
      <td className={styles.shares}>
        <Shares shares={props.shares} />
      </td>
    </tr>
  );
}
