import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { DeclarationView, NetworkView } from "../../../host";
import { aRow, recordHost, show } from "../../../record/testing";
import { Said } from "./Said";
import { requestOf } from "./SayDialog";

const rows = [aRow(1), aRow(2), aRow(3)];

function network(said: DeclarationView[] = []): NetworkView {
  return {
    head: "account-1",
    label: "@made_up_1",
    is_named: false,
    size: 3,
    to_review: 1,
    platforms: [["tiktok", 3]],
    reasons: [["phone", 1]],
    accounts: rows,
    values: [],
    said,
    removed: 0,
    first_seen: null,
    last_seen: null,
    lives: 1,
    timeline: [],
  };
}

const word: DeclarationView = {
  id: "declaration-1",
  kind: "together",
  name: "Pier",
  reason: "The same voice answers.",
  officer: "Ottoline B",
  at: "2026-11-27T10:00:00Z",
  accounts: rows.slice(0, 2).map(({ id, label }) => ({ id, label })),
  from: [],
};

function shown(said: DeclarationView[] = []) {
  const host = recordHost();
  const declare = vi.fn(async () => ({ id: "declaration-2", set: "set-2" }));
  const renameNetwork = vi.fn(async () => "set-3");
  const takeBackDeclaration = vi.fn(async () => "set-4");
  const undo = vi.fn(async () => ({ removed: 3, restored: 0, kept: 0 }));
  Object.assign(host.commands, { declare, renameNetwork, takeBackDeclaration, undo });
  show(host, COMMANDS, <Said network={network(said)} />, { current: null });
  return { declare, renameNetwork, takeBackDeclaration, undo, user: userEvent.setup() };
}

test("nothing_is_preset_and_without_two_accounts_and_a_reason_nothing_is_said", () => {
  const empty = { ticked: new Set<string>(), one: null, other: null, name: "", reason: "" };
  expect(requestOf("together", empty)).toHaveProperty("missing");
  expect(requestOf("together", { ...empty, ticked: new Set(["a", "b"]) })).toHaveProperty(
    "missing",
  );
  const same = { ...empty, one: "a", other: "a", reason: "a reason" };
  expect(requestOf("apart", same)).toHaveProperty("missing");
  expect(requestOf("apart", { ...same, other: "b", name: "kept out" })).toEqual({
    request: { kind: "apart", accounts: ["a"], from: ["b"], name: null, reason: "a reason" },
  });
});

test("an_officer_says_operated_together_with_a_name_and_a_reason_and_can_take_it_back", async () => {
  const { declare, undo, user } = shown();
  expect(screen.getByText(/Nobody has said/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Say operated together" }));
  const dialog = await screen.findByRole("dialog");
  const say = within(dialog).getByRole("button", { name: /^Say operated together/ });
  expect(say).toBeDisabled();
  await user.click(within(dialog).getByRole("checkbox", { name: /made_up_1/ }));
  await user.click(within(dialog).getByRole("checkbox", { name: /made_up_3/ }));
  await user.type(within(dialog).getByRole("textbox", { name: /^Name/ }), "Pier");
  await user.type(within(dialog).getByRole("textbox", { name: /^Reason/ }), "Same voice");
  await user.click(say);
  expect(declare).toHaveBeenCalledWith({
    kind: "together",
    accounts: ["account-1", "account-3"],
    from: [],
    name: "Pier",
    reason: "Same voice",
  });
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  await user.click(screen.getByRole("button", { name: /^Undo/ }));
  expect(undo).toHaveBeenCalledWith("set-2");
});

test("a_word_says_who_when_and_why_and_is_renamed_and_taken_back_with_a_reason", async () => {
  const { renameNetwork, takeBackDeclaration, user } = shown([word]);
  const said = screen.getByRole("region", { name: /officers say/ });
  expect(said).toHaveTextContent(/Pier.*2 of 3 accounts.*The same voice answers/);
  expect(said).toHaveTextContent(/said by Ottoline B/);
  await user.click(screen.getByRole("button", { name: "Rename Pier" }));
  const name = await screen.findByRole("textbox", { name: /^Name/ });
  await user.clear(name);
  await user.type(name, "The pier");
  await user.click(screen.getByRole("button", { name: "Save" }));
  expect(renameNetwork).toHaveBeenCalledWith("declaration-1", "The pier");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  await user.click(screen.getByRole("button", { name: "Take back: Pier" }));
  const ask = await screen.findByRole("alertdialog");
  await user.type(within(ask).getByRole("textbox"), "It was a guess");
  await user.click(within(ask).getByRole("button", { name: /^Take back/ }));
  expect(takeBackDeclaration).toHaveBeenCalledWith("declaration-1", "It was a guess");
});

test("a_refusal_stays_in_the_dialog_with_what_was_typed", async () => {
  const { declare, user } = shown();
  declare.mockRejectedValueOnce({
    code: "refused",
    message: "Ottoline B said on 2026-11-27 that they are not operated together.",
    rule: "held-apart",
    missing: [],
    incident: "1",
  });
  await user.click(screen.getByRole("button", { name: "Say operated together" }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("checkbox", { name: "All of them" }));
  await user.type(within(dialog).getByRole("textbox", { name: /^Reason/ }), "Same voice");
  await user.click(within(dialog).getByRole("button", { name: /^Say operated together/ }));
  expect(await within(dialog).findByText(/not operated together\./)).toBeInTheDocument();
  expect(within(dialog).getByRole("textbox", { name: /^Reason/ })).toHaveValue("Same voice");
});
