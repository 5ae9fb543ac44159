import { describe, expect, test } from "vitest";
import { readMoment, writeMoment } from "./moment";

describe("a moment as officers type it", () => {
  test.each([
    ["2026-11-23 09:12", "2026-11-23T09:12:00Z"],
    ["2026-11-23T09:12:30Z", "2026-11-23T09:12:30Z"],
    ["2026-11-23T10:12:30+01:00", "2026-11-23T09:12:30Z"],
    ["23/11/2026 9:12", "2026-11-23T09:12:00Z"],
    ["23 Nov 2026 09:12 UTC", "2026-11-23T09:12:00Z"],
  ])("%s_is_%s", (typed, at) => {
    expect(readMoment(typed)).toBe(at);
  });

  test.each([
    "",
    "now",
    "2026-11-23",
    "09:12",
    "31/2/2026 09:12",
    "2026-11-23 24:10",
    "11/23/2026 9:12",
  ])("%j_is_never_guessed", (typed) => {
    expect(readMoment(typed)).toBeNull();
  });

  test("now_is_read_back_as_it_was_written", () => {
    expect(readMoment(writeMoment(new Date("2026-11-23T09:12:30.456Z")))).toBe(
      "2026-11-23T09:12:30Z",
    );
  });
});
