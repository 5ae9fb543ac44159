import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { LinkedView, LinksView } from "../../host";
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
  const user = shown({ links: [two, aLink(3)], total: 2, shared: [] }, "section");
  await screen.findByText("same number, same text");
  expect(screen.getByText("2, not yet assessed 2")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /^Open @made_up_3/ }));
  expect(currentRoute()).toMatchObject({ area: "accounts", id: "account-3" });
  resetRoute();
});

test("beside_an_account_a_few_links_are_shown_and_the_rest_is_counted", async () => {
  const links = Array.from({ length: 6 }, (_, n) => aLink(n + 2));
  shown({ links, total: 9, shared: [] }, "section");
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
  shown({ links: [two], total: 1, shared: [shared] }, "tab");
  expect(await screen.findByText("+447700900417")).toBeInTheDocument();
  expect(screen.getByText(/two kinds of reasons/)).toBeInTheDocument();
  expect(screen.getByText(/on 215 accounts; stands on the register/)).toBeInTheDocument();
});

test("no_link_is_said_in_words", async () => {
  shown({ links: [], total: 0, shared: [] }, "section");
  expect(await screen.findByText(/shares no number/)).toBeInTheDocument();
});
