import { cleanup, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { NetworkView } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { aRow, asked as askedOf, recordHost, show } from "../../record/testing";
import { NetworksArea } from ".";
import { readNetworksPlace } from "./usePlace";

function aNetwork(n: number, size: number): NetworkView {
  const accounts = Array.from({ length: size }, (_, k) => aRow(n * 1_000 + k));
  return {
    head: `head-${n}`,
    label: `@head_${n}`,
    is_named: false,
    said: [],
    removed: 0,
    first_seen: null,
    last_seen: null,
    lives: 1,
    timeline: [],
    size,
    to_review: 1,
    platforms: [["tiktok", size]],
    reasons: [
      ["phone", 2],
      ["text", 1],
    ],
    accounts,
    values: [{ kind: "phone", value: "+447700900417", accounts: accounts.map((row) => row.id) }],
  };
}

function area(networks: () => Promise<NetworkView[]>, kept: string | null = null) {
  resetRoute({ area: "networks" });
  const host = recordHost({ readPlace: async (key) => (key === "networks" ? kept : null) });
  const asked = vi.fn(networks);
  Object.assign(host.commands, { networks: asked, cancel: async () => null });
  show(host, COMMANDS, <NetworksArea />, { current: null });
  return { asked, host, user: userEvent.setup() };
}

test("networks_say_what_their_accounts_share_and_open_into_them", async () => {
  const { user } = area(async () => [aNetwork(1, 3), aNetwork(2, 2)]);
  const list = await screen.findByRole("list", { name: /^Networks/ });
  const [first, second] = within(list).getAllByRole("button");
  expect(first).toHaveTextContent("share 2 numbers, a text");
  expect(first).toHaveAttribute("aria-pressed", "true");
  expect(screen.getByRole("region", { name: /of @head_1/ })).toBeInTheDocument();
  await user.click(second as HTMLElement);
  const members = screen.getByRole("region", { name: /of @head_2/ });
  const rows = within(within(members).getByRole("table")).getAllByRole("button");
  expect(rows).toHaveLength(2);
  await user.click(rows[0] as HTMLElement);
  expect(currentRoute()).toMatchObject({ area: "review", id: "account-2000" });
});

test("a_large_network_is_not_drawn_whole_at_once", async () => {
  const { user } = area(async () => [aNetwork(1, 250)]);
  const members = await screen.findByRole("region", { name: /of @head_1/ });
  expect(within(members).getAllByRole("row")).toHaveLength(101);
  await user.click(within(members).getByRole("button", { name: "and 150 more" }));
  expect(within(members).getAllByRole("row")).toHaveLength(201);
});

test("no_network_is_said_in_words_and_is_looked_for_again_on_request", async () => {
  const { asked, user } = area(async () => []);
  await screen.findByText("No networks");
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(asked).toHaveBeenCalledTimes(2);
});

test("a_look_that_was_stopped_says_so_and_can_be_begun_again", async () => {
  const { user, asked } = area(async () => {
    throw Object.assign(new Error("stopped"), { code: "cancelled", message: "", incident: null });
  });
  await screen.findByText(/was stopped/);
  await user.click(screen.getByRole("button", { name: "Look again" }));
  expect(asked).toHaveBeenCalledTimes(2);
});

/** Accounts 0 and 1 share a number, 1 and 2 a text. */
function twoKinds(): NetworkView {
  const network = aNetwork(1, 3);
  const [a = "", b = "", c = ""] = network.accounts.map(({ id }) => id);
  network.values = [
    { kind: "phone", value: "+447700900417", accounts: [a, b] },
    { kind: "text", value: "", accounts: [b, c] },
  ];
  return network;
}

test("the_table_comes_first_and_tells_what_every_account_shares", async () => {
  area(async () => [twoKinds()]);
  const table = await screen.findByRole("table", { name: /what each shares/ });
  const [, first, second, third] = within(table).getAllByRole("row");
  expect(first).toHaveTextContent(/number \+447700900417$/);
  expect(second).toHaveTextContent(/number \+447700900417, text$/);
  expect(third).toHaveTextContent(/New.*text$/);
  expect(screen.getByRole("radio", { name: "Table" })).toBeChecked();
});

test("a_kind_that_is_left_out_takes_accounts_with_it_that_share_nothing_else", async () => {
  const { user } = area(async () => [twoKinds()]);
  const chip = await screen.findByRole("button", { name: /^Numbers/ });
  expect(chip).toHaveAttribute("aria-pressed", "true");
  await user.click(chip);
  const rows = within(screen.getByRole("table")).getAllByRole("row");
  expect(rows).toHaveLength(3);
  expect(screen.queryByText("+447700900417")).not.toBeInTheDocument();
  expect(
    within(screen.getByRole("region", { name: /of @head_1/ })).getByRole("status"),
  ).toHaveTextContent("2 of 3 accounts share what is shown");
  await user.click(screen.getByRole("button", { name: /^Texts/ }));
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
  expect(
    within(screen.getByRole("region", { name: /of @head_1/ })).getByRole("status"),
  ).toHaveTextContent(/Turn a kind on again/);
});

test("a_graph_that_was_chosen_before_is_kept_and_leaving_it_is_kept_too", async () => {
  const { user, host } = area(async () => [twoKinds()], JSON.stringify({ show: "graph" }));
  const table = await screen.findByRole("radio", { name: "Table" });
  expect(screen.getByRole("radio", { name: "Graph" })).toBeChecked();
  expect(screen.queryByRole("table")).not.toBeInTheDocument();
  await user.click(table);
  expect(screen.getByRole("table")).toBeInTheDocument();
  cleanup();
  await waitFor(() =>
    expect(askedOf(host, "savePlace").at(-1)).toEqual([
      "networks",
      JSON.stringify({ show: "table" }),
    ]),
  );
});

test.each([null, "", "3", "{}", '{"show":"wheel"}', "not json"])(
  "what_does_not_read_as_a_place_is_the_table: %s",
  (kept) => expect(readNetworksPlace(kept)).toEqual({ show: "table" }),
);
