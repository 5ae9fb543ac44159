import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { BulkRequest, CopyCellsRequest, ExportRequest, ListRequest } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { anAccount, aRow, asked, recordHost, session, show } from "../../record/testing";
import { AccountsArea } from ".";
import { readAccountsPlace, START } from "./usePlace";

function area() {
  const host = recordHost({
    listAccounts: async ({ offset, limit }: ListRequest) => ({
      rows: Array.from({ length: Math.min(limit, 12_480 - offset) }, (_, n) => aRow(offset + n)),
      total: 12_480,
      groups: [],
      index: "ok",
      is_exact: true,
      mistakes: [],
      scan: null,
    }),
    accountFilters: async () => ({
      platforms: [],
      statuses: [{ status: "hold", count: 8 }],
      warnings: [],
    }),
    accountTags: async () => [{ tag: "Kent", count: 3 }],
    officers: async () => [session.officer],
    copyCells: async ({ list }: CopyCellsRequest) => list.limit,
    bulkAccounts: async () => ({
      set: "set-1",
      asked: 12_480,
      done: 12_470,
      left: [{ reason: "sent", words: "in a referral that was sent", count: 10 }],
    }),
    undo: async () => ({ removed: 12_469, restored: 0, kept: 1 }),
    choose: async () => [{ token: "place-1", name: "out.csv", size: "0" }],
    exportCsv: async () => ({
      kept_apart: 0,
      left_out: 0,
      ungraded: 0,
      rows: 12_480,
      sha256: "aa",
      entry: 7,
      file_name: "out.csv",
    }),
    account: async (id) => anAccount({ id, label: `@made_up_${id.slice(8)}` }),
  });
  resetRoute({ area: "accounts" });
  show(host, COMMANDS, <AccountsArea />);
  return { host, user: userEvent.setup() };
}

const lastList = (host: ReturnType<typeof recordHost>) =>
  asked(host, "listAccounts").at(-1)?.[0] as ListRequest;

test("every_account_is_in_the_table_and_a_screenful_in_the_page", async () => {
  area();
  expect(await screen.findByText("@made_up_0")).toBeInTheDocument();
  expect(screen.getByText(/12,480 accounts/)).toBeInTheDocument();
  expect(screen.getAllByRole("row").length).toBeLessThan(60);
});

test("moving_in_the_table_opens_nothing_and_enter_opens_the_account", async () => {
  const { host } = area();
  await screen.findByText("@made_up_0");
  const grid = screen.getByRole("grid");
  act(() => grid.focus());
  fireEvent.keyDown(grid, { key: "ArrowDown" });
  expect(currentRoute().id).toBeUndefined();
  fireEvent.keyDown(grid, { key: "Enter" });
  await waitFor(() => expect(currentRoute().id).toBe("account-1"));
  expect(await screen.findByRole("heading", { level: 1, name: /@made_up_1/ })).toBeInTheDocument();
  expect(asked(host, "accountOpened").flat()).not.toContain("account-0");
});

test("a_status_filter_is_asked_of_the_core_and_kept", async () => {
  const { host, user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("button", { name: /^Status/ }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: /Held/ }));
  await waitFor(() => expect(lastList(host).statuses).toEqual(["hold"]));
});

test("a_place_that_does_not_read_as_one_is_the_start", () => {
  expect(readAccountsPlace("{")).toEqual(START);
  expect(readAccountsPlace(null)).toEqual(START);
  expect(readAccountsPlace('{"order":"handle"}')).toEqual({ ...START, order: "handle" });
});

test("a_heading_orders_the_list_and_a_second_press_turns_it_round", async () => {
  const { host, user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("columnheader", { name: /^Status/ }));
  await waitFor(() =>
    expect(lastList(host)).toMatchObject({ order: "status", is_descending: false }),
  );
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("columnheader", { name: /^Status/ }));
  await waitFor(() =>
    expect(lastList(host)).toMatchObject({ order: "status", is_descending: true }),
  );
});

test("copied_cells_are_the_chosen_rows_and_columns_of_the_view", async () => {
  const { host } = area();
  await screen.findByText("@made_up_0");
  const grid = screen.getByRole("grid");
  act(() => grid.focus());
  for (const key of ["ArrowDown", "ArrowRight"]) fireEvent.keyDown(grid, { key, shiftKey: true });
  fireEvent.keyDown(grid, { key: "c", code: "KeyC", ctrlKey: true });
  expect(await screen.findByText(/2 rows copied/)).toBeInTheDocument();
  const [request] = asked(host, "copyCells").at(-1) as [CopyCellsRequest];
  expect(request.list).toMatchObject({ offset: 0, limit: 2 });
  expect(request.columns).toEqual(["breakwater_label", "breakwater_status"]);
});

test("no_action_on_the_whole_view_asks_for_a_reason_and_says_what_was_left", async () => {
  const { host, user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("checkbox", { name: "Tick all in this view" }));
  expect(screen.getByText("12,480 of 12,480 accounts ticked")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "No action" }));
  const act = screen.getByRole("button", { name: "Decide no action on 12,480 accounts" });
  expect(act).toBeDisabled();
  await user.click(screen.getByRole("button", { name: /Why no action/ }));
  await user.click(await screen.findByRole("option", { name: /News/ }));
  await user.click(screen.getByRole("button", { name: "Decide no action on 12,480 accounts" }));
  expect(await screen.findByText(/10 left: in a referral that was sent/)).toBeInTheDocument();
  const [request] = asked(host, "bulkAccounts").at(-1) as [BulkRequest];
  expect(request).toMatchObject({ accounts: [], act: { kind: "no-action", reason: "news" } });
  await user.click(screen.getByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(asked(host, "undo")).toEqual([["set-1"]]));
});

test("nothing_in_bulk_refers_or_says_that_someone_is_in_danger", async () => {
  const { user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("checkbox", { name: "Tick all in this view" }));
  const bar = screen.getByRole("group", { name: "Ticked accounts" });
  for (const button of within(bar).getAllByRole("button")) {
    expect(button).not.toHaveAccessibleName(/refer|safeguard/i);
  }
});

test("an_exported_view_has_its_columns_in_order_and_says_what_officers_did_leaves", async () => {
  const { host, user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("button", { name: "Export this view" }));
  expect(screen.getByText(/officers’ numbers leave the case/)).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: /Who receives it/ }), "Colleague");
  await user.type(screen.getByRole("textbox", { name: /What for/ }), "Comparison");
  await user.click(screen.getByRole("button", { name: "Choose where and export" }));
  expect(await screen.findByText(/entry 7 of the sharing log/)).toBeInTheDocument();
  const [request] = asked(host, "exportCsv").at(-1) as [ExportRequest];
  expect(request.columns.slice(0, 3)).toEqual([
    "breakwater_marking",
    "breakwater_label",
    "breakwater_status",
  ]);
  expect(request.columns).toContain("breakwater_assignee");
});

test("my_accounts_and_tags_narrow_the_view", async () => {
  const { host, user } = area();
  await screen.findByText("@made_up_0");
  await user.click(screen.getByRole("button", { name: "Assigned to me" }));
  await waitFor(() => expect(lastList(host).assigned).toBe("officer-1"));
  await user.click(screen.getByRole("button", { name: /^Tags/ }));
  await user.click(await screen.findByRole("menuitemcheckbox", { name: /Kent/ }));
  await waitFor(() => expect(lastList(host).tags).toEqual(["Kent"]));
});
