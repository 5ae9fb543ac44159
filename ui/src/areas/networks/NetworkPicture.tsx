/** The network as a graph. It is a picture of the table: nothing is told here alone. */
import {
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from "react";
import { usePlatforms } from "../../host";
import { Button, Loading, useCommand } from "../../kit";
import { useRoute } from "../../lib/route";
import { ChosenLine } from "./ChosenLine";
import { type Choosing, chosenAfter, type GraphKey, graphKey } from "./choosing";
import type { Board, Drawing } from "./drawing";
import { elementsOf } from "./elements";
import type { NetworkGraph } from "./graph";
import styles from "./networks.module.css";
import { type Draw, drawLazily, useDrawing } from "./useDrawing";
import { w } from "./words";

/** One press of a zoom button or key. */
const ZOOM = 1.3;

/** What the graph takes. */
export type PictureProps = {
  /** The whole network: what is hidden keeps its place. */
  graph: NetworkGraph;
  /** What of it is shown. */
  shown: NetworkGraph;
  label: string;
  board: Board;
  /** Brings in what an account is linked with. */
  onExpand?: (id: string) => void;
  draw?: Draw;
};

/** The graph with its keys and buttons, and below it the node that is chosen. */
export function NetworkPicture(props: PictureProps): ReactNode {
  const { go } = useRoute();
  const canvas = useRef<HTMLDivElement>(null);
  const help = useId();
  const [wanted, setChosen] = useState<string | null>(null);
  const { shown } = props;
  const ids = useMemo(
    () => new Set([...shown.accounts, ...shown.values].map(({ id }) => id)),
    [shown],
  );
  const chosen = wanted !== null && ids.has(wanted) ? wanted : null;
  const open = (id: string) => go({ area: "review", id });
  const told = { onChoose: setChosen, onOpen: open };
  const { drawing, error } = useDrawing(canvas, usePicture(props), told, props.draw ?? drawLazily);
  useEffect(() => {
    drawing?.show(ids);
  }, [drawing, ids]);
  useEffect(() => {
    drawing?.choose(chosen);
  }, [drawing, chosen]);

  const accounts = shown.accounts.map(({ id }) => id);
  const choose = (what: Choosing) =>
    setChosen(chosenAfter(chosen, what, { accounts, places: props.board.places }));
  useCommand("next", () => choose({ to: "next" }));
  useCommand("previous", () => choose({ to: "previous" }));
  const act = (key: GraphKey) => {
    if (key.to === "open") {
      if (chosen !== null && accounts.includes(chosen)) open(chosen);
    } else if (!look(drawing, key)) choose(key as Choosing);
  };
  if (error !== null) return <p role="alert">{w.notDrawn}</p>;
  return (
    <>
      <div
        className={styles.frame}
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys of the graph act while it has the focus.
        tabIndex={0}
        aria-label={w.graphOf(props.label)}
        aria-describedby={help}
        onKeyDown={(event) => onKey(event, act)}
      >
        <div ref={canvas} className={styles.canvas} aria-hidden="true" />
        {drawing === null && <Loading label={w.drawing} lines={3} />}
      </div>
      <div className={styles.tools}>
        <Button size="small" keys="+" onPress={() => act({ to: "closer" })}>
          {w.closer}
        </Button>
        <Button size="small" keys="−" onPress={() => act({ to: "farther" })}>
          {w.farther}
        </Button>
        <Button size="small" keys="0" onPress={() => act({ to: "fit" })}>
          {w.fit}
        </Button>
        <ChosenLine
          graph={shown}
          chosen={chosen}
          onOpen={open}
          {...(props.onExpand === undefined ? {} : { onExpand: props.onExpand })}
        />
      </div>
      <p className={styles.means} id={help}>
        {w.legend} {w.keys} {w.twin}
      </p>
    </>
  );
}

function usePicture(props: PictureProps) {
  const { graph, board } = props;
  const platforms = usePlatforms();
  const letters = useRef(platforms.letters);
  letters.current = platforms.letters;
  const known = platforms.all.map(({ code, short }) => `${code} ${short}`).join();
  return useMemo(() => {
    void known;
    return { graph, board, elements: elementsOf(graph, (code) => letters.current(code)) };
  }, [graph, board, known]);
}

/** Turns the drawing; false for a key that chooses. */
function look(drawing: Drawing | null, key: GraphKey): boolean {
  if (key.to === "closer") drawing?.zoomBy(ZOOM);
  else if (key.to === "farther") drawing?.zoomBy(1 / ZOOM);
  else if (key.to === "fit") drawing?.fit();
  else return false;
  return true;
}

function onKey(event: KeyboardEvent, act: (key: GraphKey) => void): void {
  if (event.ctrlKey || event.altKey || event.metaKey) return;
  const key = graphKey(event);
  if (key === null) return;
  event.preventDefault();
  event.stopPropagation();
  act(key);
}
