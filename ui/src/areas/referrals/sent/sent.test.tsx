import { configure, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import type { ItemEventView, OutcomeRequest } from "../../../host";
import { resetRoute } from "../../../lib/route";
import { SentArea } from "..";
import { item, row, show, submitted } from "../testing";
import { bySending } from ".";
import { KEYS, placeOf, standOf } from "./decisions";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

function event(kind: string, value: string, note = ""): ItemEventView {
  return {
    kind,
    value,
    note,
    happened: { at: "2026-11-24T09:00:00Z", precision: "second", raw: null, zone: null },
    officer: "4417",
    lacks_ground: kind === "decided" && value === "declined" && note === "",
  };
}

const SENT = submitted({
  state: "sent",
  can_approve: false,
  items: [1, 2].map((n) => item(n, { events: [event("sent", "portal", "TT-1")] })),
});

/** The area with a core that keeps the decisions it is told. */
function answering() {
  return show("sent", SentArea, SENT, ({ held, change }) => ({
    enterOutcome: async (request: OutcomeRequest) =>
      change({
        items: held().items.map((one) =>
          one.account === request.account
            ? {
                ...one,
                events: [...one.events, event("decided", request.decision, request.reason)],
              }
            : one,
        ),
      }),
    takeBackOutcome: async (_, account) =>
      change({
        items: held().items.map((one) =>
          one.account === account ? { ...one, events: one.events.slice(0, -1) } : one,
        ),
      }),
  }));
}

async function first(): Promise<HTMLElement> {
  return await screen.findByRole("row", { name: /^Item 1/ });
}

test("one_key_on_a_row_enters_a_decision_now_and_another_takes_it_back", async () => {
  const { user, asked } = answering();
  const line = await first();
  line.focus();
  await user.keyboard("r");
  await waitFor(() =>
    expect(asked("enterOutcome").map((call) => call.args[0])).toEqual([
      { referral: "r1", account: "a1", decision: "removed", at: null, reason: "" },
    ]),
  );
  expect(await within(await first()).findByText("removed")).toBeInTheDocument();
  await user.keyboard("{Control>}z{/Control}");
  await waitFor(() =>
    expect(asked("takeBackOutcome").map((call) => call.args)).toEqual([["r1", "a1"]]),
  );
  expect(await within(await first()).findByText("no answer")).toBeInTheDocument();
});

test("a_refusal_asks_for_its_ground_before_it_is_entered", async () => {
  const { user, asked } = answering();
  (await first()).focus();
  await user.keyboard("d");
  const ground = await screen.findByRole("textbox", { name: /the ground it gave/ });
  expect(asked("enterOutcome")).toEqual([]);
  await user.type(ground, "No rule broken{Enter}");
  await waitFor(() =>
    expect(asked("enterOutcome").map((call) => call.args[0])).toEqual([
      { referral: "r1", account: "a1", decision: "declined", at: null, reason: "No rule broken" },
    ]),
  );
});

test("esc_leaves_the_question_for_a_ground_and_enters_nothing", async () => {
  const { user, asked } = answering();
  (await first()).focus();
  await user.keyboard("m");
  await screen.findByRole("textbox", { name: /the ground it gave/ });
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("textbox", { name: /the ground it gave/ })).toBeNull();
  expect(asked("enterOutcome")).toEqual([]);
});

test("a_time_holds_for_every_key_until_it_is_changed_and_one_that_does_not_read_holds_all_keys", async () => {
  const { user, asked } = answering();
  const line = await first();
  const at = screen.getByRole("textbox", { name: "When it decided" });
  await user.type(at, "soon");
  line.focus();
  await user.keyboard("r");
  expect(asked("enterOutcome")).toEqual([]);
  await user.clear(at);
  await user.type(at, "2026-11-24 08:30");
  (await first()).focus();
  await user.keyboard("s{ArrowDown}");
  await waitFor(() => expect(asked("enterOutcome").length).toBe(1));
  (await screen.findByRole("row", { name: /^Item 2/ })).focus();
  await user.keyboard("n");
  await waitFor(() =>
    expect(asked("enterOutcome").map((call) => (call.args[0] as OutcomeRequest).at)).toEqual([
      "2026-11-24T08:30:00Z",
      "2026-11-24T08:30:00Z",
    ]),
  );
});

test("keys_act_by_their_place_and_never_with_a_modifier", () => {
  const pressed = { code: "KeyR", key: "ق", ctrlKey: false, altKey: false, metaKey: false };
  expect(placeOf(pressed)).toBe("KeyR");
  expect(placeOf({ ...pressed, code: "", key: "d" })).toBe("KeyD");
  expect(placeOf({ ...pressed, ctrlKey: true })).toBeNull();
  expect(new Set(KEYS.map((key) => key.place)).size).toBe(7);
});

test("withdrawn_stands_apart_from_what_the_platform_says_later", () => {
  const one = item(1, {
    events: [event("sent", "portal"), event("withdrawn", "duplicate"), event("decided", "removed")],
  });
  expect(standOf(one).withdrawn?.value).toBe("duplicate");
  expect(standOf(one).decided?.value).toBe("removed");
});

test("what_waits_longest_for_an_answer_stands_first", () => {
  const at = (id: string, sent_at: string, part = {}) => row(SENT, { id, sent_at, ...part });
  const { late, waiting, closed } = bySending([
    at("new", "2026-11-24T00:00:00Z"),
    at("late", "2026-11-01T00:00:00Z", { is_late: true }),
    at("older", "2026-11-23T00:00:00Z"),
    at("done", "2026-11-02T00:00:00Z", { state: "closed" }),
  ]);
  expect([late, waiting, closed].map((rows) => rows.map((one) => one.id))).toEqual([
    ["late"],
    ["older", "new"],
    ["done"],
  ]);
});
