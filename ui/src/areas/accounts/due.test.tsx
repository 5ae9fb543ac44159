import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { ListRequest } from "../../host";
import { flushAll } from "../../lib/flush";
import { currentRoute, type Route, resetRoute } from "../../lib/route";
import { anAccount, aRow, asked, recordHost, show } from "../../record/testing";
import { AccountsArea } from ".";
import { questionOf, readAccountsPlace, START } from "./usePlace";

afterEach(() => resetRoute());

const NOTHING_BY_ITSELF = /Nothing is erased by itself/;

function area(given: { due?: number; route?: Route; kept?: object } = {}) {
  const { due = 2 } = given;
  const places = new Map([["accounts", JSON.stringify(given.kept ?? {})]]);
  const host = recordHost({
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    listAccounts: async ({ scope, search, offset, limit }: ListRequest) => {
      const total = search !== "" ? 0 : scope === "due-for-erasure" ? due : 40;
      const length = Math.max(0, Math.min(limit, total - offset));
      return {
        rows: Array.from({ length }, (_, n) => aRow(offset + n)),
        total,
        groups: [],
        index: "ok",
        is_exact: true,
        mistakes: [],
        scan: null,
      };
    },
    accountFilters: async () => ({ platforms: [], statuses: [], warnings: [] }),
    accountTags: async () => [],
    account: async (id) => anAccount({ id }),
    scoring: async () => ({
      review_from: 10,
      priority_from: 16,
      come_with: [10, 16],
      no_action_days: 45,
      no_action_days_come_with: 90,
      is_level: true,
      categories: [],
    }),
  });
  resetRoute(given.route ?? { area: "accounts" });
  const mount = () => show(host, COMMANDS, <AccountsArea />);
  const view = mount();
  const lists = () => asked(host, "listAccounts").map(([request]) => request as ListRequest);
  return { host, places, view, mount, lists, user: userEvent.setup() };
}

const chip = () => screen.findByRole("button", { name: "Due for erasure" });

test("the_chip_turns_the_list_to_accounts_due_for_erasure_and_back", async () => {
  const { lists, user } = area();
  await screen.findByText(/^40 accounts/);
  expect(screen.queryByText(NOTHING_BY_ITSELF)).toBeNull();
  (await chip()).focus();
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/^2 accounts/)).toBeInTheDocument();
  expect(lists().at(-1)?.scope).toBe("due-for-erasure");
  expect(await chip()).toHaveAttribute("aria-pressed", "true");
  await user.keyboard("{Enter}");
  expect(await screen.findByText(/^40 accounts/)).toBeInTheDocument();
});

test("the_list_says_what_it_is_after_how_many_days_and_that_nothing_goes_by_itself", async () => {
  const { user } = area({ kept: { isDueForErasure: true } });
  const said = await screen.findByRole("note");
  expect(said).toHaveTextContent(/left without action for 45 days/);
  expect(said).toHaveTextContent(/out of the queue, and of searches and exports/);
  expect(said).toHaveTextContent(NOTHING_BY_ITSELF);
  await user.click(screen.getByRole("button", { name: "Change the days" }));
  expect(currentRoute()).toMatchObject({ area: "settings", tab: "no-action" });
});

test("the_chip_is_kept_like_the_other_filters", async () => {
  const { places, view, mount, user } = area();
  await user.click(await chip());
  await flushAll();
  expect(JSON.parse(places.get("accounts") ?? "")).toMatchObject({ isDueForErasure: true });
  view.unmount();
  mount();
  await waitFor(async () => expect(await chip()).toHaveAttribute("aria-pressed", "true"));
});

test("a_place_kept_before_there_was_the_chip_is_every_account", () => {
  const place = readAccountsPlace('{"search":"boat"}');
  expect(place.isDueForErasure).toBe(false);
  expect(questionOf(place, "o").scope).toBe("all");
  expect(questionOf({ ...START, isDueForErasure: true }, "o").scope).toBe("due-for-erasure");
});

test("none_due_is_said_in_words_with_the_way_back_to_every_account", async () => {
  const { user } = area({ due: 0, kept: { isDueForErasure: true } });
  expect(await screen.findByText("No account is due for erasure")).toBeInTheDocument();
  expect(screen.queryByText("No accounts yet")).toBeNull();
  expect(await screen.findByText(/comes here after 45 days/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Show all accounts" }));
  expect(await screen.findByText(/^40 accounts/)).toBeInTheDocument();
});

test("clearing_filters_stays_in_the_list_that_was_searched", async () => {
  const { lists, user } = area({ kept: { isDueForErasure: true, search: "boat" } });
  await user.click(await screen.findByRole("button", { name: "Clear filters" }));
  expect(await screen.findByText(/^2 accounts/)).toBeInTheDocument();
  expect(lists().at(-1)).toMatchObject({ scope: "due-for-erasure", search: "" });
});

test("the_way_from_today_shows_every_account_due_whatever_was_searched_before", async () => {
  const route: Route = { area: "accounts", tab: "due-for-erasure" };
  const { lists } = area({ route, kept: { search: "boat", isMine: true } });
  expect(await screen.findByText(/^2 accounts/)).toBeInTheDocument();
  expect(lists().at(-1)).toMatchObject({
    scope: "due-for-erasure",
    search: "",
    assigned: null,
  });
  expect(currentRoute()).toEqual({ area: "accounts" });
});

test("an_account_opened_from_today_stands_in_the_list_due_for_erasure", async () => {
  const { lists } = area({
    route: { area: "accounts", id: "account-1", tab: "due-for-erasure" },
  });
  await waitFor(() => expect(screen.getByTestId("missing")).toHaveTextContent(/ 2 of 2$/));
  expect(lists().at(-1)?.scope).toBe("due-for-erasure");
  expect(currentRoute()).toEqual({ area: "accounts", id: "account-1" });
  expect(screen.getByText(NOTHING_BY_ITSELF)).toBeInTheDocument();
});
