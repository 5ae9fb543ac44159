import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { type ReactNode, useState } from "react";
import { expect, test } from "vitest";
import { SegmentedAnswer } from "./choices";

const options = [
  { value: "no", label: "No" },
  { value: "yes", label: "Yes" },
  { value: "cant-tell", label: "Can’t tell" },
] as const;

function Question(): ReactNode {
  const [value, setValue] = useState<(typeof options)[number]["value"] | null>(null);
  return <SegmentedAnswer label="Satire" value={value} onChange={setValue} options={options} />;
}

function chosen(): string[] {
  return screen
    .getAllByRole("radio")
    .filter((radio) => radio.getAttribute("aria-checked") === "true")
    .map((radio) => radio.textContent ?? "");
}

test("nothing_is_answered_beforehand", () => {
  render(<Question />);
  expect(chosen()).toEqual([]);
});

test("an_answer_is_given_and_taken_back_by_keyboard", async () => {
  const user = userEvent.setup();
  render(<Question />);
  await user.tab();
  await user.keyboard("{ArrowRight} ");
  expect(chosen()).toEqual(["Yes"]);
  await user.keyboard(" ");
  expect(chosen()).toEqual([]);
});
