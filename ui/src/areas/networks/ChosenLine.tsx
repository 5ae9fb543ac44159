import { type ReactNode, useMemo } from "react";
import { Bdi, Button } from "../../kit";
import { PlatformMark } from "../../record/PlatformMark";
import { StatusPill } from "../../record/StatusPill";
import { type NetworkGraph, sharesOf } from "./graph";
import { kindWords } from "./label";
import styles from "./networks.module.css";
import { Shares } from "./Shares";
import { w } from "./words";

/** The node that is chosen, in words: an account with what it shares and Open, or a value with who bears it. */
export function ChosenLine(props: {
  graph: NetworkGraph;
  chosen: string | null;
  onOpen: (id: string) => void;
  onExpand?: (id: string) => void;
}): ReactNode {
  const { graph, chosen, onExpand } = props;
  const shares = useMemo(() => sharesOf(graph), [graph]);
  const row = graph.accounts.find(({ id }) => id === chosen);
  const value = graph.values.find(({ id }) => id === chosen);
  return (
    <div className={styles.chosen}>
      <div className={styles.chosenWords} aria-live="polite">
        {row !== undefined && (
          <>
            <PlatformMark code={row.platform} />
            <b>
              <Bdi>{row.label}</Bdi>
            </b>
            <StatusPill status={row.status} />
            {row.has_open_action && <span className={styles.danger}>{w.unanswered}</span>}
            <span className={styles.quiet}>
              <Shares shares={shares.get(row.id) ?? []} />
            </span>
          </>
        )}
        {value !== undefined && (
          <>
            <b>{kindWords(value)}</b>
            {value.value !== "" && <Bdi mono>{value.value}</Bdi>}
            <span className={styles.quiet}>{w.borneBy(value.bearers.length)}</span>
          </>
        )}
        {row === undefined && value === undefined && (
          <span className={styles.quiet}>{w.noneChosen}</span>
        )}
      </div>
      {row !== undefined && onExpand !== undefined && (
        <Button size="small" ariaLabel={w.expandOne(row.label)} onPress={() => onExpand(row.id)}>
          {w.expand}
        </Button>
      )}
      {row !== undefined && (
        <Button
          size="small"
          keys="Enter"
          ariaLabel={w.openOne(row.label)}
          onPress={() => props.onOpen(row.id)}
        >
          {w.open}
        </Button>
      )}
    </div>
  );
}
