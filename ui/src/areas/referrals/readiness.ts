/**
 * Requirements as lines of the readiness list: what is met for every item is
 * one line with its count, what is missing is a line for each place to mend.
 * The four elements are those of Article 16(2) of Regulation (EU) 2022/2065.
 */
import type { ItemView, RequirementView } from "../../host";
import { bareName, type Spot, spotOf } from "./requirements";

/** An element of a substantiated notice: reasons, place, notifier, good faith. */
export type Element = "a" | "b" | "c" | "d";

/** The elements in the order of the article. */
export const ELEMENTS: readonly Element[] = ["a", "b", "c", "d"];

/** One line of the list. */
export type Line = {
  readonly key: string;
  readonly element: Element | null;
  readonly isMet: boolean;
  /** The item's name, where the line is about one item. */
  readonly about: string | null;
  readonly label: string;
  readonly detail: string;
  readonly source: string;
  /** How many items meet it, for a line about all of them. */
  readonly met: number;
  readonly of: number;
  readonly spot: Spot;
};

/** The lines of the list, in the order the core gives them. */
export function linesOf(
  requirements: readonly RequirementView[],
  items: readonly ItemView[],
): Line[] {
  const groups = new Map<string, RequirementView[]>();
  for (const requirement of requirements) {
    const scope = requirement.item === null ? "notice" : "item";
    const key = `${scope}/${bareName(requirement.name)}`;
    groups.set(key, [...(groups.get(key) ?? []), requirement]);
  }
  return [...groups].flatMap(([key, group]) => linesOfGroup(key, group, items));
}

function linesOfGroup(
  key: string,
  group: readonly RequirementView[],
  items: readonly ItemView[],
): Line[] {
  const missing = group.filter((requirement) => !requirement.is_met);
  const shown = missing.length === 0 ? group.slice(0, 1) : missing;
  return shown.map((requirement, index) => ({
    key: `${key}/${requirement.item ?? ""}/${index}`,
    element: elementOf(requirement),
    isMet: requirement.is_met,
    about: requirement.is_met ? null : labelOf(requirement, items),
    label: bareLabel(requirement, items),
    detail: requirement.detail,
    source: requirement.source,
    met: group.length - missing.length,
    of: requirement.item === null ? 0 : group.length,
    spot: spotOf(requirement, items),
  }));
}

function labelOf(requirement: RequirementView, items: readonly ItemView[]): string | null {
  return items.find((candidate) => candidate.id === requirement.item)?.label ?? null;
}

/** The label without the item's name in front, which stands beside it or is said as a count. */
function bareLabel(requirement: RequirementView, items: readonly ItemView[]): string {
  const name = labelOf(requirement, items);
  const { label } = requirement;
  if (name === null || !label.startsWith(`${name}: `)) return label;
  const rest = label.slice(name.length + 2);
  return requirement.is_met ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest;
}

/** How many of the lines' requirements are not met. */
export function missingOf(requirements: readonly RequirementView[]): number {
  return requirements.filter((requirement) => !requirement.is_met).length;
}

/** The element a requirement belongs to: as its source says, else by what it is about. */
export function elementOf(requirement: RequirementView): Element | null {
  const cited = /16\s*\(2\)\s*\(?([abcd])\)/u.exec(requirement.source)?.[1];
  const named = ELEMENTS.find((element) => element === cited);
  if (named !== undefined) return named;
  const bare = bareName(requirement.name);
  if (bare.startsWith("tell_user")) return null;
  if (/good_faith|statement/u.test(bare)) return "d";
  if (/officer|e_?mail|phone|contact|notifier|badge|^from$/u.test(bare)) return "c";
  if (/address|url|place|location|platform_id|handle/u.test(bare)) return "b";
  if (/^why$|reason|summary|policy|rule|^law|^words$|translation/u.test(bare)) return "a";
  return null;
}

/** The first place to mend, in the order of the page; `null` when nothing is missing. */
export function firstMissing(lines: readonly Line[]): Line | null {
  const open = lines.filter((line) => !line.isMet);
  return open.find((line) => line.spot.kind !== "none") ?? open[0] ?? null;
}

/** The fields of the page that a requirement misses: `title`, or `<item>/<field>`. */
export function missingFields(
  requirements: readonly RequirementView[],
  items: readonly ItemView[],
): ReadonlySet<string> {
  const fields = requirements
    .filter((requirement) => !requirement.is_met)
    .map((requirement) => spotOf(requirement, items))
    .map((spot) => {
      if (spot.kind === "head") return spot.field;
      return spot.kind === "item" ? `${spot.item}/${spot.field}` : "";
    });
  return new Set(fields);
}
