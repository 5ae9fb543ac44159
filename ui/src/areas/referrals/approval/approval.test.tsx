import { configure, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { OpenedItemView, ReferralView } from "../../../host";
import { resetRoute } from "../../../lib/route";
import { ReferralsArea, ToApproveArea } from "..";
import { item, show, submitted } from "../testing";
import { whyNotYet } from "./DecisionBar";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const OPENED: OpenedItemView = {
  item: "i1",
  answers: [
    { short: "News", question: "Is it news?", answer: "no" },
    { short: "Satire", question: "Is it satire?", answer: null },
  ],
  reason: "Sells crossings for £3,000",
  officer: "4418",
  at: "2026-11-22T09:00:00Z",
  grading: null,
  is_recorded: true,
};

/** The area with a core that notes what is opened. */
function approving(first: ReferralView = submitted()) {
  return show("to-approve", ToApproveArea, first, ({ held, change }) => ({
    openReferralItem: async (_, id) => {
      const { submission } = held();
      if (submission !== null) {
        change({ submission: { ...submission, opened: [...submission.opened, id] } });
      }
      return { ...OPENED, item: id };
    },
    approveReferral: async () => change({ state: "approved", can_approve: false }),
    returnReferral: async () => change({ state: "draft", can_approve: false }),
    takeOutItem: async (_, id) => change({ items: held().items.filter((one) => one.id !== id) }),
  }));
}

test("nothing_is_signed_before_each_item_was_opened", async () => {
  const opened = submitted().submission;
  const of = (ids: string[]) => submitted({ submission: opened && { ...opened, opened: ids } });
  expect(whyNotYet(of([]))).toBe("Open 2 items first.");
  expect(whyNotYet(of(["i2"]))).toBe("Open 1 item first.");
  expect(whyNotYet(of(["i1", "i2"]))).toBeUndefined();
  expect(whyNotYet({ ...of(["i1", "i2"]), is_ready: false })).toMatch(/missing by now/);
  const { user } = approving();
  expect(await screen.findByRole("button", { name: /^Approve and sign/ })).toBeDisabled();
  expect(screen.getAllByText("not opened").length).toBe(2);
  await user.click(screen.getByRole("button", { name: "Open item 1, @kanali_1" }));
  expect(await screen.findByText("Sells crossings for £3,000")).toBeInTheDocument();
  expect(screen.getByText("not asked then")).toBeInTheDocument();
  expect(screen.getByText("daily trip")).toBeInTheDocument();
});

test("a_signature_asks_for_enter_on_a_line_that_says_how_many_items_go_where", async () => {
  const submission = submitted().submission;
  const read = submitted({ submission: submission && { ...submission, opened: ["i1", "i2"] } });
  const { user, asked } = approving(read);
  await user.click(await screen.findByRole("button", { name: /^Approve and sign/ }));
  expect(asked("approveReferral")).toEqual([]);
  const line = await screen.findByRole("alertdialog", { name: "Sign" });
  expect(line).toHaveTextContent("2 items to TikTok");
  await user.keyboard("{Enter}");
  await waitFor(() => expect(asked("approveReferral").map((call) => call.args)).toEqual([["r1"]]));
  expect(await screen.findByRole("button", { name: /^Mark as sent/ })).toBeInTheDocument();
});

test("who_drafted_it_is_told_why_they_cannot_sign_and_who_can", async () => {
  const own = submitted({
    can_approve: false,
    second: { is_own: true, drafters: ["Sam Okafor, 4417"], approvers: ["Ada Lund, 4418"] },
  });
  approving(own);
  expect(await screen.findByText(/so you cannot approve it/)).toBeInTheDocument();
  expect(screen.getByText(/Ada Lund, 4418 can/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: /^Approve and sign/ })).toBeNull();
});

test("where_nobody_else_may_sign_it_says_so", async () => {
  const own = submitted({
    can_approve: false,
    second: { is_own: true, drafters: ["Sam Okafor, 4417"], approvers: [] },
  });
  approving(own);
  expect(await screen.findByText(/No other officer of this case can/)).toBeInTheDocument();
});

test("one_item_is_taken_out_only_while_it_is_open_and_another_stays", async () => {
  const { user, asked } = approving();
  expect(await screen.findByRole("button", { name: /^Take an item out/ })).toBeDisabled();
  await user.click(screen.getByRole("button", { name: /^Open item 2/ }));
  await user.click(await screen.findByRole("button", { name: /^Take item 2 out/ }));
  const asking = within(await screen.findByRole("alertdialog"));
  await user.type(asking.getByRole("textbox"), "Reads like a report");
  await user.click(asking.getByRole("button", { name: "Take it out" }));
  await waitFor(() =>
    expect(asked("takeOutItem").map((call) => call.args)).toEqual([
      ["r1", "i2", "Reads like a report"],
    ]),
  );
  await user.click(await screen.findByRole("button", { name: /^Open item 1/ }));
  expect(screen.getByRole("button", { name: /^Take item 1 out/ })).toBeDisabled();
});

test("what_changed_since_the_submission_before_is_told_with_why_it_came_back", async () => {
  const { submission } = submitted();
  const again = submitted({
    submission: submission && {
      ...submission,
      number: 2,
      since: {
        number: 1,
        reason: "Quote the price.",
        changes: [
          { item: "@kanali_1", field: "why", before: null, after: "Price of £3,000" },
          { item: "@gone", field: "item", before: "@gone", after: null },
        ],
      },
    },
  });
  approving(again);
  expect(await screen.findByText("Quote the price.")).toBeInTheDocument();
  expect(screen.getByText("Price of £3,000")).toBeInTheDocument();
  expect(screen.getByText(/was taken out/)).toBeInTheDocument();
});

test("before_approval_there_is_no_copy_of_the_text", async () => {
  approvedOrNot("submitted");
  await screen.findByText("waits for approval", { selector: "header *" });
  expect(screen.queryByRole("button", { name: /Copy the text/ })).toBeNull();
});

function approvedOrNot(state: "submitted" | "approved") {
  return show(
    "drafts",
    ReferralsArea,
    submitted({ state, can_approve: false, items: [item(1)] }),
    () => ({ copyReferralText: async () => "text" }),
  );
}

test("the_text_of_an_approved_referral_is_copied_by_the_core", async () => {
  const { user, asked } = approvedOrNot("approved");
  await user.click(await screen.findByRole("button", { name: /Copy the text/ }));
  expect(asked("copyReferralText").map((call) => call.args)).toEqual([["r1"]]);
  expect(screen.queryByText("DRAFT, NOT APPROVED")).toBeNull();
});

test("marking_it_sent_needs_a_channel_and_a_reference_or_the_word_that_there_is_none", async () => {
  const { user, asked } = show(
    "drafts",
    ReferralsArea,
    submitted({ state: "approved", can_approve: false }),
    ({ change }) => ({ markReferralSent: async () => change({ title: "sent" }) }),
  );
  await user.click(await screen.findByRole("button", { name: /^Mark as sent/ }));
  const dialog = within(await screen.findByRole("dialog"));
  const mark = dialog.getByRole("button", { name: "Mark as sent" });
  expect(mark).toBeDisabled();
  await user.type(dialog.getByRole("textbox", { name: "By which channel" }), "portal");
  expect(mark).toBeDisabled();
  await user.click(dialog.getByRole("checkbox", { name: "It gave none" }));
  await user.click(mark);
  await waitFor(() =>
    expect(asked("markReferralSent").map((call) => call.args[0])).toEqual([
      { referral: "r1", reference: "none given", channel: "portal", at: null },
    ]),
  );
});
