import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { NetworkView } from "../../host";
import { resetRoute } from "../../lib/route";
import { aRow, recordHost, show } from "../../record/testing";
import { NetworksArea } from ".";

function aNetwork(n: number, size: number): NetworkView {
  const accounts = Array.from({ length: size }, (_, k) => aRow(n * 1_000 + k));
  return {
    head: `head-${n}`,
    label: `@head_${n}`,
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

function area(networks: () => Promise<NetworkView[]>) {
  resetRoute({ area: "networks" });
  const host = recordHost();
  const asked = vi.fn(networks);
  Object.assign(host.commands, { networks: asked, cancel: async () => null });
  show(host, COMMANDS, <NetworksArea />, { current: null });
  return { asked, user: userEvent.setup() };
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
  expect(within(members).getAllByRole("button")).toHaveLength(2);
});

test("a_large_network_is_not_drawn_whole_at_once", async () => {
  const { user } = area(async () => [aNetwork(1, 250)]);
  const members = await screen.findByRole("region", { name: /of @head_1/ });
  expect(within(members).getAllByRole("listitem")).toHaveLength(100);
  await user.click(within(members).getByRole("button", { name: "and 150 more" }));
  expect(within(members).getAllByRole("listitem")).toHaveLength(200);
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
