import { configure, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import type { ItemEventView, LetterView } from "../../../../host";
import { resetRoute } from "../../../../lib/route";
import { asked, recordHost, show } from "../../../../record/testing";
import { item, submitted } from "../../testing";
import { LetterDialog } from "./LetterDialog";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

function event(kind: string, value: string): ItemEventView {
  return {
    kind,
    value,
    note: "",
    happened: { at: "2026-11-24T09:00:00Z", precision: "second", raw: null, zone: null },
    officer: "4417",
    lacks_ground: false,
  };
}

const LETTER: LetterView = {
  id: "l1",
  referral: "r1",
  referral_label: "R-001",
  outside_reference: "NB-7K2Q-001",
  account: "a1",
  label: "@kanali_1",
  address: "https://www.tiktok.com/@kanali",
  platform: "tiktok",
  platform_name: "TikTok",
  kind: "withdrawal",
  state: "prepared",
  subject: "Withdrawal: our notice NB-7K2Q-001",
  text: "We withdraw it.",
  version: 1,
  sha256: "ab".repeat(32),
  drafters: ["First officer, 4417"],
  at: "2026-11-24T10:00:00Z",
  can_edit: true,
  can_approve: false,
  returned: null,
  approved_by: null,
  approved_at: null,
  sealed: [],
  sent: null,
  answer: null,
};

function open(letters: LetterView[], isWithdrawn = true) {
  const events = [event("sent", "portal")];
  if (isWithdrawn) events.push(event("withdrawn", "wrong-account"));
  let held = letters;
  const host = recordHost({
    letters: async () => held,
    prepareLetter: async () => {
      held = [LETTER];
      return LETTER;
    },
    editLetter: async () => LETTER,
    approveLetter: async () => LETTER,
    returnLetter: async () => LETTER,
    discardLetter: async () => null,
    markLetterSent: async () => LETTER,
    answerLetter: async () => LETTER,
  });
  const one = item(1, { events });
  const referral = submitted({ state: "sent", items: [one] });
  show(host, [], <LetterDialog referral={referral} item={one} onClose={() => undefined} />);
  return { host, user: userEvent.setup() };
}

test("a_withdrawn_item_is_offered_the_letter_and_one_that_stands_a_correction", async () => {
  const { host, user } = open([]);
  await user.click(await screen.findByRole("button", { name: "Prepare the withdrawal letter" }));
  await waitFor(() =>
    expect(asked(host, "prepareLetter")).toEqual([
      [{ referral: "r1", account: "a1", kind: "withdrawal", what: "" }],
    ]),
  );
  expect(await screen.findByDisplayValue("We withdraw it.")).toBeInTheDocument();
});

test("a_correction_is_prepared_only_with_what_is_put_right", async () => {
  const { host, user } = open([], false);
  const prepare = await screen.findByRole("button", { name: "Prepare a correction" });
  expect(prepare).toBeDisabled();
  expect(screen.queryByRole("button", { name: "Prepare the withdrawal letter" })).toBeNull();
  await user.type(screen.getByRole("textbox", { name: "What is to be put right" }), "The id.");
  await user.click(prepare);
  await waitFor(() =>
    expect(asked(host, "prepareLetter")).toEqual([
      [{ referral: "r1", account: "a1", kind: "correction", what: "The id." }],
    ]),
  );
});

test("whoever_wrote_it_is_not_offered_to_approve_it_and_a_second_officer_is", async () => {
  open([LETTER]);
  expect(await screen.findByText(/A second officer approves it/)).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Approve and seal it" })).toBeNull();
});

test("a_second_officer_approves_and_an_approved_letter_is_marked_sent_and_not_edited", async () => {
  const { host, user } = open([{ ...LETTER, can_approve: true }]);
  await user.click(await screen.findByRole("button", { name: "Approve and seal it" }));
  await waitFor(() => expect(asked(host, "approveLetter")).toEqual([["l1"]]));
});

test("an_approved_letter_shows_its_text_and_takes_the_channel_it_went_by", async () => {
  const { host, user } = open([{ ...LETTER, state: "approved", can_edit: false }]);
  expect(await screen.findByText("We withdraw it.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Save the text" })).toBeNull();
  await user.type(screen.getByRole("textbox", { name: "By which channel" }), "portal");
  await user.click(screen.getByRole("button", { name: "Mark it sent" }));
  await waitFor(() =>
    expect(asked(host, "markLetterSent")).toEqual([
      [{ letter: "l1", channel: "portal", at: null }],
    ]),
  );
});

test("a_second_officer_returns_it_only_with_a_reason", async () => {
  const { host, user } = open([{ ...LETTER, can_approve: true }]);
  await user.click(await screen.findByRole("button", { name: "Return it…" }));
  const give = await screen.findByRole("button", { name: "Return it" });
  expect(give).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Why" }), "Shorter.");
  await user.click(give);
  await waitFor(() => expect(asked(host, "returnLetter")).toEqual([["l1", "Shorter."]]));
});

test("one_prepared_by_mistake_is_discarded_with_a_reason_and_a_sent_one_is_not", async () => {
  const { host, user } = open([LETTER, { ...LETTER, id: "l2", state: "sent", can_edit: false }]);
  await user.click(await screen.findByRole("button", { name: "Discard…" }));
  const discard = await screen.findByRole("button", { name: "Discard it" });
  expect(discard).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Why" }), "Prepared twice.");
  await user.click(discard);
  await waitFor(() => expect(asked(host, "discardLetter")).toEqual([["l1", "Prepared twice."]]));
});

test("a_returned_letter_says_why_and_is_put_forward_again_as_it_is_or_written_anew", async () => {
  const returned = { reason: "Name the post.", officer: "4418", at: "2026-11-24T11:00:00Z" };
  const { host, user } = open([{ ...LETTER, state: "returned", returned }]);
  expect(await screen.findByText("Name the post.")).toBeInTheDocument();
  expect(screen.queryByRole("button", { name: "Approve and seal it" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Put it forward again" }));
  await waitFor(() =>
    expect(asked(host, "editLetter")).toEqual([[{ letter: "l1", text: "We withdraw it." }]]),
  );
});
