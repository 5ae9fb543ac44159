import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { ListRequest } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { anAccount, aRow, asked, recordHost, show } from "../../record/testing";
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
    accountFilters: async () => ({ platforms: [], statuses: [{ status: "hold", count: 8 }] }),
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
