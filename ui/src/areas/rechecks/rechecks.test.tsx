import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands, RechecksView, RecheckView, ShotState } from "../../host";
import { resetRoute } from "../../lib/route";
import { asked, recordHost, show } from "../../record/testing";
import { RechecksArea } from ".";

afterEach(() => resetRoute());

const SENT = { at: "2026-11-20T09:00:00Z", precision: "second", raw: null, zone: null } as const;

function row(name: string, change: Partial<RecheckView> = {}): RecheckView {
  return {
    account: `account-${name}`,
    label: `@${name}`,
    platform: "tiktok",
    platform_name: "TikTok",
    unit: "account",
    address: `https://www.tiktok.com/@${name}`,
    referral: "referral-1",
    number: 4,
    sent: SENT,
    looks: 0,
    most_looks: 8,
    last: null,
    state: "due",
    why: "first-look",
    due: "2026-11-22T09:00:00Z",
    ...change,
  };
}

function list(rows: RecheckView[]): RechecksView {
  const of = (state: string) => rows.filter((one) => one.state === state).length;
  return {
    rows,
    overdue: of("overdue"),
    due: of("due"),
    ahead: 2,
    stopped: 1,
    inferred: 1,
    kept_apart: 0,
    next: "2026-11-25T09:00:00Z",
    rules: [
      {
        platform: "*",
        what: "to the first look",
        value: "48 hours",
        source: "made up",
        date: "2026-11-28",
      },
    ],
    as_at: "2026-11-23T09:00:00Z",
  };
}

function area(answers: Partial<Commands> = {}) {
  let rows = [row("one", { state: "overdue" }), row("two")];
  const host = recordHost({
    rechecks: async () => list(rows),
    recordCheck: async ({ account }) => {
      rows = rows.filter((one) => one.account !== account);
      return { set: "set-1", row: row("one", { state: "ahead", why: "still-there" }) };
    },
    ...answers,
  });
  resetRoute({ area: "rechecks" });
  show(host, COMMANDS, <RechecksArea />);
  return { host, user: userEvent.setup() };
}

test("overdue_is_said_and_the_first_is_open_with_its_address_made_harmless", async () => {
  area();
  expect(await screen.findByText("1 overdue, 1 due")).toBeInTheDocument();
  const item = await waitFor(() => {
    const found = document.querySelector<HTMLElement>("[data-recheck=account-one]");
    if (found === null) throw new Error("not open");
    return found;
  });
  expect(item).toHaveTextContent("hxxps://www.tiktok[.]com/@one");
  expect(item).toHaveTextContent(/inferred, never as confirmed/);
  expect(within(item).getByText("0 of at most 8")).toBeInTheDocument();
});

test("what_was_seen_is_one_press_and_the_next_opens", async () => {
  const { host, user } = area();
  await user.click(await screen.findByRole("button", { name: /^Offline/ }));
  await waitFor(() => expect(asked(host, "recordCheck")).toHaveLength(1));
  expect(asked(host, "recordCheck")[0]?.[0]).toEqual({
    account: "account-one",
    observed: "offline",
    method: "looked",
    at: null,
    exhibit: null,
  });
  await waitFor(() =>
    expect(document.querySelector("[data-recheck=account-two]")).toBeInTheDocument(),
  );
  expect(await screen.findByRole("button", { name: /^Undo/ })).toBeInTheDocument();
});

test("a_time_that_cannot_be_read_enters_nothing", async () => {
  const { host, user } = area();
  await user.type(await screen.findByLabelText(/When, UTC/), "yesterday");
  expect(await screen.findByText(/Write it like/)).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /^Live/ })).toBeDisabled();
  expect(asked(host, "recordCheck")).toEqual([]);
});

test("answers_of_a_sheet_are_shown_before_they_are_entered", async () => {
  const { host, user } = area({
    choose: async () => [{ token: "t1", name: "answers.csv", size: "120" }],
    takeCheckAnswers: async () => ({
      read: 3,
      recorded: 1,
      unchanged: 0,
      unanswered: 1,
      merged: 0,
      merged_lines: [],
      rejected: 1,
      refused: [{ line: 4, number: "2 · 9 · live", why: "carry sheet 2 has no number 9" }],
    }),
  });
  await user.click(await screen.findByRole("button", { name: /Take in answers/ }));
  expect(await screen.findByText("carry sheet 2 has no number 9")).toBeInTheDocument();
  expect(asked(host, "takeCheckAnswers")).toEqual([[{ file: "t1", is_dry_run: true }]]);
  await user.click(screen.getByRole("button", { name: "Enter 1 look" }));
  await waitFor(() => expect(asked(host, "takeCheckAnswers")).toHaveLength(2));
  expect(asked(host, "takeCheckAnswers")[1]).toEqual([{ file: "t1", is_dry_run: false }]);
});

test("screenshots_of_a_folder_are_shown_with_what_becomes_of_each_before_one_is_attached", async () => {
  const file = (name: string, state: ShotState, label: string | null) => ({
    name,
    sha256: "0".repeat(64),
    sheet: null,
    number: null,
    account: null,
    label,
    state,
    why: null,
  });
  const found = (fresh: number) => ({
    read: 2,
    new: fresh,
    attached: 1 - fresh,
    rejected: 1,
    has_list: true,
    missing: ["3-9.png"],
    beyond: 0,
    skipped: [{ name: "3-8.png", why: "link" as const }],
    files: [
      file("3-17.png", fresh === 1 ? "new" : "attached", "@one"),
      file("x.png", "unlisted", null),
    ],
  });
  const { host, user } = area({
    choose: async () => [{ token: "f1", name: "stick", size: "0" }],
    lookAtShots: async () => found(1),
    takeShots: async () => found(0),
  });
  await user.click(await screen.findByRole("button", { name: "Choose the folder…" }));
  expect(await screen.findByText("not on the list of hashes")).toBeInTheDocument();
  expect(screen.getByText("3-9.png")).toBeInTheDocument();
  expect(screen.getByRole("list", { name: "Not looked at" })).toHaveTextContent(
    "3-8.png: a link to something elsewhere",
  );
  expect(asked(host, "takeShots")).toEqual([]);
  await user.click(screen.getByRole("button", { name: "Attach 1 screenshot" }));
  await waitFor(() => expect(asked(host, "takeShots")).toHaveLength(1));
  expect(await screen.findByText("attached")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Attach" })).toBeDisabled();
});

test("where_nothing_is_due_it_says_when_the_next_is", async () => {
  area({ rechecks: async () => list([]) });
  expect(await screen.findAllByText("No look is due")).not.toEqual([]);
  expect(await screen.findByText(/2 accounts are not due yet/)).toBeInTheDocument();
});
