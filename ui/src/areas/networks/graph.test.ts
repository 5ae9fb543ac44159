import { expect, test } from "vitest";
import type { NetworkValueView, NetworkView } from "../../host";
import { aRow } from "../../record/testing";
import { elementsOf } from "./elements";
import { graphOf, kindsOf, sharesOf, without } from "./graph";
import { drawn } from "./label";

const ids = (...numbers: number[]) => numbers.map((n) => `account-${n}`);

const VALUES: NetworkValueView[] = [
  { kind: "phone", value: "+447700900417", accounts: ids(1, 2, 3) },
  { kind: "text", value: "", accounts: ids(1, 2) },
  { kind: "text", value: "", accounts: ids(2, 4) },
  { kind: "contact", value: "@سفر", accounts: ids(3, 99) },
];

function aNetwork(values = VALUES): NetworkView {
  return {
    head: "account-1",
    label: "@made_up_1",
    is_named: false,
    said: [],
    removed: 0,
    first_seen: null,
    last_seen: null,
    lives: 1,
    timeline: [],
    size: 5,
    to_review: 1,
    platforms: [["tiktok", 5]],
    reasons: [["phone", 1]],
    accounts: [1, 2, 3, 4, 5].map((n) => aRow(n)),
    values,
  };
}

test("a_value_names_who_bears_it_of_the_accounts_shown_and_is_numbered_without_words_of_its_own", () => {
  const { values } = graphOf(aNetwork());
  expect(values.map(({ id }) => id)).toEqual([
    "phone:+447700900417",
    "text:#1",
    "text:#2",
    "contact:@سفر",
  ]);
  expect(values.map(({ ordinal }) => ordinal)).toEqual([0, 1, 2, 0]);
  expect(values[3]?.bearers).toEqual(ids(3));
});

test("a_single_text_needs_no_number", () => {
  const { values } = graphOf(aNetwork(VALUES.slice(0, 2)));
  expect(values[1]?.ordinal).toBe(0);
});

test("what_is_hidden_leaves_only_accounts_that_still_share_something", () => {
  const graph = graphOf(aNetwork());
  expect(without(graph, new Set())).toBe(graph);
  const texts = without(graph, new Set(["phone", "contact"]));
  expect(texts.accounts.map(({ id }) => id)).toEqual(ids(1, 2, 4));
  expect(texts.values.map(({ kind }) => kind)).toEqual(["text", "text"]);
  expect(without(graph, new Set(["phone", "contact", "text"])).accounts).toEqual([]);
});

test("kinds_are_counted_and_shares_are_told_by_account", () => {
  const graph = graphOf(aNetwork());
  expect(kindsOf(graph)).toEqual([
    { kind: "phone", values: 1 },
    { kind: "text", values: 2 },
    { kind: "contact", values: 1 },
  ]);
  const shares = sharesOf(graph);
  expect(shares.get("account-2")?.map(({ id }) => id)).toEqual([
    "phone:+447700900417",
    "text:#1",
    "text:#2",
  ]);
  expect(shares.get("account-5")).toBeUndefined();
});

test("every_account_value_and_bearing_is_drawn_with_its_words", () => {
  const network = aNetwork();
  network.accounts[0] = aRow(1, { label: "ڕێگای", status: "second-look" });
  network.accounts[1] = aRow(2, { has_open_action: true });
  const elements = elementsOf(graphOf(network), () => "TT");
  const find = (id: string) => elements.find(({ data }) => data.id === id);
  expect(elements.filter(({ group }) => group === "nodes")).toHaveLength(9);
  expect(elements.filter(({ group }) => group === "edges")).toHaveLength(8);
  expect(find("account-1")?.data).toMatchObject({ letters: "TT" });
  expect(find("account-1")?.data.label).toMatch(/ڕێگای.*\nSecond look$/);
  expect(find("account-1")?.classes).toEqual(["account", "mark-look", "arabic"]);
  expect(find("account-2")?.data.label).toMatch(/\nsafeguarding not answered$/);
  expect(find("account-2")?.classes).toContain("mark-danger");
  expect(find("phone:+447700900417")?.data.label).toMatch(/^number\n.*\+447700900417/);
  expect(find("text:#2")?.data.label).toBe("text 2");
});

test("words_on_the_canvas_hide_nothing_turn_nothing_and_are_cut_at_whole_characters", () => {
  expect(drawn("a\u202Eb")).toBe("\u2068a[U+202E]b\u2069");
  expect(drawn("two\nlines")).toBe("\u2068two lines\u2069");
  expect(drawn("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 2)).toBe("\u2068👨‍👩‍👧…\u2069");
});
