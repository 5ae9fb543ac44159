import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { IndicatorView } from "../../host";
import { anAccount, anIndicator, aSum, recordHost, show } from "../testing";
import { ProfileText } from "./ProfileText";
import { WhyHere } from "./WhyHere";

const price = anIndicator({
  category: "price",
  letter: "P",
  title: "Price",
  quote: "£4,500",
  start: 16,
  end: 22,
  term: "GBP 4500",
  meaning: "",
  weight: 5,
  halves: 10,
});

function card(lines: readonly IndicatorView[], change: Parameters<typeof aSum>[0] = {}) {
  const account = anAccount({
    bio: "Nisje çdo ditë, £4,500",
    sum: aSum({
      halves: 18,
      band: "review",
      has_offer: true,
      has_support: true,
      lines: [...lines],
      ...change,
    }),
  });
  const host = recordHost();
  const answerHit = vi.fn(async () => ({
    set: "s",
    said: "",
    status: "new" as const,
    can_undo: true,
  }));
  Object.assign(host.commands, { answerHit });
  show(
    host,
    COMMANDS,
    <>
      <ProfileText account={account} />
      <WhyHere account={account} />
    </>,
    { current: account.id },
  );
  return { answerHit, user: userEvent.setup() };
}

const rows = () => screen.getAllByRole("listitem");

test("the_sum_its_threshold_and_a_line_for_every_highlight_are_shown", () => {
  card([anIndicator({ start: 6, end: 14 }), price]);
  expect(screen.getByTestId("sum")).toHaveTextContent("sum 9, review from 10");
  const marked = [...document.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marked).toEqual(["çdo ditëS", "£4,500P"]);
  expect(rows().map((row) => row.textContent)).toEqual([
    expect.stringContaining("Schedule · every day"),
    expect.stringContaining("Price · GBP 4500"),
  ]);
});

test("an_answer_is_of_the_words_and_their_kind_and_pressed_again_is_taken_back", async () => {
  const { answerHit, user } = card([anIndicator({ answer: "unsure", halves: 4 }), price]);
  const group = screen.getByRole("radiogroup", { name: /Price: is “£4,500”/ });
  await user.click(within(group).getByRole("radio", { name: "No" }));
  expect(answerHit).toHaveBeenLastCalledWith({
    account: "account-1",
    category: "price",
    quote: "£4,500",
    answer: "no",
  });
  expect(rows()[0]).toHaveTextContent("half of 4");
  const unsure = within(screen.getByRole("radiogroup", { name: /Schedule/ }));
  await user.click(unsure.getByRole("radio", { name: "Unsure" }));
  expect(answerHit).toHaveBeenLastCalledWith(expect.objectContaining({ answer: null }));
});

test("what_was_answered_no_is_no_longer_marked_and_its_line_stays", () => {
  card([anIndicator({ answer: "no", halves: 0 })]);
  expect(document.querySelectorAll("mark")).toHaveLength(0);
  expect(rows()).toHaveLength(1);
});

test("lines_that_add_nothing_are_folded_with_their_number", () => {
  card([price, anIndicator({ halves: 0, is_capped: true })]);
  expect(screen.getByText("1 more that add nothing")).toBeInTheDocument();
  expect(rows()).toHaveLength(2);
});

test("it_is_said_why_the_band_stays_low", () => {
  card([price], { band: "low", has_offer: false });
  expect(screen.getByText(/nothing is offered/)).toBeInTheDocument();
});
