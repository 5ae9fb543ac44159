import { expect, test } from "vitest";
import { chosenAfter, graphKey } from "./choosing";

const ground = {
  accounts: ["a", "b", "c", "d"],
  places: new Map([
    ["a", { x: 0, y: 0 }],
    ["b", { x: 100, y: 10 }],
    ["c", { x: 60, y: 50 }],
    ["d", { x: 0, y: 200 }],
    ["value", { x: 50, y: 0 }],
  ]),
};

test("an_arrow_goes_to_the_account_rather_straight_ahead_than_near", () => {
  expect(chosenAfter("a", { to: "way", way: "right" }, ground)).toBe("b");
  expect(chosenAfter("a", { to: "way", way: "down" }, ground)).toBe("d");
  expect(chosenAfter("b", { to: "way", way: "left" }, ground)).toBe("a");
  expect(chosenAfter("d", { to: "way", way: "up" }, ground)).toBe("a");
});

test("an_arrow_stays_where_nothing_lies_ahead_and_begins_at_the_first", () => {
  expect(chosenAfter("a", { to: "way", way: "left" }, ground)).toBe("a");
  expect(chosenAfter(null, { to: "way", way: "left" }, ground)).toBe("a");
  expect(chosenAfter("value", { to: "way", way: "right" }, ground)).toBe("b");
  expect(chosenAfter(null, { to: "next" }, { accounts: [], places: new Map() })).toBeNull();
});

test("next_and_previous_reach_every_account_in_the_tables_order", () => {
  const next = (id: string | null) => chosenAfter(id, { to: "next" }, ground);
  expect([null, "a", "b", "c", "d"].map(next)).toEqual(["a", "b", "c", "d", "d"]);
  expect(chosenAfter("b", { to: "previous" }, ground)).toBe("a");
  expect(chosenAfter("a", { to: "previous" }, ground)).toBe("a");
  expect(chosenAfter("b", { to: "first" }, ground)).toBe("a");
  expect(chosenAfter("b", { to: "last" }, ground)).toBe("d");
  expect(chosenAfter("b", { to: "node", id: null }, ground)).toBeNull();
});

test("keys_are_known_by_their_sign_and_on_other_layouts_by_their_place", () => {
  expect(graphKey({ key: "ArrowUp", code: "ArrowUp" })).toEqual({ to: "way", way: "up" });
  expect(graphKey({ key: "+", code: "BracketRight" })).toEqual({ to: "closer" });
  expect(graphKey({ key: "٠", code: "Digit0" })).toEqual({ to: "fit" });
  expect(graphKey({ key: "Enter", code: "Enter" })).toEqual({ to: "open" });
  expect(graphKey({ key: "j", code: "KeyJ" })).toBeNull();
});
