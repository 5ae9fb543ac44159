import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { CareView } from "../../host";
import { ItemHeader } from "../item/ItemHeader";
import { aDay, anAccount, anExhibit, asked, recordHost, show } from "../testing";
import { CareButton } from "./CareButton";
import { CareStrip } from "./CareStrip";

const RULE = {
  rule: { items: 3, minutes: 60, pause_minutes: 10, contact: "Welfare desk, extension 12" },
  is_of_unit: true,
  source: "The unit",
};

function day(change: Partial<CareView>) {
  const host = recordHost({
    care: async () => aDay({ rule: RULE, ...change }),
    takeBreak: async () => aDay({ rule: RULE, opened_today: 3 }),
  });
  show(
    host,
    COMMANDS,
    <>
      <CareStrip />
      <CareButton />
      <p>work goes on</p>
    </>,
  );
  return { host, user: userEvent.setup() };
}

const DUE = { opened_today: 3, since_break: 3, run_began: "2026-11-28T09:10:00Z" };

test("nothing_is_said_before_the_first_warned_item", async () => {
  const { host } = day({});
  await expect.poll(() => asked(host, "care").length).toBeGreaterThan(0);
  expect(screen.queryByText(/today/u)).toBeNull();
});

test("the_count_of_the_day_opens_into_the_rule_and_whom_to_talk_to", async () => {
  const { user } = day({ ...DUE, is_break_due: false });
  await user.click(await screen.findByRole("button", { name: "3 warned items today" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Welfare desk, extension 12")).toBeInTheDocument();
  expect(dialog.getByText(/Only you see this/u)).toBeInTheDocument();
  expect(screen.queryByText(/A break is due/u)).toBeNull();
});

test("a_break_is_said_and_shuts_nothing_until_it_is_taken", async () => {
  const { host, user } = day({ ...DUE, is_break_due: true });
  expect(await screen.findByText("A break is due.")).toBeInTheDocument();
  expect(screen.getByText("work goes on")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "I took a break" }));
  expect(asked(host, "takeBreak")).toHaveLength(1);
  await expect.poll(() => screen.queryByText("A break is due.")).toBeNull();
});

test("an_account_says_what_it_warns_of_by_itself_and_by_its_exhibits", async () => {
  const account = anAccount({
    warned: [{ tag: "body", officer: "4417", at: "2026-11-28T09:10:00Z" }],
    exhibits: [anExhibit({ warnings: ["sound"] })],
  });
  const host = recordHost({
    warnAccount: async () => ({ set: "set-1", said: "", status: "new", can_undo: true }),
  });
  show(host, COMMANDS, <ItemHeader account={account} onAttach={() => undefined} />, {
    current: account.id,
  });
  const user = userEvent.setup();
  expect(screen.getByText("dead body")).toBeInTheDocument();
  expect(screen.getByText("disturbing sound")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /Warnings/u }));
  await user.click(await screen.findByRole("menuitem", { name: "Warn of violence" }));
  expect(asked(host, "warnAccount")).toEqual([["account-1", ["violence", "body"]]]);
});
