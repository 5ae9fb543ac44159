/** Accounts outside a network that one of it is linked with, brought into its graph. */
import type { AccountRow, LinkedView } from "../../host";
import type { NetworkGraph, SharedValue } from "./graph";

/**
 * The graph with the accounts that `from` is linked with and what it shares with each; nobody and
 * nothing stands in it twice. They are shown and do not belong to the network.
 */
export function expanded(
  graph: NetworkGraph,
  from: string,
  links: readonly LinkedView[],
): NetworkGraph {
  const accounts = new Map(graph.accounts.map((row) => [row.id, row]));
  const values = new Map(graph.values.map((value) => [value.id, value]));
  for (const { account, reasons } of links) {
    if (reasons.length === 0) continue;
    accounts.set(account.id, accounts.get(account.id) ?? account);
    for (const { kind, value } of reasons) {
      const known = [...values.values()].find((one) =>
        value === ""
          ? one.kind === kind && [from, account.id].every((id) => one.bearers.includes(id))
          : one.kind === kind && one.value === value,
      );
      const id = known?.id ?? (value === "" ? `${kind}:${from} ${account.id}` : `${kind}:${value}`);
      const bearers = new Set([...(known?.bearers ?? []), from, account.id]);
      const next: SharedValue = {
        id,
        kind,
        value,
        ordinal: known?.ordinal ?? 0,
        bearers: [...bearers],
      };
      values.set(id, next);
    }
  }
  return { accounts: [...accounts.values()], values: [...values.values()] };
}

/** Accounts of a graph that are not of the network. */
export function outsiders(graph: NetworkGraph, members: readonly AccountRow[]): number {
  const own = new Set(members.map(({ id }) => id));
  return graph.accounts.filter(({ id }) => !own.has(id)).length;
}
