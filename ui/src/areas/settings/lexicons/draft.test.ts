import { describe, expect, test } from "vitest";
import type { TermChange, TermView } from "../../../host";
import { filtered, rebased, requestOf, rowsOf, withChange } from "./draft";
import { EMPTY, faultsOf, fieldsOf, termOf } from "./termForm";

function aTerm(term: string, change: Partial<TermView> = {}): TermView {
  return {
    term,
    category: "transport",
    meaning: `meaning of ${term}`,
    weight: 3,
    source: "to validate",
    date: "2026-11-27",
    reviewer: "",
    needs_linguist: true,
    ...change,
  };
}

const A = aTerm("a-term");
const B = aTerm("b-term");

/** What the core makes of a request: one change after another, each term found by its name. */
function applied(terms: readonly TermView[], changes: readonly TermChange[]): string[] {
  const all = [...terms];
  for (const { before, after } of changes) {
    const at = before === null ? -1 : all.findIndex(({ term }) => term === before);
    if (before === null) all.push(...(after === null ? [] : [after]));
    else all.splice(at, 1, ...(after === null ? [] : [after]));
  }
  return all.map(({ term, meaning }) => `${term}: ${meaning}`).sort();
}

describe("changes over the terms", () => {
  test("pending_changes_lie_over_the_terms_and_new_ones_come_first", () => {
    const rows = rowsOf(
      [A, B],
      [
        { before: "a-term", after: aTerm("a-term", { weight: 9 }) },
        { before: "b-term", after: null },
        { before: null, after: aTerm("c-term") },
      ],
    );
    expect(rows.map(({ term, state }) => [term.term, state])).toEqual([
      ["c-term", "added"],
      ["a-term", "changed"],
      ["b-term", "out"],
    ]);
    expect(rows[1]?.term.weight).toBe(9);
  });

  test("a_change_that_says_nothing_new_is_no_change", () => {
    const same = { before: "a-term", after: { ...A, date: "2026-12-01" } };
    expect(withChange([], null, same, A)).toEqual([]);
    const other = { before: "a-term", after: { ...A, weight: 9 } };
    expect(withChange([other], 0, same, A)).toEqual([]);
  });
});

describe("the request", () => {
  test("two_terms_that_change_names_end_up_under_each_other_s_name", () => {
    const swap: TermChange[] = [
      { before: "a-term", after: { ...A, term: "b-term" } },
      { before: "b-term", after: { ...B, term: "a-term" } },
    ];
    const { changes } = requestOf("sq", "v1", swap);
    expect(applied([A, B], changes)).toEqual([
      "a-term: meaning of b-term",
      "b-term: meaning of a-term",
    ]);
  });

  test("a_term_may_take_the_name_of_one_that_goes_out", () => {
    const { changes } = requestOf("sq", "v1", [
      { before: "a-term", after: { ...A, term: "b-term" } },
      { before: "b-term", after: null },
    ]);
    expect(applied([A, B], changes)).toEqual(["b-term: meaning of a-term"]);
  });

  test("on_a_newer_version_what_is_gone_is_added_and_need_not_go_out", () => {
    const changes: TermChange[] = [
      { before: "gone", after: aTerm("gone", { weight: 9 }) },
      { before: "gone too", after: null },
      { before: null, after: aTerm("b-term", { weight: 5 }) },
    ];
    expect(rebased(changes, [A, B]).map(({ before, after }) => [before, after?.term])).toEqual([
      [null, "gone"],
      ["b-term", "b-term"],
    ]);
  });
});

test("a_term_is_found_by_term_or_meaning_without_case_and_marks", () => {
  const rows = rowsOf(
    [aTerm("nisje çdo ditë", { meaning: "Departure" }), aTerm("قَارِب", { meaning: "boat" })],
    [],
  );
  const find = (search: string) =>
    filtered(rows, { search, categories: new Set(), isUnchecked: false }).map((row) => row.key);
  expect(find("CDO DITE")).toEqual(["term nisje çdo ditë"]);
  expect(find("depart")).toEqual(["term nisje çdo ditë"]);
  expect(find("قارب")).toEqual(["term قَارِب"]);
  expect(find("nothing")).toEqual([]);
});

test("a_term_without_a_source_is_to_validate_and_comes_back_empty", () => {
  const fields = { ...EMPTY, term: " x y ", category: "route", meaning: "m", weight: "4" };
  expect(termOf(fields, "").source).toBe("to validate");
  expect(termOf(fields, "").term).toBe("x y");
  expect(fieldsOf(termOf(fields, "")).source).toBe("");
});

test("weights_lie_from_1_to_10_and_below_zero_against_an_offer", () => {
  const fault = (category: string, weight: string) =>
    faultsOf({ ...EMPTY, term: "xy", meaning: "m", category, weight }, new Set()).weight;
  expect(fault("route", "10")).toBeUndefined();
  expect(fault("against", "-10")).toBeUndefined();
  for (const [category, weight] of [
    ["route", "0"],
    ["route", "11"],
    ["route", "-3"],
    ["against", "3"],
    ["against", "-11"],
    ["route", "2.5"],
    ["route", ""],
  ] as const) {
    expect(fault(category, weight)).toBeTruthy();
  }
});
