import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { MergedView } from "../../host";
import { anAccount, aRow, lines, recordHost, show } from "../testing";
import { MergeDialog } from "./MergeDialog";
import { MergedTab } from "./MergedTab";

const merged: MergedView = {
  id: "merge-1",
  account: "account-9",
  label: "@made_up_9",
  reason: "Renamed between two lists.",
  officer: "Ottoline B",
  at: "2026-11-27T10:00:00Z",
  fields: [{ field: "bio", own: "here", merged: "there" }],
  aliases: [
    {
      handle: "made_up_9",
      platform_id: null,
      url: null,
      first_seen: { at: "2026-09-01T00:00:00Z", precision: "day", raw: null, zone: null },
      last_seen: { at: "2026-09-01T00:00:00Z", precision: "day", raw: null, zone: null },
      source: "weekly list",
    },
  ],
  posts: [],
  translations: [],
  exhibits: [],
  assessments: [],
  actions: [],
  notes: [{ id: "note-1", text: "seen twice", officer: "4417", at: "2026-11-27T10:00:00Z" }],
  history: [],
};

test("a_merged_record_stands_under_its_own_heading_and_its_fields_are_taken_over_one_by_one", async () => {
  const account = anAccount({ merged: [merged] });
  const host = recordHost();
  const chooseMergedField = vi.fn(async () => "set-1");
  const takeBackMerge = vi.fn(async () => "set-2");
  Object.assign(host.commands, { chooseMergedField, takeBackMerge });
  show(host, COMMANDS, <MergedTab account={account} lines={lines} />, { current: account.id });
  const user = userEvent.setup();
  const section = screen.getByRole("region", { name: "From the merged record @made_up_9" });
  expect(section).toHaveTextContent(/Renamed between two lists.*merged by Ottoline B/);
  expect(section).toHaveTextContent(/seen twice/);
  const row = within(section).getByRole("row", { name: /^Profile text/ });
  expect(row).toHaveTextContent(/here.*there/);
  await user.click(within(row).getByRole("button", { name: "Take over: Profile text" }));
  expect(chooseMergedField).toHaveBeenCalledWith(account.id, "merge-1", "bio");
  await user.click(screen.getByRole("button", { name: /^Take back the merge/ }));
  const ask = await screen.findByRole("alertdialog");
  await user.type(within(ask).getByRole("textbox"), "They are two");
  await user.click(within(ask).getByRole("button", { name: /^Take the merge back/ }));
  expect(takeBackMerge).toHaveBeenCalledWith("merge-1", "They are two");
});

test("a_record_is_found_by_what_is_typed_and_merged_with_a_reason", async () => {
  const account = anAccount();
  const found = aRow(7, { platform: account.platform });
  const host = recordHost({
    accountLinks: async () => ({ links: [], total: 0, shared: [], why_none: null, chain: [] }),
  });
  const listAccounts = vi.fn(async () => ({ rows: [found] }));
  const mergeAccounts = vi.fn(async () => ({ id: "merge-2", set: "set-3" }));
  Object.assign(host.commands, { listAccounts, mergeAccounts });
  const onClose = vi.fn();
  show(host, COMMANDS, <MergeDialog account={account} onClose={onClose} />, {
    current: account.id,
  });
  const user = userEvent.setup();
  expect(await screen.findByText(/No record of the platform shares anything/)).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: /^Find it/ }), "made_up_7");
  await user.click(await screen.findByRole("radio", { name: /made_up_7/ }));
  const merge = screen.getByRole("button", { name: /^Merge/ });
  expect(merge).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: /^Reason/ }), "Renamed");
  await user.click(merge);
  expect(mergeAccounts).toHaveBeenCalledWith({
    into: account.id,
    account: "account-7",
    reason: "Renamed",
  });
  await waitFor(() => expect(onClose).toHaveBeenCalled());
});
