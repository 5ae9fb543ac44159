import { configure, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { SupervisionView } from "../../../host";
import { currentRoute, go, resetRoute } from "../../../lib/route";
import { asked, recordHost, show } from "../../../record/testing";
import { TodayArea } from "..";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const none = { count: 0, oldest: null };
const standing: SupervisionView = {
  as_at: "2026-11-28T10:00:00Z",
  since: "2026-10-29T10:00:00Z",
  to_review: { count: 214, oldest: "2026-11-20T08:00:00Z" },
  unassigned: { count: 61, oldest: "2026-11-21T08:00:00Z" },
  safeguarding: none,
  to_approve: none,
  approved: none,
  sent: none,
  rechecks: 5,
  rechecks_overdue: 2,
  promises_overdue: 1,
  returned: [
    {
      referral: "r1",
      label: "R-001 · Two accounts",
      platform: "tiktok",
      reason: "The summary names a person.",
      at: "2026-11-27T08:00:00Z",
      state: "draft",
    },
  ],
  second_review: {
    agreement: { n: 12, agreed: 10, share: 10 / 12, is_small: true },
    not_blind: 0,
    to_settle: 1,
    refer_share: 10,
    no_action_share: 5,
  },
  reversed: [],
  can_ask_by_person: false,
};

function open(part: Partial<SupervisionView> = {}) {
  const host = recordHost({
    supervision: async () => ({ ...standing, ...part }),
    workloadByPerson: async () => [
      {
        officer: "o1",
        name: "First officer",
        number: "4417",
        assigned: 9,
        assessed: 118,
        drafts: 1,
        submitted: 4,
        approved: 3,
      },
    ],
  });
  go({ area: "today", tab: "team" });
  show(host, [], <TodayArea />);
  return { host, user: userEvent.setup() };
}

test("the_team_is_told_how_old_what_waits_is_and_every_line_opens_its_rows", async () => {
  const { user } = open();
  const table = within(await screen.findByRole("table", { name: "What waits" }));
  expect(table.getByText("214")).toBeInTheDocument();
  expect(table.getByText("2 overdue")).toBeInTheDocument();
  expect(screen.getByText("The summary names a person.")).toBeInTheDocument();
  await user.click(table.getByRole("button", { name: "Re-checks due" }));
  expect(currentRoute()).toEqual({ area: "rechecks" });
});

test("nobody_but_a_supervisor_is_offered_who_has_how_much", async () => {
  const { host } = open();
  expect(await screen.findByText(/A supervisor may ask for it/)).toBeInTheDocument();
  expect(screen.queryByText("First officer")).toBeNull();
  expect(asked(host, "workloadByPerson")).toEqual([]);
});

test("a_supervisor_asks_who_has_how_much_with_a_reason_and_not_without", async () => {
  const { host, user } = open({ can_ask_by_person: true });
  const ask = await screen.findByRole("button", { name: /Show it/ });
  expect(ask).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Why it is asked" }), "Holiday cover");
  await user.click(ask);
  await waitFor(() =>
    expect(asked(host, "workloadByPerson")).toEqual([[{ reason: "Holiday cover" }]]),
  );
  expect(await screen.findByText("First officer")).toBeInTheDocument();
  expect(screen.getByText("118")).toBeInTheDocument();
});
