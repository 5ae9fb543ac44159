import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type {
  AgreementView,
  BlindAccountView,
  Commands,
  DisagreementView,
  SecondReviewListView,
  SecondReviewRow,
} from "../../../host";
import { currentRoute, resetRoute } from "../../../lib/route";
import { asked, recordHost, show } from "../../../record/testing";
import { ReviewArea } from "..";

afterEach(() => resetRoute());

function waiting(...handles: string[]): SecondReviewListView {
  const row = (handle: string): SecondReviewRow => ({
    account: `account-${handle}`,
    label: `@${handle}`,
    platform: "tiktok",
    unit: "account",
    language: "sq",
    language_name: "Albanian",
    period: "2026-11",
    is_readable: true,
  });
  const shares = { refer: 10, no_action: 20 };
  return { rows: handles.map(row), own: 3, shares, come_with: shares, source: "made up" };
}

function blind(id: string): BlindAccountView {
  return {
    id,
    platform: "tiktok",
    platform_name: "TikTok",
    unit: "account",
    label: `@${id.slice(8)}`,
    platform_id: null,
    shown_url: "hxxps://www.tiktok[.]com/@made_up",
    display_name: null,
    bio: `Nisje ${id}`,
    language: "sq",
    language_name: "Albanian",
    followers: null,
    flagged_for: "price",
    source: "sweep",
    first_seen: null,
    imported_at: "2026-11-19T14:02:00Z",
    extra: [],
    aliases: [],
    posts: [],
    translations: [],
    exhibits: [],
    registers: [],
    warnings: [],
  };
}

const opinion = (decision: "refer" | "no-action", officer: string, reason: string) => ({
  decision,
  officer,
  reason,
  at: "2026-11-23T09:12:00Z",
});

function area(tab: string, answers: Partial<Commands> = {}) {
  let left = ["one", "two"];
  const host = recordHost({
    secondReviews: async () => waiting(...left),
    blindAccount: async (id) => blind(id),
    answerSecondReview: async ({ account, decision }) => {
      left = left.filter((handle) => `account-${handle}` !== account);
      return {
        account,
        label: `@${account.slice(8)}`,
        agrees: decision === "no-action",
        first: opinion("no-action", "5501", "News or reporting"),
        first_band: "priority",
        second: { ...opinion("refer", "4417", "x"), decision },
      };
    },
    ...answers,
  });
  resetRoute({ area: "review", tab });
  show(host, COMMANDS, <ReviewArea />);
  return { host, user: userEvent.setup() };
}

test("the_first_that_waits_is_open_and_nothing_on_screen_tells_what_was_decided", async () => {
  area("second-review");
  expect(await screen.findByText("Nisje account-one")).toBeInTheDocument();
  const item = document.querySelector("[data-blind]");
  expect(item).toHaveTextContent(/Judged blind/);
  expect(item).not.toHaveTextContent(/priority|score|News or reporting|5501/i);
  expect(screen.queryByRole("tab", { name: "History" })).toBeNull();
});

test("it_is_answered_by_key_with_a_reason_and_then_the_first_decision_is_shown", async () => {
  const { host, user } = area("second-review");
  await screen.findByText("Nisje account-one");
  await user.click(await screen.findByRole("button", { name: /^Refer/ }));
  const give = await screen.findByRole("button", { name: "Give this answer" });
  expect(give).toBeDisabled();
  await user.type(screen.getByLabelText(/why you would refer it/), "An offer for pay{Enter}");
  await waitFor(() => expect(asked(host, "answerSecondReview")).toHaveLength(1));
  expect(asked(host, "answerSecondReview")[0]?.[0]).toEqual({
    account: "account-one",
    decision: "refer",
    reason: "An offer for pay",
    no_action_reason: null,
  });
  const shown = await screen.findByText("You decided differently");
  expect(shown.closest("[role=status]")).toHaveTextContent(/First decision: no action.*5501/);
  await user.keyboard("{Enter}");
  expect(await screen.findByText("Nisje account-two")).toBeInTheDocument();
});

test("no_action_takes_one_more_key_and_agreement_is_said", async () => {
  const { host, user } = area("second-review");
  await screen.findByText("Nisje account-one");
  await user.click(await screen.findByRole("button", { name: /^No action/ }));
  await user.keyboard("3");
  await waitFor(() => expect(asked(host, "answerSecondReview")).toHaveLength(1));
  expect(asked(host, "answerSecondReview")[0]?.[0]).toMatchObject({
    decision: "no-action",
    no_action_reason: "not-an-offer",
  });
  expect(await screen.findByText("You both decided alike")).toBeInTheDocument();
});

test("an_account_is_looked_at_once_however_often_the_screen_is_drawn", async () => {
  const { host } = area("second-review");
  await screen.findByText("Nisje account-one");
  host.tell("case-changed", { what: "accounts" });
  await screen.findByText("Nisje account-one");
  expect(asked(host, "blindAccount")).toEqual([["account-one"]]);
});

test("nothing_that_waits_is_said_calmly", async () => {
  area("second-review", { secondReviews: async () => waiting() });
  expect((await screen.findAllByText("Nothing waits for your second review")).length).toBe(2);
});

const DIFFERS: DisagreementView = {
  account: "account-one",
  label: "@one",
  platform: "tiktok",
  language: "sq",
  first: opinion("no-action", "4417", "News or reporting"),
  second: opinion("refer", "5501", "An offer for pay"),
  can_settle: true,
};

test("a_disagreement_shows_both_opens_its_account_and_is_settled_in_words", async () => {
  const { host, user } = area("disagreements", {
    disagreements: async () => [DIFFERS],
    settleDisagreement: async () => null,
  });
  expect(await screen.findByText("An offer for pay")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Settle it" }));
  const dialog = await screen.findByRole("dialog");
  expect(within(dialog).getByRole("button", { name: "Settle it" })).toBeDisabled();
  await user.type(within(dialog).getByRole("textbox"), "Talked it over");
  await user.click(within(dialog).getByRole("button", { name: "Settle it" }));
  await waitFor(() =>
    expect(asked(host, "settleDisagreement")).toEqual([
      [{ account: "account-one", words: "Talked it over" }],
    ]),
  );
  await user.click(await screen.findByRole("button", { name: "Open the account" }));
  expect(currentRoute()).toEqual({ area: "accounts", id: "account-one" });
});

test("who_may_not_settle_is_told_who_may", async () => {
  area("disagreements", { disagreements: async () => [{ ...DIFFERS, can_settle: false }] });
  expect(await screen.findByText(/whoever decided first, or a supervisor/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Settle it" })).toBeNull();
});

test("agreement_tells_shares_with_their_numbers_kappa_and_that_few_are_few", async () => {
  const count = { n: 4, agreed: 3, share: 0.75, is_small: true };
  const agreement: AgreementView = {
    rows: [{ language: "sq", language_name: "Albanian", decision: "refer", count }],
    kappas: [
      {
        language: null,
        language_name: "",
        count: { ...count, n: 40, is_small: false },
        kappa: 0.414,
      },
      { language: "sq", language_name: "Albanian", count, kappa: null },
    ],
    not_blind: 2,
    small_below: 30,
    source: "made up",
    to_settle: 1,
  };
  area("agreement", { agreement: async () => agreement });
  const shares = await screen.findByRole("table", { name: "By language and first decision" });
  expect(shares).toHaveTextContent(/Albanian.*refer.*4 few.*75 % \(3 of 4\)/);
  const kappa = screen.getByRole("table", { name: "Cohen’s kappa" });
  expect(within(kappa).getByRole("row", { name: /All languages/ })).toHaveTextContent(/0\.41$/);
  expect(within(kappa).getByRole("row", { name: /Albanian/ })).toHaveTextContent(
    /cannot be worked out/,
  );
  expect(screen.getByText(/2 answers left out/)).toHaveTextContent(/Fewer than 30/);
});
