import { expect, test } from "vitest";
import type { LinkedView } from "../../host";
import { aRow } from "../../record/testing";
import { expanded, outsiders } from "./expand";
import type { NetworkGraph } from "./graph";

const graph: NetworkGraph = {
  accounts: [aRow(1), aRow(2)],
  values: [
    {
      id: "phone:+447700900417",
      kind: "phone",
      value: "+447700900417",
      ordinal: 0,
      bearers: ["account-1", "account-2"],
    },
    { id: "text:#1", kind: "text", value: "", ordinal: 0, bearers: ["account-1", "account-2"] },
  ],
};

function link(n: number, kind: "phone" | "text", value: string): LinkedView {
  return {
    account: aRow(n),
    reasons: [{ kind, said: "", value }],
    is_network: false,
    said: [],
    succession: null,
  };
}

test("an_account_from_outside_comes_in_with_what_it_shares_and_nothing_stands_twice", () => {
  const links = [
    link(2, "text", ""),
    link(3, "phone", "+447700900417"),
    link(4, "text", ""),
    { ...link(5, "text", ""), reasons: [] },
  ];
  const wide = expanded(graph, "account-1", links);
  expect(wide.accounts.map(({ id }) => id)).toEqual([
    "account-1",
    "account-2",
    "account-3",
    "account-4",
  ]);
  expect(wide.values.map(({ bearers }) => bearers)).toEqual([
    ["account-1", "account-2", "account-3"],
    ["account-1", "account-2"],
    ["account-1", "account-4"],
  ]);
  expect(expanded(wide, "account-1", links)).toEqual(wide);
  expect(outsiders(wide, graph.accounts)).toBe(2);
});
