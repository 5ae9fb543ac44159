import { describe, expect, test } from "vitest";
import { dayAfter, readDay } from "./days";

const now = new Date("2026-11-23T22:30:00Z");

describe("a day as officers type it", () => {
  test.each([
    ["2026-12-03", "2026-12-03"],
    ["3/12/2026", "2026-12-03"],
    ["3.12.2026", "2026-12-03"],
    ["3/12", "2026-12-03"],
    ["3 Dec", "2026-12-03"],
    ["3 december 2027", "2027-12-03"],
    ["3 jan", "2027-01-03"],
    ["23 Nov", "2026-11-23"],
    ["+7", "2026-11-30"],
    ["29/2/2028", "2028-02-29"],
  ])("%s_is_%s", (typed, day) => {
    expect(readDay(typed, now)).toBe(day);
  });

  test.each(["", "tomorrow", "31/2/2027", "29 feb 2027", "12/13/2026", "2026", "3 xyz"])(
    "%j_is_no_day",
    (typed) => {
      expect(readDay(typed, now)).toBeNull();
    },
  );

  test("days_are_counted_over_the_end_of_a_month", () => {
    expect(dayAfter(now, 30)).toBe("2026-12-23");
  });
});
