/** The chosen network: what narrows it, and its accounts as a table or as a graph of the same. */
import { type ReactNode, useMemo, useRef, useState } from "react";
import { type NetworkView, type TieKind, useHost, usePlatforms } from "../../host";
import { Button, Chip, ChipRow, ErrorState, Segmented } from "../../kit";
import { cx } from "../../lib/css";
import { JusticeDialog } from "../../record/justice/JusticeDialog";
import { w as justice } from "../../record/justice/words";
import type { Board } from "./drawing";
import { expanded, outsiders } from "./expand";
import { drawingOf } from "./giving/drawingOf";
import { GiveDialog } from "./giving/GiveDialog";
import { w as giving } from "./giving/words";
import { graphOf, kindsOf, type NetworkGraph, without } from "./graph";
import { Facts } from "./lives/Facts";
import { Timeline } from "./lives/Timeline";
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
  const { graph, outside, expand, leaveOut, error } = useExpanded(network);
  const [hidden, setHidden] = useState<ReadonlySet<TieKind>>(new Set());
  const [isGiving, setGiving] = useState(false);
  const [isLinking, setLinking] = useState(false);
  const platforms = usePlatforms();
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
        <Button size="small" icon="export" onPress={() => setGiving(true)}>
          {giving.open}
        </Button>
        <Button size="small" onPress={() => setLinking(true)}>
          {justice.open}
        </Button>
        <Segmented
          label={w.show}
          value={show}
          onChange={props.onShow}
          options={[
            { value: "table", label: w.table },
            { value: "graph", label: w.graph },
            { value: "timeline", label: w.timeline },
          ]}
        />
      </div>
      <p className={styles.means}>
        <Facts network={network} />
      </p>
      <p className={styles.means}>{w.means}</p>
      <Said network={network} />
      {show !== "timeline" && <Kinds graph={graph} hidden={hidden} onHide={setHidden} />}
      {error !== null && <ErrorState error={error} isInline />}
      {outside > 0 && (
        <p className={styles.means} role="status">
          {w.outside(outside)}{" "}
          <Button size="small" onPress={leaveOut}>
            {w.leaveOut}
          </Button>
        </p>
      )}
      {hidden.size > 0 && (
        <p className={styles.means} role="status">
          {shown.accounts.length === 0
            ? w.nothingShown
            : w.narrowed(shown.accounts.length, graph.accounts.length)}
        </p>
      )}
      {show === "timeline" && <Timeline network={network} />}
      {show === "table" && <MembersTable graph={shown} label={network.label} />}
      {show === "graph" && (
        <NetworkPicture
          graph={graph}
          shown={shown}
          label={network.label}
          board={board.current}
          onExpand={expand}
        />
      )}
      {isGiving && (
        <GiveDialog
          network={network}
          drawing={() =>
            drawingOf(withoutStrangers(shown, network), board.current.places, platforms.letters)
          }
          onClose={() => setGiving(false)}
        />
      )}
      <JusticeDialog
        accounts={network.accounts.map((account) => account.id)}
        isOpen={isLinking}
        onClose={() => setLinking(false)}
      />
      {network.accounts.length < network.size && (
        <p className={styles.means}>{w.shown(network.accounts.length, network.size)}</p>
      )}
    </section>
  );
}

/** The graph of a network, with accounts from outside once one of it was expanded. */
function useExpanded(network: NetworkView) {
  const host = useHost();
  const own = useMemo(() => graphOf(network), [network]);
  const [wide, setWide] = useState<NetworkGraph | null>(null);
  const [error, setError] = useState<unknown>(null);
  const graph = wide ?? own;
  const expand = async (id: string) => {
    setError(null);
    try {
      const { links } = await host.commands.accountLinks(id);
      setWide((now) => expanded(now ?? own, id, links));
    } catch (thrown) {
      setError(thrown);
    }
  };
  return {
    graph,
    outside: outsiders(graph, network.accounts),
    expand: (id: string) => void expand(id),
    leaveOut: () => setWide(null),
    error,
  };
}

/** What leaves the case is the network alone: who was looked at beside it stays. */
function withoutStrangers(graph: NetworkGraph, network: NetworkView): NetworkGraph {
  const own = new Set(network.accounts.map(({ id }) => id));
  const values = graph.values.map((value) => ({
    ...value,
    bearers: value.bearers.filter((id) => own.has(id)),
  }));
  return {
    accounts: graph.accounts.filter(({ id }) => own.has(id)),
    values: values.filter(({ bearers }) => bearers.length > 1),
  };
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
