import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
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
