/**
 * From a requirement to the field that mends it. The core names requirements
 * as `referral-set --field` takes them; a name may carry the item's place in
 * front (`items.2.why`), so only its last part is read here.
 */
import type { ItemView, RequirementView } from "../../host";
import { assertNever } from "../../lib/assert";

/** Fields of the notice's head that can be written here. */
export const HEAD_FIELDS = [
  "title",
  "summary",
  "policy",
  "law",
  "law_elements",
  "law_reach",
  "law_defence",
  "law_decided_by",
  "route",
  "tell_user",
  "tell_user_reason",
  "from",
  "email",
  "phone",
  "good_faith",
] as const;

/** Fields of an item that can be written here. */
export const ITEM_FIELDS = [
  "address",
  "words",
  "place",
  "seen_live",
  "translation",
  "translation_by",
  "why",
  "exhibits",
] as const;

/** A field of the notice's head. */
export type HeadField = (typeof HEAD_FIELDS)[number];

/** A field of an item. */
export type ItemField = (typeof ITEM_FIELDS)[number];

/** Where the words of a requirement stand, or are to be written. */
export type Spot =
  | { readonly kind: "head"; readonly field: HeadField }
  | { readonly kind: "item"; readonly item: string; readonly field: ItemField }
  | { readonly kind: "block"; readonly item: string; readonly account: string }
  | { readonly kind: "officer" }
  | { readonly kind: "settings" }
  | { readonly kind: "none" };

const ALIASES: Readonly<Record<string, HeadField | ItemField>> = {
  url: "address",
  rule: "policy",
  ground: "law",
  good_faith_statement: "good_faith",
  statement: "good_faith",
  reason: "why",
  new_ground: "why",
  reasons: "why",
  exhibit: "exhibits",
  screenshot: "exhibits",
  account_screenshot: "exhibits",
  live: "seen_live",
  last_seen_live: "seen_live",
  location: "place",
  unit: "from",
};

const OFFICER = /(^|_)(officer|contact|badge|notifier)(_|$)/u;
const BLOCK = /(^|_)(handle|platform_id|id|assessment|assessed)(_|$)/u;

/** The last part of a requirement's name, lower case, with underscores. */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll("-", "_").split(/[.:/]/u).at(-1) ?? "";
}

/** Names the spot of `requirement`; `none` where only its words can tell what to do. */
export function spotOf(requirement: RequirementView, items: readonly ItemView[]): Spot {
  const bare = bareName(requirement.name);
  const field = ALIASES[bare] ?? bare;
  const item = items.find((candidate) => candidate.id === requirement.item) ?? null;
  if (item === null && isHeadField(field)) return { kind: "head", field };
  if (isItemField(field)) {
    const target = item ?? firstWithout(field, items);
    return target === null ? { kind: "none" } : { kind: "item", item: target.id, field };
  }
  if (bare === "template") return { kind: "settings" };
  if (OFFICER.test(bare)) return { kind: "officer" };
  const block = item ?? (BLOCK.test(bare) ? (items[0] ?? null) : null);
  return block === null
    ? { kind: "none" }
    : { kind: "block", item: block.id, account: block.account };
}

/** The element id of a field; one for each field of the page. */
export function fieldId(item: string | null, field: HeadField | ItemField): string {
  return item === null ? `notice-${field}` : `notice-${item}-${field}`;
}

/** The element id of a whole item. */
export function blockId(item: string): string {
  return `notice-${item}`;
}

/** Brings the spot into sight and gives it the focus; false if it is not on this page. */
export function jumpTo(spot: Spot): boolean {
  const id = elementId(spot);
  const element = id === null ? null : document.getElementById(id);
  if (element === null) return false;
  focusOn(element);
  return true;
}

function focusOn(element: HTMLElement): void {
  const inner = element.querySelector<HTMLElement>("textarea, input, select, button");
  const target = element.matches("textarea, input, button, [tabindex]")
    ? element
    : (inner ?? element);
  element.scrollIntoView?.({ block: "center" });
  target.focus({ preventScroll: true });
}

/** The same for the first field whose words could not be saved. */
export function jumpToUnsaved(): void {
  const element = document.querySelector<HTMLElement>("[data-unsaved]");
  if (element !== null) focusOn(element);
}

function elementId(spot: Spot): string | null {
  switch (spot.kind) {
    case "head":
      return fieldId(null, spot.field);
    case "item":
      return fieldId(spot.item, spot.field);
    case "block":
      return blockId(spot.item);
    case "officer":
      return "notice-officer";
    case "settings":
    case "none":
      return null;
    default:
      return assertNever(spot);
  }
}

function isHeadField(name: string): name is HeadField {
  return (HEAD_FIELDS as readonly string[]).includes(name);
}

function isItemField(name: string): name is ItemField {
  return (ITEM_FIELDS as readonly string[]).includes(name);
}

function firstWithout(field: ItemField, items: readonly ItemView[]): ItemView | null {
  return items.find((item) => isEmpty(item, field)) ?? items[0] ?? null;
}

function isEmpty(item: ItemView, field: ItemField): boolean {
  if (field === "exhibits") return !item.exhibits.some((exhibit) => exhibit.is_chosen);
  const value = item[field];
  return value === null || value === "";
}
