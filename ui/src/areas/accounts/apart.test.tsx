import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { ListRequest } from "../../host";
import { flushAll } from "../../lib/flush";
import { resetRoute } from "../../lib/route";
import { aRow, asked, recordHost, show } from "../../record/testing";
import { AccountsArea } from ".";
import { questionOf, readAccountsPlace, START } from "./usePlace";

afterEach(() => resetRoute());

function area(apart = 2) {
  const places = new Map<string, string>();
  const host = recordHost({
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    listAccounts: async ({ scope, offset, limit }: ListRequest) => {
      const total = scope === "kept-apart" ? apart : 40;
      const length = Math.max(0, Math.min(limit, total - offset));
      return {
        rows: Array.from({ length }, (_, n) => aRow(offset + n, { role: "victim" })),
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
    openKeptApart: async () => null,
    shutKeptApart: async () => null,
    exportAhead: async () => ({ accounts: 0, kept_apart: apart, ungraded: 0 }),
  });
  resetRoute({ area: "accounts" });
  const view = show(host, COMMANDS, <AccountsArea />);
  const scopes = () =>
    asked(host, "listAccounts").map(([request]) => (request as ListRequest).scope);
  return { host, places, view, scopes, user: userEvent.setup() };
}

const chip = () => screen.findByRole("button", { name: "Victims, children, third parties" });

test("no_row_of_those_kept_apart_is_asked_for_before_a_purpose_is_given", async () => {
  const { host, scopes, user } = area();
  await user.click(await chip());
  const purpose = await screen.findByRole("textbox", { name: /Purpose/ });
  expect(screen.getByRole("button", { name: "Open the list" })).toBeDisabled();
  expect(scopes()).not.toContain("kept-apart");
  await user.type(purpose, " Family asked {Enter}");
  expect(await screen.findByText(/^2 accounts/)).toBeInTheDocument();
  expect(asked(host, "openKeptApart")).toEqual([["Family asked"]]);
  expect(scopes().at(-1)).toBe("kept-apart");
  expect(screen.getByRole("note")).toHaveTextContent(/is in the audit log/);
});

test("another_list_shuts_it_and_the_next_opening_asks_again", async () => {
  const { host, user } = area();
  await user.click(await chip());
  await user.type(await screen.findByRole("textbox", { name: /Purpose/ }), "x{Enter}");
  await screen.findByText(/^2 accounts/);
  await user.click(await chip());
  await waitFor(() => expect(asked(host, "shutKeptApart")).toHaveLength(1));
  expect(await screen.findByText(/^40 accounts/)).toBeInTheDocument();
  await user.click(await chip());
  expect(await screen.findByRole("button", { name: "Open the list" })).toBeDisabled();
});

test("leaving_the_area_shuts_it", async () => {
  const { host, view, user } = area();
  await user.click(await chip());
  await user.type(await screen.findByRole("textbox", { name: /Purpose/ }), "x{Enter}");
  await screen.findByText(/^2 accounts/);
  view.unmount();
  await waitFor(() => expect(asked(host, "shutKeptApart")).toHaveLength(1));
});

test("the_list_is_never_kept_as_a_place", async () => {
  const { places, user } = area();
  await user.click(await chip());
  await screen.findByRole("button", { name: "Open the list" });
  await flushAll();
  expect(readAccountsPlace(places.get("accounts") ?? null).isKeptApart).toBe(false);
  expect(questionOf({ ...START, isKeptApart: true }, "o").scope).toBe("kept-apart");
});

test("nobody_kept_apart_is_said_in_words", async () => {
  const { user } = area(0);
  await user.click(await chip());
  await user.type(await screen.findByRole("textbox", { name: /Purpose/ }), "x{Enter}");
  expect(await screen.findByText("Nobody is kept apart")).toBeInTheDocument();
});
