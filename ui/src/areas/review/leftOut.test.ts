import { expect, test } from "vitest";
import { readLeftOut } from "./useLeftOut";

const KEPT = JSON.stringify({ day: "2026-11-28", tags: ["body", "sound", "made-up"] });

test("what_is_left_out_ends_by_itself_at_the_next_day", () => {
  expect(readLeftOut(KEPT, "2026-11-28")).toEqual(["body", "sound"]);
  expect(readLeftOut(KEPT, "2026-11-29")).toEqual([]);
});

test("what_does_not_read_leaves_out_nothing", () => {
  for (const text of [null, "", "[]", "{", '{"day":"2026-11-28","tags":7}']) {
    expect(readLeftOut(text, "2026-11-28")).toEqual([]);
  }
});
