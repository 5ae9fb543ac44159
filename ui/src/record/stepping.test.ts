import { describe, expect, test } from "vitest";
import { stepFrom } from "./stepping";

const groups = [
  { key: "urgent", label: "Urgent", start: 0, count: 2 },
  { key: "week", label: "This week", start: 2, count: 10_000 },
  { key: "held", label: "Held", start: 10_002, count: 3 },
];

describe("stepping through a list", () => {
  test("goes_row_by_row_and_stops_at_the_ends", () => {
    const step = (index: number, by: 1 | -1) => stepFrom(groups, 10_005, new Set(), index, by);
    expect(step(1, 1)).toBe(2);
    expect(step(0, -1)).toBeNull();
    expect(step(10_004, 1)).toBeNull();
  });

  test("passes_over_folded_groups_also_several_in_a_row", () => {
    expect(stepFrom(groups, 10_005, new Set(["week"]), 1, 1)).toBe(10_002);
    expect(stepFrom(groups, 10_005, new Set(["week"]), 10_002, -1)).toBe(1);
    expect(stepFrom(groups, 10_005, new Set(["week", "held"]), 1, 1)).toBeNull();
    expect(stepFrom(groups, 10_005, new Set(["urgent", "week"]), 10_002, -1)).toBeNull();
  });
});
