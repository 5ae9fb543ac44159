import { act, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { LifeView, LinkedView, LinksView } from "../../host";
import { currentRoute, go, resetRoute } from "../../lib/route";
import { anAccount, aRow, recordHost, show } from "../testing";
import { LinkedSection } from "./LinkedSection";
import { LinksTab } from "./LinksTab";

function aLink(n: number, change: Partial<LinkedView> = {}): LinkedView {
  return {
    account: aRow(n),
    reasons: [{ kind: "phone", said: "same number", value: "+447700900417" }],
    is_network: false,
    said: [],
    succession: null,
    ...change,
  };
}

function shown(view: LinksView, what: "section" | "tab") {
  const account = anAccount();
  const host = recordHost({ accountLinks: async () => view });
  show(
    host,
    COMMANDS,
    what === "tab" ? <LinksTab account={account} /> : <LinkedSection account={account} />,
    { current: account.id },
  );
  return userEvent.setup();
}

const two = aLink(2, {
  is_network: true,
  reasons: [
    { kind: "phone", said: "same number", value: "+447700900417" },
    { kind: "text", said: "same text", value: "" },
  ],
});

test("a_linked_account_says_why_and_opens_where_the_officer_is", async () => {
  act(() => go({ area: "accounts", id: "account-1" }));
  const user = shown(
    { links: [two, aLink(3)], total: 2, shared: [], why_none: null, chain: [] },
    "section",
  );
  await screen.findByText("same number, same text");
  expect(screen.getByText("2, not yet assessed 2")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /^Open @made_up_3/ }));
  expect(currentRoute()).toMatchObject({ area: "accounts", id: "account-3" });
  resetRoute();
});

test("beside_an_account_a_few_links_are_shown_and_the_rest_is_counted", async () => {
  const links = Array.from({ length: 6 }, (_, n) => aLink(n + 2));
  shown({ links, total: 9, shared: [], why_none: null, chain: [] }, "section");
  await waitFor(() => expect(screen.getAllByRole("button")).toHaveLength(4));
  expect(screen.getByText(/5 more/)).toBeInTheDocument();
});

test("the_tab_tells_every_value_and_what_is_shared_by_too_many", async () => {
  const shared = {
    kind: "phone" as const,
    value: "+447700900999",
    accounts: 215,
    why: "stands on the register of what never links",
  };
  shown({ links: [two], total: 1, shared: [shared], why_none: null, chain: [] }, "tab");
  expect(await screen.findByText("+447700900417")).toBeInTheDocument();
  expect(screen.getByText(/two kinds of reasons/)).toBeInTheDocument();
  expect(screen.getByText(/on 215 accounts; stands on the register/)).toBeInTheDocument();
});

test("a_proposed_successor_is_confirmed_and_the_lives_of_a_chain_are_told", async () => {
  const account = anAccount();
  const gone = aLink(2, {
    succession: {
      id: null,
      verdict: "proposed",
      is_after: true,
      gone: "2026-10-10T00:00:00Z",
      reason: null,
      officer: null,
      at: null,
    },
  });
  const life = (n: number, days: number | null): LifeView => ({
    account: `account-${n}`,
    label: `@made_up_${n}`,
    generation: n,
    first_seen: "2026-09-01T00:00:00Z",
    last_seen: null,
    referred: null,
    gone: days === null ? null : "2026-10-10T00:00:00Z",
    days,
    after: null,
  });
  const host = recordHost({
    accountLinks: async () => ({
      links: [gone],
      total: 1,
      shared: [],
      why_none: null,
      chain: [life(1, 39), life(2, null)],
    }),
  });
  const saySuccession = vi.fn(async () => ({ id: "succession-1", set: "set-1" }));
  Object.assign(host.commands, { saySuccession });
  show(host, COMMANDS, <LinksTab account={account} />, { current: account.id });
  const user = userEvent.setup();
  const table = await screen.findByRole("table", { name: "Lives of the account" });
  expect(table).toHaveTextContent(/1@made_up_1.*39 days2@made_up_2.*not known$/);
  expect(screen.getByText(/may be this account come back/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /^Confirm the succession/ }));
  const dialog = await screen.findByRole("dialog");
  await user.click(within(dialog).getByRole("button", { name: /^Confirm/ }));
  expect(saySuccession).toHaveBeenCalledWith({
    account: "account-2",
    predecessor: account.id,
    is_confirmed: true,
    reason: "",
  });
});

test("no_link_is_said_in_words", async () => {
  shown({ links: [], total: 0, shared: [], why_none: null, chain: [] }, "section");
  expect(await screen.findByText(/shares no number/)).toBeInTheDocument();
});
