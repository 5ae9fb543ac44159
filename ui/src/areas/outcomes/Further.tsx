/** Intelligence reports, preservation requests, arrests and convictions of the period; each number opens. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type FurtherCountView, type FurtherView, type StatsRequest, useHost } from "../../host";
import { Bdi, Card, Dialog, Muted, QueryState } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { RecordLink } from "./BehindNumber";
import { publishable } from "./figure";
import { w } from "./furtherWords";
import { OpenNumber } from "./Opens";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";

const WHAT = ["intelligence", "preservation", "safeguarding", "arrests", "convictions"] as const;

type What = (typeof WHAT)[number];

/** The card. */
export function Further(props: { figures: StatsRequest; smallBelow: number | null }): ReactNode {
  const host = useHost();
  const [opened, setOpened] = useState<What | null>(null);
  const found = useQuery({
    queryKey: ["statistics", "further", props.figures],
    queryFn: () => host.commands.furtherFigures(props.figures),
    placeholderData: (before) => before,
  });
  const number = (view: FurtherView, what: What) => {
    const value = view[what].count;
    const said = publishable(value, props.smallBelow);
    if (said !== count(value)) return said;
    return (
      <OpenNumber value={value} label={w.open(said, w.what[what])} onPress={() => setOpened(what)}>
        {said}
      </OpenNumber>
    );
  };
  return (
    <Card title={w.title} aside={w.aside}>
      <QueryState query={found}>
        {(view) => (
          <>
            <Figures
              label={w.title}
              columns={w.columns}
              rows={WHAT.map((what) => ({
                key: what,
                name: w.what[what],
                cells: [number(view, what)],
              }))}
            />
            <p className={styles.quiet}>{w.text}</p>
            <Dialog
              title={opened === null ? "" : w.what[opened]}
              isOpen={opened !== null}
              onClose={() => setOpened(null)}
              size="wide"
            >
              {opened !== null && (
                <List
                  label={w.what[opened]}
                  counted={view[opened]}
                  onLeave={() => setOpened(null)}
                />
              )}
            </Dialog>
          </>
        )}
      </QueryState>
    </Card>
  );
}

function List(props: { label: string; counted: FurtherCountView; onLeave: () => void }): ReactNode {
  return (
    <table className={styles.rows} aria-label={props.label}>
      <thead>
        <tr>
          {w.listColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.counted.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer, in their order
          <tr key={at}>
            <td>{instant(row.at)}</td>
            <td>{row.reference === "" ? <Muted>{w.none}</Muted> : <Bdi>{row.reference}</Bdi>}</td>
            <td>
              {row.accounts.map(([id, label]) => (
                <span key={id} className={styles.event}>
                  <RecordLink account={id} label={label} onLeave={props.onLeave} />
                </span>
              ))}
              {row.kept_apart > 0 && <Muted>{w.apart(row.kept_apart)}</Muted>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
