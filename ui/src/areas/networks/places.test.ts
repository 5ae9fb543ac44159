import cytoscape from "cytoscape";
import { expect, test, vi } from "vitest";
import { freezePrototypes } from "../../app/freeze";
import { aRow } from "../../record/testing";
import { arrange, type Board, FEW } from "./drawing";
import { elementsOf } from "./elements";
import type { NetworkGraph } from "./graph";
import { placesOf } from "./places";
import { sheetOf } from "./sheet";

/** A network of `size` accounts, every one with one or two of the values. */
function aGraph(size: number): NetworkGraph {
  const accounts = Array.from({ length: size }, (_, n) => aRow(n));
  const count = Math.max(2, Math.round(size / 8));
  const values = Array.from({ length: count }, (_, v) => ({
    id: `phone:${v}`,
    kind: "phone" as const,
    value: String(v),
    ordinal: 0,
    bearers: accounts
      .filter((_, n) => n % count === v || (n * 7 + 3) % (count * 2) === v)
      .map(({ id }) => id),
  }));
  return { accounts, values };
}

const inks = {
  ground: "#ffffff",
  ink: "#16202c",
  line: "#7a8796",
  accent: "#0f5f8c",
  soft: "#e6f1f8",
  warn: "#7d5200",
  ok: "#1b6b3a",
  danger: "#a81f18",
  ring: "#0f5f8c",
  font: '"Inter Variable", sans-serif',
  arabic: '"Noto Sans Arabic Variable", sans-serif',
};

function arranged(graph: NetworkGraph, board: Board): Board {
  const elements = elementsOf(graph, () => "TT");
  const cy = cytoscape({ headless: true, styleEnabled: true, elements, style: sheetOf(inks) });
  arrange(cy, { graph, board });
  cy.destroy();
  return board;
}

const anEmptyBoard = (): Board => ({ places: new Map(), pinned: new Set() });

test("the_same_network_has_the_same_places_whether_few_or_many", () => {
  freezePrototypes();
  for (const size of [30, 300]) {
    const graph = aGraph(size);
    const first = arranged(graph, anEmptyBoard());
    expect([...arranged(graph, anEmptyBoard()).places]).toEqual([...first.places]);
    expect(first.places.size).toBe(graph.accounts.length + graph.values.length);
    expect([...first.places.values()].every(({ x, y }) => Number.isFinite(x + y))).toBe(true);
  }
});

test("no_two_nodes_of_a_large_network_stand_on_each_other", () => {
  const places = [...placesOf(aGraph(400)).values()];
  expect(places.length).toBeGreaterThan(FEW);
  const near = places.flatMap((a, n) =>
    places.slice(n + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 40),
  );
  expect(near).toEqual([]);
});

test("places_that_are_known_are_kept_and_what_was_put_somewhere_stays_when_others_come", () => {
  const board = arranged(aGraph(30), anEmptyBoard());
  board.places.set("account-3", { x: -500, y: 900 });
  board.pinned.add("account-3");
  const before = new Map(board.places);
  expect([...arranged(aGraph(30), board).places]).toEqual([...before]);
  arranged(aGraph(40), board);
  expect(board.places.get("account-3")).toEqual({ x: -500, y: 900 });
});

test("the_sheet_is_one_that_the_library_understands", () => {
  const warned = vi.spyOn(console, "warn").mockImplementation(() => undefined);
  arranged(aGraph(10), anEmptyBoard());
  expect(warned).not.toHaveBeenCalled();
});

test("accounts_without_a_known_value_have_places_too", () => {
  const graph = { accounts: [aRow(1), aRow(2)], values: [] };
  expect([...placesOf(graph).keys()]).toEqual(["account-1", "account-2"]);
});
