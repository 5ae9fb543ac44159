import { expect, test } from "vitest";
import {
  ALL_PICKED,
  aWidth,
  inside,
  isPicked,
  moved,
  NONE_PICKED,
  pick,
  pickedCount,
  rangeOf,
} from "./cells";

test("a_range_reaches_from_where_it_was_begun_to_the_cursor_either_way", () => {
  const range = rangeOf({ at: { row: 2, column: 4 }, from: { row: 7, column: 1 } });
  expect(range).toEqual({ firstRow: 2, lastRow: 7, firstColumn: 1, lastColumn: 4 });
});

test("headings_are_no_part_of_a_range", () => {
  const range = rangeOf({ at: { row: 3, column: 0 }, from: { row: -1, column: 0 } });
  expect(range.firstRow).toBe(0);
});

test("a_cell_never_leaves_the_grid", () => {
  expect(inside({ row: 9, column: 9 }, 4, 3)).toEqual({ row: 3, column: 2 });
  expect(inside({ row: -1, column: -4 }, 4, 3)).toEqual({ row: -1, column: 0 });
  expect(inside({ row: 2, column: 0 }, 0, 3)).toEqual({ row: -1, column: 0 });
});

test("all_of_a_view_but_some_is_counted_without_seeing_the_rows", () => {
  const but = pick(ALL_PICKED, ["a", "b"], false);
  expect(pickedCount(but, 1_000_000)).toBe(999_998);
  expect([isPicked(but, "a"), isPicked(but, "c")]).toEqual([false, true]);
  expect(pickedCount(pick(but, ["a"], true), 10)).toBe(9);
  expect(pickedCount(pick(NONE_PICKED, ["a", "b", "a"], true), 10)).toBe(2);
});

test("a_moved_column_takes_the_place_it_was_dropped_on", () => {
  expect(moved(["a", "b", "c", "d"], 0, 2)).toEqual(["b", "c", "a", "d"]);
  expect(moved(["a", "b", "c", "d"], 3, 0)).toEqual(["d", "a", "b", "c"]);
  expect(moved(["a"], 4, 0)).toEqual(["a"]);
});

test("a_column_stays_wide_enough_to_be_found_again", () => {
  expect([aWidth(3), aWidth(200.4), aWidth(90_000)]).toEqual([48, 200, 900]);
});
