/** Numbers that open the items behind them, and sentences that hold such numbers. */
import { createContext, Fragment, type ReactNode, useContext } from "react";
import type { Cut, FigureCount, StatsRequest, StatsView } from "../../host";
import { LinkButton } from "../../kit";
import styles from "./outcomes.module.css";
import { w } from "./rowsWords";

/** Which number is opened. */
export type Opened = {
  readonly figures: StatsRequest;
  readonly count: FigureCount;
  readonly part?: { readonly cut: Cut; readonly name: string; readonly words: string } | undefined;
  readonly month?: { readonly name: string; readonly words: string } | undefined;
  /** Of which figures, in words, where several stand side by side. */
  readonly side?: string | undefined;
};

type Opening = {
  /** The figures on the screen, at their moment. */
  readonly figures: StatsRequest;
  readonly open: (opened: Opened) => void;
};

const OpeningContext = createContext<Opening | null>(null);

/** Around figures whose numbers open. */
export const OpensProvider = OpeningContext.Provider;

const OutOfSightContext = createContext(false);

/** Around numbers that are read out and not seen: they do not open, since nobody sees where the focus is. */
export const OutOfSight = OutOfSightContext.Provider;

/** The request that gives these figures again, at their moment. */
export function figuresOf(stats: StatsView, withImported: boolean): StatsRequest {
  const { unit, from, to, as_at } = stats;
  return { unit, from, to, as_at, with_imported: withImported, cut: null };
}

/** What a number is of, in words. */
export function openedWords(opened: Pick<Opened, "count" | "part" | "month" | "side">): string {
  const of = opened.part?.words ?? opened.month?.words ?? opened.side;
  const what = w.counts[opened.count];
  return of === undefined ? what : w.of(what, of);
}

/** The figures on the screen, at their moment; null where there are none. */
export function useShownFigures(): StatsRequest | null {
  return useContext(OpeningContext)?.figures ?? null;
}

/** How a number opens here; null where there is nothing to open. */
export function useOpening(): ((opened: Omit<Opened, "figures">) => void) | null {
  const opening = useContext(OpeningContext);
  if (opening === null) return null;
  return (opened) => opening.open({ ...opened, figures: opening.figures });
}

/** A number as a button that opens what it counts; plain where it is nought or out of sight. */
export function OpenNumber(props: {
  value: number;
  /** What is read out. */
  label: string;
  onPress: () => void;
  /** As it is written. */
  children: string;
}): ReactNode {
  const isOutOfSight = useContext(OutOfSightContext);
  if (props.value === 0 || isOutOfSight) return props.children;
  return (
    <span className={styles.opens}>
      <LinkButton ariaLabel={props.label} onPress={props.onPress}>
        {props.children}
      </LinkButton>
    </span>
  );
}

/** A number as a button that opens its items; plain where it is nought, held back or out of sight. */
export function Opens(props: {
  count: FigureCount;
  value: number;
  /** As it is written. */
  children: string;
  part?: Opened["part"];
  month?: Opened["month"];
  side?: Opened["side"];
  /** True where it is not to be told apart, since it is too small to be said. */
  isHeld?: boolean;
}): ReactNode {
  const open = useOpening();
  const { count, part, month, side } = props;
  if (open === null || props.isHeld) return props.children;
  return (
    <OpenNumber
      value={props.value}
      label={w.open(props.children, openedWords({ count, part, month, side }))}
      onPress={() => open({ count, part, month, side })}
    >
      {props.children}
    </OpenNumber>
  );
}

/** Where a node stands in a sentence: code points nobody writes. */
const FIRST = 0xe000;

/** A sentence of the words files with nodes in the places of its words. */
export function Say(props: {
  words: (...places: string[]) => string;
  nodes: readonly ReactNode[];
}): ReactNode {
  const marks = props.nodes.map((_, at) => String.fromCharCode(FIRST + at));
  const pieces = props.words(...marks).split(/([\ue000-\ue0ff])/);
  return pieces.map((piece, at) => {
    const node = props.nodes[piece.charCodeAt(0) - FIRST];
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence, in their order
    return <Fragment key={at}>{node ?? piece}</Fragment>;
  });
}
