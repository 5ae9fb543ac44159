/** A network as accounts and what they share: one answer of the core, read the same by table and graph. */
import type { AccountRow, NetworkValueView, NetworkView, TieKind } from "../../host";

/** One thing that two or more accounts share. */
export type SharedValue = {
  /** Its own within the network, and the same after another look. */
  readonly id: string;
  readonly kind: TieKind;
  /** The number, contact or name; empty for a text or picture. */
  readonly value: string;
  /** Which of several without words of their own it is, from 1; 0 where it needs no number. */
  readonly ordinal: number;
  /** Who bears it. */
  readonly bearers: readonly string[];
};

/** The network as two kinds of nodes; an edge is a bearer of a value. */
export type NetworkGraph = {
  readonly accounts: readonly AccountRow[];
  readonly values: readonly SharedValue[];
};

/** Reads a network as a graph. Bearers that are not among the accounts shown are left out. */
export function graphOf(network: NetworkView): NetworkGraph {
  const here = new Set(network.accounts.map((row) => row.id));
  const unnamed = new Map<TieKind, number>();
  for (const { kind, value } of network.values) {
    if (value === "") unnamed.set(kind, (unnamed.get(kind) ?? 0) + 1);
  }
  const counted = new Map<TieKind, number>();
  const values = network.values.map((one: NetworkValueView): SharedValue => {
    const { kind, value } = one;
    const nth = (counted.get(kind) ?? 0) + (value === "" ? 1 : 0);
    counted.set(kind, nth);
    return {
      id: `${kind}:${value === "" ? `#${nth}` : value}`,
      kind,
      value,
      ordinal: value === "" && (unnamed.get(kind) ?? 0) > 1 ? nth : 0,
      bearers: [...new Set(one.accounts.filter((id) => here.has(id)))],
    };
  });
  return { accounts: network.accounts, values };
}

/** A kind of reason with the number of values that have it. */
export type KindCount = { readonly kind: TieKind; readonly values: number };

/** The kinds of reasons in a network, in the order in which the core gives the values. */
export function kindsOf(graph: NetworkGraph): readonly KindCount[] {
  const counts = new Map<TieKind, number>();
  for (const { kind } of graph.values) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, values]) => ({ kind, values }));
}

/**
 * The network without the values of these kinds, and without accounts that then share nothing.
 * With no kind hidden it is whole, also with accounts of which no value is known.
 */
export function without(graph: NetworkGraph, hidden: ReadonlySet<TieKind>): NetworkGraph {
  if (hidden.size === 0) return graph;
  const values = graph.values.filter(({ kind }) => !hidden.has(kind));
  const sharing = new Set(values.flatMap(({ bearers }) => bearers));
  return { accounts: graph.accounts.filter(({ id }) => sharing.has(id)), values };
}

/** What each account shares, by its id; in the order of the values. */
export function sharesOf(graph: NetworkGraph): ReadonlyMap<string, readonly SharedValue[]> {
  const shares = new Map<string, SharedValue[]>();
  for (const value of graph.values) {
    for (const id of value.bearers) {
      const own = shares.get(id);
      if (own === undefined) shares.set(id, [value]);
      else own.push(value);
    }
  }
  return shares;
}
