import { expect, test } from "vitest";
import { pointsBefore, stretches, unitsAt } from "./points";

test("a_text_is_cut_at_code_points_and_loses_nothing", () => {
  const text = "🚤 Udhëtim ٠٧٧٠٠";
  const cut = stretches(text, [
    { start: 2, end: 9 },
    { start: 10, end: 15 },
  ]);
  expect(cut.filter((one) => one.isMarked).map((one) => one.text)).toEqual(["Udhëtim", "٠٧٧٠٠"]);
  expect(cut.map((one) => one.text).join("")).toBe(text);
});

test("marks_beyond_the_end_of_a_text_mark_what_there_is", () => {
  expect(stretches("ab", [{ start: 1, end: 9 }]).map((one) => one.text)).toEqual(["a", "b"]);
  expect(stretches("", [{ start: 0, end: 1 }])).toEqual([]);
});

test("signs_and_marks_lie_over_each_other", () => {
  const sign = { start: 0, end: 4, letter: "P" };
  const cut = stretches("£350 now", [{ start: 2, end: 8 }], [sign]);
  expect(cut.map((one) => [one.text, one.isMarked, one.sign?.letter, one.isLast])).toEqual([
    ["£3", false, "P", false],
    ["50", true, "P", true],
    [" now", true, undefined, false],
  ]);
});

test("a_cursor_is_counted_in_code_points", () => {
  expect(pointsBefore("🚤a", 2)).toBe(1);
  expect(unitsAt("🚤a", 1)).toBe(2);
});
