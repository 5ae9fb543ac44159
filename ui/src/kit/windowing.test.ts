import { expect, test } from "vitest";
import { type Cursor, type Group, ListShape, MAX_SPACER, ScrollScale } from "./windowing";

const ROW = 52;
const HEAD = 24;
const groups: Group[] = [
  { key: "a", label: "A", start: 0, count: 2 },
  { key: "b", label: "B", start: 2, count: 5 },
  { key: "c", label: "C", start: 7, count: 3 },
];
const none = new Set<string>();

test("every_row_and_heading_has_its_own_place", () => {
  const shape = new ListShape(10, groups, none, ROW, HEAD);
  expect(shape.height).toBe(10 * ROW + 3 * HEAD);
  const lines = shape.between(0, shape.height);
  expect(
    lines.filter((line) => line.kind === "row").map((line) => line.kind === "row" && line.index),
  ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  const tops = lines.map((line) => line.top);
  expect([...tops].sort((x, y) => x - y)).toEqual(tops);
  expect(new Set(tops).size).toBe(tops.length);
});

test("folded_groups_take_no_room_and_are_stepped_over", () => {
  const shape = new ListShape(10, groups, new Set(["b"]), ROW, HEAD);
  expect(shape.topOf(3)).toBeNull();
  expect(shape.step(1, 1)).toBe(7);
  expect(shape.step(7, -1)).toBe(1);
  expect(shape.step(1, 100)).toBe(9);
  expect(shape.step(9, -100)).toBe(0);
  expect(shape.lastRow()).toBe(9);
});

test("steps_by_line_stop_on_every_heading_and_pass_over_the_rows_of_folded_groups", () => {
  const shape = new ListShape(10, groups, new Set(["b"]), ROW, HEAD);
  const all: Cursor[] = [];
  let at: Cursor | null = { kind: "group", key: "a" };
  for (let n = 0; n < 8 && at !== null; n += 1) {
    all.push(at);
    at = shape.stepLine(at, 1);
  }
  const names = (lines: Cursor[]) =>
    lines.map((line) => (line.kind === "group" ? line.key : line.index));
  expect(names(all)).toEqual(["a", 0, 1, "b", "c", 7, 8, 9]);
  const back: Cursor[] = [];
  at = { kind: "row", index: 9 };
  for (let n = 0; n < 9 && at !== null; n += 1) {
    back.push(at);
    at = shape.stepLine(at, -1);
  }
  expect(names(back)).toEqual([9, 8, 7, "c", "b", 1, 0, "a", "a"]);
  expect(shape.stepLine({ kind: "row", index: 4 }, 1)).toEqual({ kind: "group", key: "c" });
  expect(new ListShape(10, groups, new Set(["a", "b", "c"]), ROW, HEAD).firstLine()).toEqual({
    kind: "group",
    key: "a",
  });
});

test("what_is_between_two_places_covers_them_without_a_gap", () => {
  const shape = new ListShape(1_000_000, [], none, ROW, HEAD);
  for (let from = 0; from < shape.height - 900; from += 7_654_321) {
    const rows = shape.between(from, from + 900);
    const first = rows[0];
    const last = rows.at(-1);
    expect(first?.top).toBeLessThanOrEqual(from);
    expect((last?.top ?? 0) + ROW).toBeGreaterThanOrEqual(from + 900);
    expect(rows.length).toBeLessThanOrEqual(900 / ROW + 2);
  }
});

test("a_bar_shorter_than_the_list_still_reaches_both_ends", () => {
  const shape = new ListShape(1_000_000, [], none, ROW, HEAD);
  const scale = new ScrollScale(shape.height, 800);
  expect(scale.spacer).toBe(MAX_SPACER);
  expect(scale.spacer).toBeLessThan(33_554_428);
  expect(scale.toPlace(0)).toBe(0);
  expect(scale.toPlace(scale.spacer - 800)).toBeCloseTo(shape.height - 800, 3);
  for (const place of [0, 1, 12_345, 25_999_999, shape.height - 800]) {
    expect(scale.toPlace(scale.toBar(place))).toBeCloseTo(place, 3);
  }
});

test("a_short_list_is_one_to_one", () => {
  const scale = new ScrollScale(5_000, 800);
  expect(scale.isCapped).toBe(false);
  expect(scale.toPlace(123)).toBe(123);
  expect(scale.clamp(99_999)).toBe(4_200);
});
