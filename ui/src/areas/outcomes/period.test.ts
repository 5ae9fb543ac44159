import { expect, test } from "vitest";
import { asMoment, isDay, spanOf } from "./period";

const now = new Date("2026-11-23T09:00:00Z");

test("spans_are_whole_months_that_hold_today", () => {
  expect(spanOf("month", now)).toEqual({ from: "2026-11-01", to: "2026-11-30" });
  expect(spanOf("quarter", now)).toEqual({ from: "2026-10-01", to: "2026-12-31" });
  expect(spanOf("year", now)).toEqual({ from: "2025-12-01", to: "2026-11-30" });
});

test("a_span_before_ends_where_the_next_begins", () => {
  expect(spanOf("month", now, 9)).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(spanOf("quarter", now, 1)).toEqual({ from: "2026-07-01", to: "2026-09-30" });
  expect(spanOf("year", now, 1)).toEqual({ from: "2024-12-01", to: "2025-11-30" });
});

test("moments_are_taken_as_utc", () => {
  expect(asMoment("2026-11-23T09:00")).toBe("2026-11-23T09:00:00.000Z");
  expect(asMoment("")).toBeNull();
  expect(isDay("2026-02-30")).toBe(true);
  expect(isDay("last week")).toBe(false);
});
