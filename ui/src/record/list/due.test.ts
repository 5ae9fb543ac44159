import { expect, test } from "vitest";
import { dueWords, isPast } from "./due";

const now = new Date("2026-11-27T20:15:00Z");

test.each([
  ["2026-11-27T23:59:59.999Z", "today"],
  ["2026-11-28T23:59:59.999Z", "tomorrow"],
  ["2026-11-27T20:45:00Z", "30 min"],
  ["2026-11-28T05:15:00Z", "9 h"],
  ["2026-11-27T11:00:00Z", "time passed"],
  ["2026-11-26T11:00:00Z", null],
  ["2026-12-03T11:00:00Z", null],
  ["no time", null],
])("%s_is_said_as_%s", (due, said) => {
  expect(dueWords(due, now)).toBe(said);
});

test("what_has_passed_presses_no_more", () => {
  expect(isPast("2026-11-27T11:00:00Z", now)).toBe(true);
  expect(isPast("2026-11-27T21:00:00Z", now)).toBe(false);
});
