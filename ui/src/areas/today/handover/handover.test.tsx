import { configure, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { HandoverRow, HandoverView } from "../../../host";
import { currentRoute, go, resetRoute } from "../../../lib/route";
import { asked, recordHost, show } from "../../../record/testing";
import { TodayArea } from "..";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const row: HandoverRow = {
  id: "h1",
  number: 4,
  by: "First officer, 4417",
  at: "2026-11-28T17:00:00Z",
  waiting: 3,
  promises: 1,
  is_signed: true,
  accepted_by: null,
  accepted_at: null,
  is_accepted: false,
  can_accept: true,
};

function view(part: Partial<HandoverRow> = {}): HandoverView {
  return {
    row: { ...row, ...part },
    sha256: "ab".repeat(32),
    page: {
      form: 1,
      case: "c1",
      number: 4,
      marking: "OFFICIAL-SENSITIVE",
      by: { id: "o1", name: "First officer", number: "4417" },
      at: row.at,
      note: "Mind the two re-checks.",
      to_review: 12,
      sections: [
        {
          key: "rechecks",
          title: "Re-checks due",
          total: 3,
          items: [
            {
              label: "@made_up_1",
              why: "it was still there",
              due: "2026-11-27T09:00:00Z",
              is_overdue: true,
              account: "a1",
              referral: null,
            },
          ],
        },
        { key: "second-review", title: "Second review", total: 2, items: [] },
      ],
      promises: [
        {
          id: "p1",
          account: "a1",
          label: "@made_up_1",
          platform: "tiktok",
          on: { on: "referral", referral: "r1" },
          who: "Trust team",
          what: "an answer",
          due: "2026-12-01T23:59:59Z",
          is_overdue: false,
          ended: null,
          officer: "4417",
          at: row.at,
        },
      ],
    },
  };
}

function open(part: Partial<HandoverRow> = {}) {
  let held = view(part);
  const host = recordHost({
    handovers: async () => [held.row],
    readHandover: async () => held,
    acceptHandover: async () => {
      held = view({ accepted_by: "Second officer, 4418", is_accepted: true, can_accept: false });
      return held;
    },
    handOver: async () => view({ can_accept: false }),
  });
  go({ area: "today", tab: "handovers" });
  show(host, [], <TodayArea />);
  return { host, user: userEvent.setup() };
}

test("the_page_says_what_waited_what_was_promised_and_what_it_does_not_list", async () => {
  open();
  expect(await screen.findByText("Mind the two re-checks.")).toBeInTheDocument();
  expect(screen.getByText("it was still there")).toBeInTheDocument();
  expect(screen.getByText(/and 2 more in the case/)).toBeInTheDocument();
  expect(screen.getByText(/2, for the eyes of whoever gave it alone/)).toBeInTheDocument();
  expect(screen.getByText("an answer")).toBeInTheDocument();
});

test("taking_over_is_asked_once_more_and_then_stands_under_both_names", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: "Take it over" }));
  expect(asked(host, "acceptHandover")).toEqual([]);
  const dialog = await screen.findByRole("alertdialog");
  const buttons = await screen.findAllByRole("button", { name: "Take it over" });
  await user.click(buttons.find((button) => dialog.contains(button)) ?? dialog);
  await waitFor(() => expect(asked(host, "acceptHandover")).toEqual([["h1"]]));
  expect((await screen.findAllByText(/Second officer, 4418/)).length).toBeGreaterThan(0);
});

test("whoever_gave_it_is_offered_no_taking_over", async () => {
  open({ can_accept: false });
  expect(await screen.findByText(/You gave it/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Take it over" })).toBeNull();
});

test("handing_over_signs_only_by_its_button_and_opens_the_page", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: "Hand over…" }));
  await user.type(await screen.findByRole("textbox", { name: /Words to the next/ }), "Quiet.");
  expect(asked(host, "handOver")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Sign and hand over" }));
  await waitFor(() => expect(asked(host, "handOver")).toEqual([["Quiet."]]));
  expect(currentRoute()).toEqual({ area: "today", tab: "handovers", id: "h1" });
});
