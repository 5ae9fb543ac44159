import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { registerAnswers } from "../../preview/sample/registers";
import { asked, recordHost, show } from "../../record/testing";
import { PasteLinks } from ".";
import { GROUPS, grouped } from "./groups";

afterEach(() => resetRoute());

async function open(answers: Partial<Commands> = {}) {
  const host = recordHost({ ...registerAnswers, ...answers });
  show(host, COMMANDS, <PasteLinks />);
  const user = userEvent.setup();
  await user.keyboard("n");
  const field = await screen.findByLabelText("Links, handles or numbers");
  expect(field).toHaveFocus();
  return { host, user };
}

const headings = () => screen.getAllByRole("heading", { level: 3 }).map((one) => one.textContent);

test("n_opens_it_and_what_is_pasted_is_grouped_at_once", async () => {
  const { host, user } = await open();
  await user.paste("https://x.com/made_up_new and more");
  await screen.findByText("9 links");
  expect(asked(host, "lookUpLinks")).toEqual([["https://x.com/made_up_new and more"]]);
  expect(headings()).toEqual([
    "Removed after referral 1",
    "Waiting for the platform 1",
    "Protected 1",
    "Ask first 1",
    "Unresolved short links 1",
    "In the case 1",
    "New 2",
    "Not in the case, and not to be added 1",
  ]);
  const group = within(screen.getByRole("region", { name: "Protected" }));
  expect(group.getByText(/Harbour Dispatch, newsroom/u)).toBeInTheDocument();
  expect(group.queryByRole("button")).toBeNull();
});

test("a_known_line_opens_its_account_by_keyboard", async () => {
  const { user } = await open();
  await user.paste("anything");
  const first = await screen.findByRole("button", { name: "Open @angli_24h" });
  first.focus();
  await user.keyboard("{ArrowDown}");
  expect(screen.getByRole("button", { name: "Open @boza_uk" })).toHaveFocus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(currentRoute()).toMatchObject({ area: "review" }));
  expect(screen.queryByLabelText("Links, handles or numbers")).toBeNull();
});

test("only_the_new_are_added_and_can_be_taken_back", async () => {
  const { host, user } = await open({
    undoImport: async () => ({ removed: 2, restored: 0, kept: 0, accounts: 0, kept_accounts: [] }),
  });
  expect(screen.getByRole("button", { name: /Nothing to add/u })).toBeDisabled();
  await user.paste("anything");
  await user.click(await screen.findByRole("button", { name: "Add the 2 new" }));
  expect(asked(host, "addLinks")).toEqual([["anything"]]);
  expect(await screen.findByText("2 accounts added")).toBeInTheDocument();
});

test("safe_text_is_copied_by_the_core", async () => {
  const { host, user } = await open();
  await user.paste("anything");
  await screen.findByText("9 links");
  await user.click(screen.getByRole("button", { name: "Copy safe text" }));
  expect(asked(host, "copyLinks")).toEqual([["anything"]]);
});

test("text_without_any_link_says_so", async () => {
  const { user } = await open();
  await user.paste("nothing");
  expect(await screen.findByText("No link, handle or number is in this text.")).toBeInTheDocument();
});

test("every_group_has_its_place", async () => {
  const links = await registerAnswers.lookUpLinks?.("anything");
  const found = grouped(links ?? []);
  expect(found.flatMap((one) => one.links)).toHaveLength(9);
  expect(found.map((one) => GROUPS.indexOf(one.group))).toEqual(
    found.map((one) => GROUPS.indexOf(one.group)).sort((a, b) => a - b),
  );
});
