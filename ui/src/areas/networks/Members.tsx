/** The chosen network: what narrows it, and its accounts as a table or as a graph of the same. */
import { type ReactNode, useMemo, useRef, useState } from "react";
import type { NetworkView, TieKind } from "../../host";
import { Chip, ChipRow, Segmented } from "../../kit";
import { cx } from "../../lib/css";
import type { Board } from "./drawing";
import { graphOf, kindsOf, type NetworkGraph, without } from "./graph";
import { MembersTable } from "./MembersTable";
import { NetworkPicture } from "./NetworkPicture";
import styles from "./networks.module.css";
import { Said } from "./said/Said";
import type { NetworkShow } from "./usePlace";
import { w } from "./words";

/** What its accounts share: `share 2 numbers, a text`. */
export function sharedWords(network: NetworkView): string {
  if (network.reasons.length === 0) return w.shareNothing;
  return w.shares(network.reasons.map(([kind, n]) => w.kind[kind](n)).join(", "));
}

/** The accounts of a network with what each shares. The table tells all that the graph shows. */
export function Members(props: {
  network: NetworkView;
  show: NetworkShow;
  onShow: (show: NetworkShow) => void;
}): ReactNode {
  const { network, show } = props;
  const graph = useMemo(() => graphOf(network), [network]);
  const [hidden, setHidden] = useState<ReadonlySet<TieKind>>(new Set());
  const shown = useMemo(() => without(graph, hidden), [graph, hidden]);
  // Where an officer put a node it stays, also after a look at the table.
  const board = useRef<Board>({ places: new Map(), pinned: new Set() });
  return (
    <section
      className={cx(styles.members, show === "graph" && styles.drawn)}
      aria-label={w.members(network.label)}
    >
      <div className={styles.head}>
        <h2 className={styles.heading}>
          {w.accounts(network.size)} <span className={styles.quiet}>{sharedWords(network)}</span>
        </h2>
        <Segmented
          label={w.show}
          value={show}
          onChange={props.onShow}
          options={[
            { value: "table", label: w.table },
            { value: "graph", label: w.graph },
          ]}
        />
      </div>
      <p className={styles.means}>{w.means}</p>
      <Said network={network} />
      <Kinds graph={graph} hidden={hidden} onHide={setHidden} />
      {hidden.size > 0 && (
        <p className={styles.means} role="status">
          {shown.accounts.length === 0
            ? w.nothingShown
            : w.narrowed(shown.accounts.length, graph.accounts.length)}
        </p>
      )}
      {show === "table" ? (
        <MembersTable graph={shown} label={network.label} />
      ) : (
        <NetworkPicture graph={graph} shown={shown} label={network.label} board={board.current} />
      )}
      {network.accounts.length < network.size && (
        <p className={styles.means}>{w.shown(network.accounts.length, network.size)}</p>
      )}
    </section>
  );
}

/** Chips that leave out what is shared by one kind of reason; with a single kind there is nothing to choose. */
function Kinds(props: {
  graph: NetworkGraph;
  hidden: ReadonlySet<TieKind>;
  onHide: (hidden: ReadonlySet<TieKind>) => void;
}): ReactNode {
  const { hidden, onHide } = props;
  const kinds = kindsOf(props.graph);
  if (kinds.length < 2) return null;
  const turn = (kind: TieKind) => {
    const next = new Set(hidden);
    if (!next.delete(kind)) next.add(kind);
    onHide(next);
  };
  return (
    <fieldset className={styles.kinds} aria-label={w.filter}>
      <ChipRow>
        {kinds.map(({ kind, values }) => (
          <Chip key={kind} isOn={!hidden.has(kind)} count={values} onPress={() => turn(kind)}>
            {w.kinds[kind]}
          </Chip>
        ))}
      </ChipRow>
    </fieldset>
  );
}
