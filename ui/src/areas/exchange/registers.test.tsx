import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { registerAnswers } from "../../preview/sample/registers";
import { aRow, asked, recordHost, show } from "../../record/testing";
import { RegistersPanel } from "./registers/RegistersPanel";

afterEach(() => resetRoute());

function panel(answers: Partial<Commands> = {}) {
  const host = recordHost({
    ...registerAnswers,
    choose: async () => [{ token: "t1", name: "unit register.csv", size: "300" }],
    ...answers,
  });
  show(host, COMMANDS, <RegistersPanel />);
  return { host, user: userEvent.setup() };
}

test("the_lists_are_searched_and_filtered_by_the_core", async () => {
  const { host, user } = panel();
  await user.click(await screen.findByText("Ask first", { selector: "button *, button" }));
  await user.type(screen.getByLabelText(/Search owner/u), "desk");
  expect(asked(host, "registers").map(([request]) => request)).toContainEqual(
    expect.objectContaining({ search: "desk", list: "ask-first", offset: 0 }),
  );
});

test("nothing_is_taken_in_before_the_preview_is_accepted_and_then_the_same_bytes", async () => {
  const { host, user } = panel();
  await user.click(await screen.findByRole("button", { name: /Import a register/u }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/a handle, but not of which platform/u)).toBeInTheDocument();
  expect(dialog.getByText(/4 rows read: 2 new, 1 changed/u)).toBeInTheDocument();
  expect(asked(host, "importRegister")).toEqual([]);
  await user.click(dialog.getByRole("button", { name: "Take in 3 rows" }));
  const [[request] = []] = asked(host, "importRegister");
  expect(request).toMatchObject({ file: "t1", sha256: "a3c1f0d9".repeat(8) });
});

test("the_count_of_an_entry_opens_into_its_accounts", async () => {
  const { user } = panel({ registerAccounts: async () => [aRow(1), aRow(2)] });
  await user.click(await screen.findByRole("button", { name: "2 accounts" }));
  await user.click(await screen.findByRole("button", { name: "@made_up_2" }));
  expect(currentRoute()).toMatchObject({ area: "review", id: "account-2" });
});

test("a_file_is_taken_back_after_asking", async () => {
  const { host, user } = panel({
    undoImport: async () => ({ removed: 7, restored: 0, kept: 0, accounts: 0, kept_accounts: [] }),
  });
  await user.click(await screen.findByRole("button", { name: "Take back…" }));
  expect(asked(host, "undoImport")).toEqual([]);
  await user.type(await screen.findByRole("textbox"), "An old list");
  await user.click(await screen.findByRole("button", { name: "Take it back" }));
  const [[batch, reason] = []] = asked(host, "undoImport");
  expect([batch, reason]).toEqual(["0190e000-0000-7000-8000-000000000009", "An old list"]);
  expect(await screen.findByText(/7 removed/u)).toBeInTheDocument();
});
