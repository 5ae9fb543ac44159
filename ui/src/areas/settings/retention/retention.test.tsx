import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { Commands, ErasureRow, RetentionView } from "../../../host";
import { asked, recordHost, session, show } from "../../../record/testing";
import { RetentionTab } from "./RetentionTab";

const ROW: ErasureRow = {
  id: "e1",
  account: "a1",
  label: "@slate.quay",
  platform: "tiktok",
  ground: "request",
  reason: "Asked for in writing",
  state: "proposed",
  by: "Ottoline B, 4417",
  at: "2026-11-23T09:00:00Z",
  is_signed: true,
  stands: [],
  can_confirm: true,
  certificate: null,
  confirmed_by: null,
  confirmed_at: null,
};

const VIEW: RetentionView = {
  due: {
    groups: [
      {
        group: "referred",
        title: "It was referred",
        days: 2191,
        comes_with: 2191,
        is_own: false,
        source: "A source",
        date: "2026-11-28",
      },
    ],
    rows: [
      {
        account: "a2",
        label: "@gone.quay",
        platform: "tiktok",
        group: "referred",
        last: "2020-01-01T00:00:00Z",
        since: "2026-01-01T00:00:00Z",
        stands: [],
        is_proposed: false,
      },
    ],
    total: 1,
  },
  proposed: [ROW],
  holds: [
    {
      id: "h1",
      account: null,
      label: "",
      reason: "A trial is open",
      by: "Ottoline B, 4417",
      at: "2026-11-23T09:00:00Z",
      released_by: null,
      released_at: null,
      released_reason: null,
    },
  ],
  erased: [],
};

function open(
  answers: Partial<Commands> = {},
  role: "officer" | "supervisor" | "reader" = "officer",
) {
  const host = recordHost({
    retention: async () => VIEW,
    confirmErasure: async () => ({
      row: { ...ROW, state: "erased", certificate: 1 },
      counts: [],
      stays: [],
      set: "s1",
      warnings: [],
    }),
    rehearseErasure: async () => ({
      account: "a2",
      label: "@gone.quay",
      stands: [],
      counts: [{ kind: "notes", title: "Notes", count: 3 }],
      stays: [{ kind: "log-entries", title: "Entries of the log", count: 9, why: "The chain" }],
    }),
    proposeErasure: async () => ROW,
    ...answers,
  });
  const as = { ...session, officer: { ...session.officer, role } };
  show(host, COMMANDS, <RetentionTab />, { session: as });
  return { host, user: userEvent.setup() };
}

test("a_proposal_of_another_officer_is_confirmed_only_after_a_question", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: /^Erase .*slate\.quay/u }));
  expect(asked(host, "confirmErasure")).toEqual([]);
  const dialog = await screen.findByRole("alertdialog");
  expect(await within(dialog).findByText("Notes")).toBeVisible();
  await user.click(within(dialog).getByRole("button", { name: "Erase for good" }));
  await waitFor(() => expect(asked(host, "confirmErasure")).toEqual([["e1"]]));
});

test("what_an_erasure_left_to_do_is_said_until_it_is_read", async () => {
  const words = "The account is erased, but its words may still stand in a log. Lock the case.";
  const { user } = open({
    confirmErasure: async () => ({
      row: { ...ROW, state: "erased", certificate: 1 },
      counts: [],
      stays: [],
      set: "s1",
      warnings: [words],
    }),
  });
  await user.click(await screen.findByRole("button", { name: /^Erase .*slate\.quay/u }));
  await user.click(await screen.findByRole("button", { name: "Erase for good" }));
  expect(await screen.findByText(words)).toBeVisible();
});

test("a_confirmation_that_fails_leaves_nothing_on_screen_that_was_read_before", async () => {
  let reads = 0;
  const { user } = open({
    retention: async () => {
      reads += 1;
      return VIEW;
    },
    confirmErasure: async () => {
      throw new Error("the pipe broke after it was done");
    },
  });
  await user.click(await screen.findByRole("button", { name: /^Erase .*slate\.quay/u }));
  const before = reads;
  await user.click(await screen.findByRole("button", { name: "Erase for good" }));
  await waitFor(() => expect(reads).toBeGreaterThan(before));
});

test("whoever_proposed_it_is_told_that_another_officer_confirms", async () => {
  open({ retention: async () => ({ ...VIEW, proposed: [{ ...ROW, can_confirm: false }] }) });
  expect(await screen.findByText("You proposed it; another officer confirms it.")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Erase /u })).toBeNull();
});

test("a_proposal_shows_what_would_go_and_what_would_stay_before_it_is_signed", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: /^Propose to erase .*gone\.quay/u }));
  expect(await screen.findByText("Notes")).toBeVisible();
  expect(screen.getByText("The chain")).toBeVisible();
  expect(screen.getByRole("button", { name: "Sign the proposal" })).toBeDisabled();
});

test("what_stands_against_it_is_said_and_nothing_can_be_signed", async () => {
  const words = "This account is under a legal hold.";
  const { user } = open({
    rehearseErasure: async () => ({
      account: "a2",
      label: "@gone.quay",
      stands: [words],
      counts: [],
      stays: [],
    }),
  });
  await user.click(await screen.findByRole("button", { name: /^Propose to erase .*gone\.quay/u }));
  expect(await screen.findByText(words)).toBeVisible();
  expect(screen.getByRole("button", { name: "Sign the proposal" })).toBeDisabled();
});

test("a_reader_sees_and_changes_nothing", async () => {
  open(
    { retention: async () => ({ ...VIEW, proposed: [{ ...ROW, can_confirm: false }] }) },
    "reader",
  );
  expect(await screen.findByText("A trial is open")).toBeVisible();
  expect(screen.queryByRole("button", { name: /Propose|Release|Drop|Hold|Erase/u })).toBeNull();
});

test("a_period_is_set_by_a_supervisor_with_a_reason_and_by_nobody_else", async () => {
  const { host, user } = open(
    {
      setRetentionPeriod: async ({ days }) => ({
        group: "referred",
        title: "It was referred",
        days: days ?? 2191,
        comes_with: 2191,
        is_own: true,
        source: "A source",
        date: "2026-11-28",
      }),
    },
    "supervisor",
  );
  await user.click(
    await screen.findByRole("button", { name: "Change the period: It was referred" }),
  );
  const dialog = await screen.findByRole("alertdialog");
  const days = within(dialog).getByLabelText("Days from the last activity that counts");
  await user.clear(days);
  await user.type(days, "365");
  await user.type(within(dialog).getByRole("textbox", { name: /reason/iu }), "Policy of the unit");
  await user.click(within(dialog).getByRole("button", { name: "Change the period" }));
  await waitFor(() =>
    expect(asked(host, "setRetentionPeriod")).toEqual([
      [{ group: "referred", days: 365, reason: "Policy of the unit" }],
    ]),
  );
});

test("an_officer_sees_the_periods_and_changes_none", async () => {
  open();
  expect(await screen.findByText("2,191 days")).toBeVisible();
  expect(screen.queryByRole("button", { name: /^Change the period/u })).toBeNull();
});
