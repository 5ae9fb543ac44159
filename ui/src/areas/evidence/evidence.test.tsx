import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { beforeEach, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { ExhibitListRequest } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { anExhibit, asked, recordHost, show } from "../../record/testing";
import { EvidenceArea } from ".";

beforeEach(() => {
  URL.createObjectURL = vi.fn(() => "blob:made-up");
  URL.revokeObjectURL = vi.fn();
});

function area(total = 3902) {
  const host = recordHost({
    listExhibits: async ({ offset, limit, search }: ExhibitListRequest) => {
      const count = search === "nothing" ? 0 : total;
      return {
        left_out: 0,
        rows: Array.from({ length: Math.max(0, Math.min(limit, count - offset)) }, (_, n) =>
          anExhibit({
            id: `exhibit-${offset + n}`,
            number: `4417/${offset + n}`,
            account: "account-9",
          }),
        ),
        total: count,
      };
    },
  });
  resetRoute({ area: "evidence" });
  show(host, COMMANDS, <EvidenceArea />);
  return { host, user: userEvent.setup() };
}

test("every_exhibit_is_listed_blurred_and_a_screenful_is_in_the_page", async () => {
  area();
  expect(await screen.findByText("3,902 exhibits")).toBeInTheDocument();
  await waitFor(() => expect(document.querySelector("img")).not.toBeNull());
  expect(document.querySelector("img[data-blurred=false]")).toBeNull();
  expect(screen.getAllByRole("row").length).toBeLessThan(40);
});

test("an_exhibit_leads_to_its_account", async () => {
  const { user } = area(1);
  await user.click(await screen.findByRole("button", { name: /^Open account/ }));
  expect(currentRoute()).toMatchObject({ area: "accounts", id: "account-9", tab: "evidence" });
});

test("a_search_that_finds_nothing_says_so_and_can_be_cleared", async () => {
  const { host, user } = area();
  await screen.findByText("3,902 exhibits");
  await user.type(screen.getByRole("searchbox"), "nothing");
  await screen.findByText("No exhibit fits the search", {}, { timeout: 8000 });
  await user.click(screen.getByRole("button", { name: "Clear the search" }));
  expect(await screen.findByText("3,902 exhibits")).toBeInTheDocument();
  expect(asked(host, "listExhibits").length).toBeGreaterThan(1);
});
