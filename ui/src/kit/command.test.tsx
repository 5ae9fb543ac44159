import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { CommandBoard, CommandProvider, type CommandSpec, useCommand } from "./command";
import { keyCaps } from "./keys";
import { Pane } from "./pane";

const specs: CommandSpec[] = [
  { id: "decide", label: () => "Decide", group: () => "G", key: "Digit1", panes: ["item"] },
  { id: "next", label: () => "Next", group: () => "G", key: "KeyJ" },
  { id: "help", label: () => "Keys", group: () => "G", key: "Shift+Slash" },
  { id: "lock", label: () => "Lock", group: () => "G", key: "Ctrl+KeyL", inDialogs: true },
  { id: "undo", label: () => "Undo", group: () => "G", key: "Ctrl+KeyZ", inFields: false },
  { id: "commit", label: () => "Commit", group: () => "G", key: "Ctrl+Enter", inFields: true },
];

function Answers(props: { id: string; run: () => void; isEnabled?: boolean }): ReactNode {
  useCommand(props.id as "undo", props.run, props.isEnabled ?? true);
  return null;
}

function stage(board = new CommandBoard(specs)) {
  const did: string[] = [];
  render(
    <CommandProvider board={board}>
      {specs.map(({ id }) => (
        <Answers key={id} id={id} run={() => did.push(id)} />
      ))}
      <Pane name="list" label="List">
        <button type="button">a row</button>
        <input aria-label="search" />
      </Pane>
      <Pane name="item" label="Item">
        <button type="button">the item</button>
        <button type="button" onKeyDown={(event) => event.stopPropagation()}>
          a greedy one
        </button>
        <textarea aria-label="reason" />
      </Pane>
    </CommandProvider>,
  );
  return { did, board };
}

test("a_number_key_never_decides_while_the_list_has_the_ring", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  screen.getByText("a row").focus();
  await user.keyboard("1");
  expect(did).toEqual([]);
});

test("a_number_key_decides_while_the_item_has_the_ring", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  screen.getByText("the item").focus();
  await user.keyboard("1");
  expect(did).toEqual(["decide"]);
});

test("a_number_key_does_nothing_while_no_pane_has_the_ring", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  await user.keyboard("1");
  expect(did).toEqual([]);
});

test("keys_go_into_words_while_somebody_types", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  screen.getByLabelText("reason").focus();
  await user.keyboard("1j");
  expect(did).toEqual([]);
  expect(screen.getByLabelText("reason")).toHaveValue("1j");
  await user.keyboard("{Control>}l{/Control}");
  expect(did).toEqual(["lock"]);
});

test("keys_live_by_their_place_on_a_layout_without_latin_letters", () => {
  const { did } = stage();
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "ت" });
  expect(did).toEqual(["next"]);
});

test("keys_live_by_their_cap_where_no_place_is_told", () => {
  const { did } = stage();
  fireEvent.keyDown(document.body, { code: "", key: "j" });
  fireEvent.keyDown(document.body, { code: "Minus", key: "?", shiftKey: true });
  expect(did).toEqual(["next", "help"]);
});

test("what_is_typed_into_a_passphrase_teaches_nothing", () => {
  stage();
  const field = document.createElement("input");
  field.type = "password";
  document.body.append(field);
  fireEvent.keyDown(field, { code: "KeyQ", key: "ض" });
  expect(keyCaps("KeyQ")).toEqual(["Q"]);
  fireEvent.keyDown(document.body, { code: "KeyQ", key: "ض" });
  expect(keyCaps("KeyQ")).toEqual(["ض"]);
  field.remove();
});

test("signs_are_meant_by_what_they_type_on_every_layout", () => {
  const { did } = stage();
  fireEvent.keyDown(document.body, { code: "Minus", key: "?", shiftKey: true });
  fireEvent.keyDown(document.body, { code: "Slash", key: "?", shiftKey: false });
  fireEvent.keyDown(document.body, { code: "Slash", key: "ظ", shiftKey: true });
  expect(did).toEqual(["help", "help", "help"]);
});

test("single_keys_can_be_put_behind_alt", () => {
  const { did, board } = stage();
  board.configure("alt", {});
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "j" });
  expect(did).toEqual([]);
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "j", altKey: true });
  expect(did).toEqual(["next"]);
});

test("single_keys_can_be_turned_off_and_keys_with_ctrl_stay", () => {
  const { did, board } = stage();
  board.configure("off", {});
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "j" });
  fireEvent.keyDown(document.body, { code: "Slash", key: "?", shiftKey: true });
  expect(did).toEqual([]);
  fireEvent.keyDown(document.body, { code: "KeyL", key: "l", ctrlKey: true });
  expect(did).toEqual(["lock"]);
});

test("a_key_the_officer_chose_replaces_the_one_of_the_table", () => {
  const { did, board } = stage();
  board.configure("on", { next: "KeyN" });
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "j" });
  expect(did).toEqual([]);
  fireEvent.keyDown(document.body, { code: "KeyN", key: "n" });
  expect(did).toEqual(["next"]);
});

test("no_key_acts_behind_an_open_dialog", () => {
  const { did } = stage();
  const dialog = document.createElement("div");
  dialog.dataset.modal = "";
  document.body.append(dialog);
  fireEvent.keyDown(document.body, { code: "KeyJ", key: "j" });
  fireEvent.keyDown(document.body, { code: "Enter", key: "Enter", ctrlKey: true });
  expect(did).toEqual([]);
  fireEvent.keyDown(document.body, { code: "KeyL", key: "l", ctrlKey: true });
  expect(did).toEqual(["lock"]);
  dialog.remove();
});

test("undo_in_a_field_takes_back_words_and_no_decision", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  screen.getByLabelText("reason").focus();
  await user.keyboard("{Control>}z{/Control}");
  expect(did).toEqual([]);
  screen.getByText("the item").focus();
  await user.keyboard("{Control>}z{/Control}");
  expect(did).toEqual(["undo"]);
});

test("the_newest_answer_to_a_command_is_the_one_that_runs", () => {
  const board = new CommandBoard(specs);
  const older = vi.fn();
  const newer = vi.fn();
  board.add("next", { run: older, isEnabled: true });
  const leave = board.add("next", { run: newer, isEnabled: true });
  board.run("next");
  leave();
  board.run("next");
  expect(newer).toHaveBeenCalledTimes(1);
  expect(older).toHaveBeenCalledTimes(1);
});

test("ctrl_enter_commits_though_a_widget_takes_enter_for_itself", async () => {
  const user = userEvent.setup();
  const { did } = stage();
  screen.getByText("a greedy one").focus();
  await user.keyboard("{Control>}{Enter}{/Control}");
  expect(did).toEqual(["commit"]);
});
