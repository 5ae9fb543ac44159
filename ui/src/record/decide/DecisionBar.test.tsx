import { act, screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { AccountView, Answer, DecideRequest, DoneView } from "../../host";
import { Pane } from "../../kit";
import { anAccount, asked, lines, recordHost, show } from "../testing";
import { DecisionBar } from "./DecisionBar";

const done: DoneView = { set: "set-1", said: "", status: "no-action", can_undo: true };

function bar(account: AccountView, decide: (request: DecideRequest) => Promise<DoneView>) {
  const host = recordHost({
    decide,
    undo: async () => ({ removed: 1, restored: 0, kept: 0 }),
  });
  const onDone = vi.fn();
  const onUndone = vi.fn();
  const onAct = vi.fn();
  const Bar = () => {
    const [count, setCount] = useState(0);
    return (
      <>
        <Pane name="list" label="list">
          <button type="button" onClick={() => setCount(count + 1)}>
            a row
          </button>
        </Pane>
        <Pane name="item" label="item">
          <DecisionBar
            account={account}
            lines={lines}
            position={{ index: 36, total: 214 }}
            onDone={onDone}
            onUndone={onUndone}
            onAct={onAct}
          />
        </Pane>
      </>
    );
  };
  show(host, COMMANDS, <Bar />, { current: account.id });
  const focus = (name: "item" | "list") => act(() => screen.getByLabelText(name).focus());
  return { host, onDone, onUndone, onAct, focus, user: userEvent.setup() };
}

function drafted(answers: Record<string, Answer>, reason = ""): AccountView {
  return anAccount({ draft: { answers, reason, hold_until: null, note: "", translation: "" } });
}

const allNo: Record<string, Answer> = { news: "no", charity: "no", quoted: "no" };
const refer = () => screen.getByRole("button", { name: /^Refer/ });

describe("refer", () => {
  test.each([
    ["nothing is answered", {}, "A reason."],
    ["one line is open", { news: "no", charity: "no" }, "A reason."],
    ["one line is Yes", { ...allNo, quoted: "yes" }, "A reason."],
    ["one line is Can't tell", { ...allNo, quoted: "cant-tell" }, "A reason."],
    ["no reason is written", allNo, "  "],
  ] as [string, Record<string, Answer>, string][])(
    "is_shut_while_%s",
    async (_, answers, reason) => {
      const decide = vi.fn(async () => done);
      const { focus, user } = bar(drafted(answers, reason), decide);
      expect(refer()).toBeDisabled();
      focus("item");
      await user.keyboard("1{Enter}");
      expect(decide).not.toHaveBeenCalled();
    },
  );

  test("says_what_is_missing", () => {
    bar(drafted({ news: "no" }), async () => done);
    expect(screen.getByTestId("missing")).toHaveTextContent(
      "2 to answer · reason not written · 37 of 214",
    );
  });

  test("asks_for_enter_on_a_line_that_names_the_account", async () => {
    const decide = vi.fn(async (_: DecideRequest) => done);
    const { focus, user, onDone } = bar(drafted(allNo, "Offers crossings."), decide);
    focus("item");
    await user.keyboard("1");
    expect(screen.getByRole("alertdialog")).toHaveTextContent(/@made_up_24.*TikTok/);
    expect(decide).not.toHaveBeenCalled();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.[0]).toMatchObject({
      account: "account-1",
      decision: "refer",
      reason: "Offers crossings.",
      answers: allNo,
    });
  });

  test("escape_on_the_line_decides_nothing", async () => {
    const decide = vi.fn(async () => done);
    const { focus, user } = bar(drafted(allNo, "Offers crossings."), decide);
    focus("item");
    await user.keyboard("1{Escape}{Enter}");
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(decide).not.toHaveBeenCalled();
  });
});

describe("an account that needs a reader", () => {
  const needs = (answers: Record<string, Answer>, reason: string): AccountView => ({
    ...drafted(answers, reason),
    needs_reader: { language: "Sorani", code: "ckb", waiting: 7 },
  });

  test("is_not_referred_though_all_else_is_there", async () => {
    const decide = vi.fn(async () => done);
    const { focus, user } = bar(needs(allNo, "Offers crossings."), decide);
    expect(refer()).toBeDisabled();
    expect(refer()).toHaveAccessibleDescription("needs a reader of Sorani (7 waiting)");
    focus("item");
    await user.keyboard("1{Enter}");
    expect(screen.queryByRole("alertdialog")).toBeNull();
    expect(decide).not.toHaveBeenCalled();
  });

  test("says_which_reader_before_what_else_is_missing", () => {
    bar(needs({ news: "no" }, ""), async () => done);
    expect(screen.getByTestId("missing")).toHaveTextContent(
      "needs a reader of Sorani (7 waiting) · 2 to answer · reason not written · 37 of 214",
    );
  });

  test("can_be_held_and_left_without_action", async () => {
    const decide = vi.fn(async (_: DecideRequest) => done);
    const { focus, user, onDone } = bar(needs({}, ""), decide);
    expect(screen.getByRole("button", { name: /^Hold/ })).toBeEnabled();
    focus("item");
    await user.keyboard("33");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.[0]).toMatchObject({ decision: "no-action" });
  });

  test("is_referred_once_a_reader_is_no_longer_needed", () => {
    bar({ ...needs(allNo, "Offers crossings."), needs_reader: null }, async () => done);
    expect(refer()).toBeEnabled();
    expect(screen.queryByText(/needs a reader/)).toBeNull();
  });
});

describe("number keys", () => {
  test("no_action_takes_two_keys", async () => {
    const decide = vi.fn(async (_: DecideRequest) => done);
    const { focus, user, onDone } = bar(drafted({}), decide);
    focus("item");
    await user.keyboard("33");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.[0]).toMatchObject({
      decision: "no-action",
      no_action_reason: "not-an-offer",
    });
  });

  test("never_decide_while_the_list_has_the_ring", async () => {
    const decide = vi.fn(async () => done);
    const { focus, user } = bar(drafted(allNo, "Offers crossings."), decide);
    focus("list");
    await user.keyboard("1{Enter}2334");
    expect(decide).not.toHaveBeenCalled();
    expect(screen.queryByRole("alertdialog")).toBeNull();
  });

  test("do_nothing_for_an_account_that_is_in_a_draft", async () => {
    const decide = vi.fn(async () => done);
    const { focus, user } = bar(anAccount({ status: "drafted" }), decide);
    focus("item");
    await user.keyboard("31");
    expect(decide).not.toHaveBeenCalled();
    expect(screen.getByTestId("missing")).toHaveTextContent(/take it out there first/);
  });
});

describe("hold", () => {
  test("needs_a_day_and_what_is_waited_for", async () => {
    const decide = vi.fn(async (_: DecideRequest) => done);
    const { focus, user, onDone } = bar(drafted({}, "A reason to refer."), decide);
    focus("item");
    await user.keyboard("2");
    const hold = screen.getByRole("button", { name: "Hold" });
    expect(screen.getByLabelText("Until")).toHaveValue("");
    expect(screen.getByLabelText("What is waited for")).toHaveValue("");
    await user.type(screen.getByLabelText("Until"), "+7");
    expect(hold).toBeDisabled();
    await user.type(screen.getByLabelText("What is waited for"), "The platform's answer{Enter}");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.[0]).toMatchObject({
      decision: "hold",
      reason: "The platform's answer",
      review_by: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
    });
  });

  test("refuses_a_day_that_has_come", async () => {
    const { focus, user } = bar(drafted({}), async () => done);
    focus("item");
    await user.keyboard("2");
    await user.type(screen.getByLabelText("Until"), "2020-01-01");
    await user.type(screen.getByLabelText("What is waited for"), "x");
    expect(screen.getByRole("button", { name: "Hold" })).toBeDisabled();
  });
});

describe("a doubt", () => {
  test("leads_to_a_second_look_with_the_answers_and_a_sentence", async () => {
    const decide = vi.fn(async (_: DecideRequest) => done);
    const { focus, user, onDone } = bar(drafted({ news: "cant-tell" }), decide);
    focus("item");
    await user.keyboard("4");
    await user.type(screen.getByLabelText(/next officer/), "May be a reporter{Enter}");
    await waitFor(() => expect(onDone).toHaveBeenCalled());
    expect(decide.mock.calls[0]?.[0]).toMatchObject({
      decision: "hold",
      review_by: null,
      reason: "May be a reporter",
      answers: { news: "cant-tell" },
    });
  });

  test("without_one_there_is_no_second_look", () => {
    bar(drafted(allNo), async () => done);
    expect(screen.queryByRole("button", { name: /Second look/ })).toBeNull();
  });
});

test("a_refusal_of_the_core_is_said_and_the_account_stays", async () => {
  const { focus, user, onDone } = bar(drafted({}), async () => {
    throw {
      code: "refused",
      message: "It is in a referral.",
      rule: "r",
      missing: [],
      incident: "",
    };
  });
  focus("item");
  await user.keyboard("31");
  expect(await screen.findByText("It is in a referral.")).toBeInTheDocument();
  expect(onDone).not.toHaveBeenCalled();
});

test("a_decision_can_be_taken_back_from_its_message", async () => {
  const { host, focus, user, onUndone } = bar(drafted({}), async () => done);
  focus("item");
  await user.keyboard("31");
  await user.click(await screen.findByRole("button", { name: /^Undo/ }));
  await waitFor(() => expect(onUndone).toHaveBeenCalledWith("account-1"));
  expect(asked(host, "undo")).toEqual([["set-1"]]);
});

test("safeguarding_is_open_whatever_the_account_stands_at", async () => {
  const { focus, user, onAct } = bar(anAccount({ status: "sent" }), async () => done);
  focus("item");
  await user.keyboard("g");
  expect(onAct).toHaveBeenCalledWith("safeguarding");
});
