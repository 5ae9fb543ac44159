import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import type { PromiseView } from "../../host";
import { anAccount, asked, recordHost, show } from "../testing";
import { readDay } from "./day";
import { PromiseDialog } from "./PromiseDialog";
import { Promises } from "./Promises";

const promise: PromiseView = {
  id: "p1",
  account: "account-1",
  label: "@made_up_24",
  platform: "tiktok",
  on: { on: "action", action: "act-1" },
  who: "Trust team",
  what: "an answer",
  due: "2026-12-04T23:59:59Z",
  is_overdue: true,
  ended: null,
  officer: "4417",
  at: "2026-11-28T10:00:00Z",
};

test.each([
  ["2026-12-04", "2026-12-04"],
  ["2026-02-30", null],
  ["4 December", null],
  ["", null],
])("a_day_is_read_as_%s_%s", (text, day) => expect(readDay(text)).toBe(day));

test("a_promise_names_who_what_and_a_day_before_it_is_entered", async () => {
  const user = userEvent.setup();
  const onClose = vi.fn();
  const host = recordHost({ promise: async () => ({ promise, set: "set-1" }) });
  const on = { on: "action", action: "act-1" } as const;
  show(host, [], <PromiseDialog account={anAccount()} on={on} onClose={onClose} />);
  const save = await screen.findByRole("button", { name: "Enter the promise" });
  expect(save).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Who promised" }), "Trust team");
  await user.type(screen.getByRole("textbox", { name: "What" }), "an answer");
  await user.type(screen.getByRole("textbox", { name: "Until which day" }), "soon");
  expect(save).toBeDisabled();
  await user.clear(screen.getByRole("textbox", { name: "Until which day" }));
  await user.type(screen.getByRole("textbox", { name: "Until which day" }), "2026-12-04");
  await user.click(save);
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(asked(host, "promise")).toEqual([
    [{ account: "account-1", on, who: "Trust team", what: "an answer", due: "2026-12-04" }],
  ]);
});

test("open_promises_are_shown_and_ended_in_words", async () => {
  const user = userEvent.setup();
  const host = recordHost({
    promisesOn: async () => [promise, { ...promise, id: "p2", ended: "kept", what: "a list" }],
    endPromise: async () => "set-2",
  });
  show(host, [], <Promises account="account-1" />);
  expect(await screen.findByText("an answer")).toBeInTheDocument();
  expect(screen.getByText("overdue")).toBeInTheDocument();
  expect(screen.queryByText("a list")).toBeNull();
  await user.click(screen.getByRole("button", { name: "How it ended" }));
  await user.click(await screen.findByRole("menuitem", { name: "It was not kept" }));
  await waitFor(() => expect(asked(host, "endPromise")).toEqual([["p1", "broken"]]));
});
