import { expect, test } from "vitest";
import type { ItemView, RequirementView, Unit } from "../../host";
import { askedOf } from "./NoticeHead";
import { elementOf, firstMissing, linesOf, missingFields, missingOf } from "./readiness";
import { spotOf } from "./requirements";

function item(id: string, part: Partial<ItemView> = {}): ItemView {
  return {
    id,
    position: 1,
    account: `account-${id}`,
    label: `@${id}`,
    unit: "account",
    post: null,
    assessment: id,
    address: null,
    platform_id: null,
    handle: null,
    handle_seen: null,
    seen_live: null,
    place: "",
    words: "",
    translation: null,
    translation_by: null,
    why: "",
    exhibits: [],
    events: [],
    seen: null,
    earlier: [],
    already_referred: [],
    canonical: null,
    ...part,
  };
}

function requirement(name: string, part: Partial<RequirementView> = {}): RequirementView {
  return { name, label: name, is_met: false, detail: "", item: null, source: "unit", ...part };
}

const ITEMS = [item("one", { why: "said" }), item("two")];

test("a_requirement_met_by_every_item_is_one_line_with_its_count", () => {
  const lines = linesOf(
    ITEMS.map((one) => requirement("why", { is_met: true, item: one.id })),
    ITEMS,
  );
  expect(lines.map(({ isMet, met, of }) => ({ isMet, met, of }))).toEqual([
    { isMet: true, met: 2, of: 2 },
  ]);
});

test("every_missing_requirement_has_a_line_of_its_own", () => {
  const requirements = [
    requirement("why", { is_met: true, item: "one" }),
    requirement("why", { item: "two" }),
    requirement("policy"),
    requirement("title", { is_met: true }),
  ];
  const lines = linesOf(requirements, ITEMS);
  expect(lines.filter((line) => !line.isMet).length).toBe(missingOf(requirements));
  expect(lines.find((line) => line.about !== null)?.about).toBe("@two");
});

test("an_item_is_named_once_in_the_line_about_it_and_not_in_the_line_about_all", () => {
  const label = (one: ItemView) => `${one.label}: reason`;
  const named = ITEMS.map((one) => requirement("why", { item: one.id, label: label(one) }));
  expect(linesOf(named, ITEMS).map(({ about, label }) => [about, label])).toEqual([
    ["@one", "reason"],
    ["@two", "reason"],
  ]);
  const met = named.map((one) => ({ ...one, is_met: true }));
  expect(linesOf(met, ITEMS).map(({ about, label }) => [about, label])).toEqual([[null, "Reason"]]);
});

test("the_source_of_a_requirement_tells_its_element_before_its_name_does", () => {
  const source = "Regulation (EU) 2022/2065, Art. 16(2)(b)";
  expect(elementOf(requirement("summary", { source }))).toBe("b");
  expect(elementOf(requirement("summary"))).toBe("a");
  expect(elementOf(requirement("items.2.address"))).toBe("b");
  expect(elementOf(requirement("officer_email"))).toBe("c");
  expect(elementOf(requirement("good-faith"))).toBe("d");
  expect(elementOf(requirement("preservation"))).toBeNull();
});

test("a_requirement_leads_to_the_field_that_mends_it", () => {
  const spot = (name: string, of: string | null = null) =>
    spotOf(requirement(name, { item: of }), ITEMS);
  expect(spot("policy")).toEqual({ kind: "head", field: "policy" });
  expect(spot("good-faith")).toEqual({ kind: "head", field: "good_faith" });
  expect(spot("items.2.why", "two")).toEqual({ kind: "item", item: "two", field: "why" });
  expect(spot("why")).toEqual({ kind: "item", item: "two", field: "why" });
  expect(spot("account-screenshot", "one")).toEqual({
    kind: "item",
    item: "one",
    field: "exhibits",
  });
  expect(spot("officer")).toEqual({ kind: "officer" });
  expect(spot("email")).toEqual({ kind: "head", field: "email" });
  expect(spot("item.2.address", "two")).toEqual({ kind: "item", item: "two", field: "address" });
  expect(spot("assessment", "two")).toEqual({ kind: "block", item: "two", account: "account-two" });
  expect(spot("something-new")).toEqual({ kind: "none" });
});

test("the_first_missing_thing_is_one_that_can_be_mended_here", () => {
  const lines = linesOf([requirement("something-new"), requirement("summary")], ITEMS);
  expect(firstMissing(lines)?.label).toBe("summary");
  expect(firstMissing(linesOf([requirement("summary", { is_met: true })], ITEMS))).toBeNull();
});

test("a_missing_field_is_marked_and_a_met_one_is_not", () => {
  const fields = missingFields(
    [requirement("why", { item: "two" }), requirement("title", { is_met: true })],
    ITEMS,
  );
  expect(fields.has("two/why")).toBe(true);
  expect(fields.has("title")).toBe(false);
});

test("what_is_asked_never_adds_accounts_and_posts_up", () => {
  const of = (...units: Unit[]) => askedOf(units.map((unit, n) => item(String(n), { unit })));
  expect(of("account")).toBe("Remove the account");
  expect(of("account", "account", "post")).toBe("Remove the 2 accounts and 1 post");
});
