import { expect, test } from "vitest";
import type { CommandSpec } from "../kit";
import { keyCaps, parseKey } from "../kit/keys";
import { COMMANDS } from "./commands";

const specs: readonly CommandSpec[] = COMMANDS;

function meet(a: CommandSpec, b: CommandSpec): boolean {
  if (a.areas && b.areas && !a.areas.some((area) => b.areas?.includes(area))) return false;
  if (!a.panes || !b.panes) return true;
  return a.panes.some((pane) => b.panes?.includes(pane));
}

test("no_two_commands_share_a_key_where_both_can_be_pressed", () => {
  const clashes = specs.flatMap((a, at) =>
    specs
      .slice(at + 1)
      .filter((b) => a.key !== undefined && a.key === b.key && meet(a, b))
      .map((b) => `${a.id} and ${b.id} on ${a.key}`),
  );
  expect(clashes).toEqual([]);
});

test("every_command_has_an_id_of_its_own", () => {
  expect(new Set(specs.map((spec) => spec.id)).size).toBe(specs.length);
});

test("every_command_says_what_it_does_in_words_of_its_own", () => {
  const said = specs.map((spec) => `${spec.group()}: ${spec.label()}`);
  expect(said.filter((words) => words.trim().length < 5)).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test("every_key_is_written_by_its_place", () => {
  const places =
    /^(Key[A-Z]|Digit\d|F\d{1,2}|Slash|Comma|Period|Escape|Enter|Space|Delete|Arrow\w+|Bracket\w+)$/;
  const odd = specs.filter(
    (spec) => spec.key !== undefined && !places.test(parseKey(spec.key).code),
  );
  expect(odd.map((spec) => `${spec.id}: ${spec.key}`)).toEqual([]);
});

test("a_number_key_acts_on_the_item_only", () => {
  const loose = specs.filter(
    (spec) => spec.key !== undefined && /^Digit\d$/.test(spec.key) && spec.panes?.join() !== "item",
  );
  expect(loose.map((spec) => spec.id)).toEqual([]);
});

test("the_keys_of_the_sheet_are_the_ones_promised", () => {
  const promised = ["/", "J", "K", "1", "2", "3", "G", "A", "I", "Ctrl K", "Ctrl L", "?", "Esc"];
  const shown = new Set(specs.flatMap((spec) => (spec.key ? [keyCaps(spec.key).join(" ")] : [])));
  expect(promised.filter((caps) => !shown.has(caps))).toEqual([]);
});
