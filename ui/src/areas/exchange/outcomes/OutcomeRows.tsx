/** What each row of an outcomes file would do: on what it lands, how that was found, and what it adds there. */
import { type ReactNode, useState } from "react";
import type { OutcomeRowView, OutcomesPreviewView, RowFate } from "../../../host";
import { Bdi, Card, Tabs } from "../../../kit";
import { count } from "../../../lib/numbers";
import { FATES, fatesShown } from "../counts";
import { w as exchange } from "../words";
import styles from "./outcomes.module.css";
import { w } from "./words";

/** Tabs by fate; rejected rows first if there are any, since those need the officer. */
export function OutcomeRows(props: { preview: OutcomesPreviewView }): ReactNode {
  const { counts, rows } = props.preview;
  const [chosen, setChosen] = useState<RowFate | null>(null);
  const first = FATES.find((fate) => counts[fate] > 0) ?? "created";
  const tab = chosen ?? (counts.rejected > 0 ? "rejected" : first);
  const shown = rows.filter((row) => row.fate === tab);
  return (
    <Card title={w.rows}>
      <Tabs
        label={w.rowsLabel}
        items={fatesShown(counts).map((id) => ({
          id,
          label: exchange.fates[id],
          count: counts[id],
        }))}
        value={tab}
        onChange={setChosen}
      >
        {shown.length === 0 ? (
          <p>{w.noRows(exchange.fates[tab])}</p>
        ) : (
          <Rows rows={shown} isTaken={tab !== "rejected"} />
        )}
        {shown.length < counts[tab] && <p>{w.firstRows(shown.length, counts[tab])}</p>}
      </Tabs>
    </Card>
  );
}

function Rows(props: { rows: readonly OutcomeRowView[]; isTaken: boolean }): ReactNode {
  const { isTaken } = props;
  return (
    <table className={styles.table} aria-label={w.rows}>
      <thead>
        <tr>
          <th scope="col">{w.line}</th>
          <th scope="col">{w.account}</th>
          <th scope="col">{isTaken ? w.why : w.whyNot}</th>
          {isTaken && <th scope="col">{w.adds}</th>}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row) => (
          <tr key={row.line}>
            <td className={styles.number}>{count(row.line)}</td>
            <td>
              <Bdi>{row.label}</Bdi>
            </td>
            <td>
              <Bdi>{row.found === null ? row.why : w.landsOn(row.why, row.found)}</Bdi>
            </td>
            {isTaken && (
              <td>
                <Bdi>{w.added(row.adds)}</Bdi>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
