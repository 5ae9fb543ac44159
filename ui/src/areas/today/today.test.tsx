import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { HostProvider, type TodayView } from "../../host";
import { fakeHost } from "../../host/fake";
import { currentRoute, resetRoute } from "../../lib/route";
import { sample } from "../../preview/sample";
import { TodayArea } from ".";

afterEach(() => resetRoute());

function show(today?: TodayView): void {
  const host = fakeHost(today ? { ...sample, today: async () => today } : sample);
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <TodayArea />
      </QueryClientProvider>
    </HostProvider>,
  );
}

test("every_line_of_today_opens_what_it_is_about", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByText("channel_route_safe"));
  expect(currentRoute().area).toBe("review");
  expect(currentRoute().id).toMatch(/0001$/);
});

test("a_referral_on_today_opens_in_drafts", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByText("R-031 TikTok · 4 accounts"));
  expect(currentRoute()).toMatchObject({ area: "drafts", id: expect.stringMatching(/0001$/) });
});

test("nothing_waiting_is_said_calmly", async () => {
  show({ sections: [], assessed_today: 118, to_review: 0 });
  expect(await screen.findByText("Nothing waits for you")).toBeInTheDocument();
});

test("a_section_that_holds_more_than_it_shows_says_how_many", async () => {
  show();
  expect(await screen.findByText(/and 61 more/)).toBeInTheDocument();
});

function due(total: number): TodayView {
  const one = {
    label: "@made_up_7",
    why: "No action, and its time has run",
    due: null,
    is_overdue: false,
    account: "account-7",
    referral: null,
    platform: "tiktok",
    act: null,
    promise: null,
    handover: null,
  };
  const section = { key: "erasure", title: "Due for erasure", total, items: [one] };
  return { sections: [section], assessed_today: 0, to_review: 0 };
}

test.each([1, 4])("of_%i_accounts_due_for_erasure_the_list_is_a_press_away", async (total) => {
  const user = userEvent.setup();
  show(due(total));
  await user.click(await screen.findByRole("button", { name: "Show all" }));
  expect(currentRoute()).toEqual({ area: "accounts", tab: "due-for-erasure" });
});

test("a_section_that_shows_all_it_holds_names_no_rest", async () => {
  show(due(1));
  await screen.findByRole("button", { name: "Show all" });
  expect(screen.queryByText(/more/)).toBeNull();
});

test("an_account_due_for_erasure_opens_in_its_list_and_not_in_the_queue", async () => {
  const user = userEvent.setup();
  show(due(1));
  await user.click(await screen.findByText("@made_up_7"));
  expect(currentRoute()).toEqual({ area: "accounts", id: "account-7", tab: "due-for-erasure" });
});

test("a_safeguarding_act_says_whom_it_waits_for_and_takes_the_answer_here", async () => {
  const user = userEvent.setup();
  const answered: unknown[] = [];
  const host = fakeHost({
    ...sample,
    readPlace: async () => null,
    savePlace: async () => null,
    accountOpened: async () => null,
    answerAction: async (request) => {
      answered.push(request);
      throw { code: "invalid", message: "Not now.", rule: null, missing: [], incident: "" };
    },
  });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <TodayArea />
      </QueryClientProvider>
    </HostProvider>,
  );
  const section = within(await screen.findByRole("region", { name: /Safeguarding/ }));
  expect(section.getByText(/Life at sea, now/)).toBeInTheDocument();
  expect(section.getByText("HM Coastguard")).toBeInTheDocument();
  await user.click(section.getByRole("button", { name: /Enter the answer of/ }));
  await user.type(await screen.findByRole("textbox", { name: "What they answered" }), "Found");
  await user.click(screen.getByRole("button", { name: "Enter the answer" }));
  expect(answered).toEqual([
    { action: "0190a000-0000-7000-8009-000000000001", answer: "Found", at: null },
  ]);
});
