import { act, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { type FakeHost, fakeHost } from "../host/fake";
import { resetRoute } from "../lib/route";
import { sample } from "../preview/sample";
import { session } from "../preview/sample/base";
import { App } from "./App";

afterEach(() => resetRoute());

function open(answers = sample): FakeHost {
  const host = fakeHost({
    ...answers,
    session: async () => ({ ...session, last_route: "today" }),
  });
  render(<App host={host} />);
  return host;
}

test("locking_takes_everything_of_the_case_off_the_page", async () => {
  let isOpen = true;
  const host = fakeHost({
    ...sample,
    session: async () => (isOpen ? { ...session, last_route: "today" } : null),
  });
  render(<App host={host} />);
  await screen.findByText("Safeguarding not answered");
  isOpen = false;
  act(() => host.tell("session-locked", {}));
  await screen.findByText("Recent cases");
  const page = document.documentElement.outerHTML;
  for (const words of ["boys_ready_22", session.title, session.reference]) {
    expect(page).not.toContain(words);
  }
});

test("the_lock_key_saves_first_and_then_locks", async () => {
  const user = userEvent.setup();
  let isOpen = true;
  const host = fakeHost({
    ...sample,
    session: async () => (isOpen ? { ...session, last_route: "settings//you" } : null),
    lock: async () => {
      isOpen = false;
      return null;
    },
  });
  render(<App host={host} />);
  const phone = await screen.findByLabelText("Official telephone");
  await user.clear(phone);
  await user.type(phone, "+44 7700 900555");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByText("Recent cases");
  const names = host.calls.map((call) => call.name);
  expect(names).toContain("setOfficer");
  expect(names.indexOf("setOfficer")).toBeLessThan(names.indexOf("lock"));
});

test("a_save_that_never_ends_does_not_keep_the_case_from_locking", async () => {
  const user = userEvent.setup();
  let isOpen = true;
  const host = fakeHost({
    ...sample,
    session: async () => (isOpen ? { ...session, last_route: "settings//you" } : null),
    setOfficer: () => new Promise(() => undefined),
    lock: async () => {
      isOpen = false;
      return null;
    },
  });
  render(<App host={host} />);
  await user.type(await screen.findByLabelText("Official telephone"), "5");
  await user.keyboard("{Control>}l{/Control}");
  await screen.findByText("Recent cases", {}, { timeout: 3_000 });
  expect(host.calls.some((call) => call.name === "lock")).toBe(true);
});

test("the_demonstration_case_shows_how_far_it_is_and_can_be_stopped", async () => {
  const user = userEvent.setup();
  let fail = (_: unknown): void => undefined;
  const host = fakeHost({
    ...sample,
    session: () =>
      new Promise((_, reject) => {
        fail = reject;
      }),
    cancel: async () => null,
  });
  render(<App host={host} />);
  await waitFor(() => expect(host.calls.some((call) => call.name === "session")).toBe(true));
  const step = {
    job: "demonstration",
    what: "Making the demonstration case",
    total: "120",
    unit: "accounts",
    elapsed_ms: 2_000,
  };
  act(() => host.tell("progress", { ...step, done: "10" }));
  act(() => host.tell("progress", { ...step, done: "40" }));
  expect(await screen.findByText(/40 of 120 accounts/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(host.calls.at(-1)).toEqual({ name: "cancel", args: ["demonstration"] });
  const error = { message: "", rule: null, missing: [], incident: "" };
  await act(async () => fail({ ...error, code: "cancelled" }));
  await screen.findByText("Recent cases");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a_demonstration_case_that_cannot_be_made_says_why", async () => {
  const error = { code: "no-space", message: "", rule: null, missing: [], incident: "" };
  const host = fakeHost({ ...sample, session: () => Promise.reject(error) });
  render(<App host={host} />);
  expect(await screen.findByText("Recent cases")).toBeInTheDocument();
  expect(screen.getByRole("alert")).toHaveTextContent("The disk is full, or nearly");
});

test("what_is_typed_into_the_locked_screen_stays_when_the_lock_is_told_twice", async () => {
  const user = userEvent.setup();
  let isOpen = true;
  let finish: () => void = () => undefined;
  const host = fakeHost({
    ...sample,
    session: async () => (isOpen ? { ...session, last_route: "today" } : null),
    firstScreen: async () => ({
      recent: [],
      policy: null,
      locked: { token: "r1", name: "north", opened_at: "2026-11-20T09:00:00Z", is_there: true },
      theme: null,
      look_was_thrown_away: false,
      demonstration_passphrase: "",
      has_demonstration: false,
      version: "0.1.0",
    }),
    lock: () =>
      new Promise((done) => {
        isOpen = false;
        finish = () => done(null);
      }),
  });
  render(<App host={host} />);
  await screen.findByText("Safeguarding not answered");
  await user.keyboard("{Control>}l{/Control}");
  await waitFor(() => expect(isOpen).toBe(false));
  act(() => host.tell("session-locked", {}));
  const field = await screen.findByLabelText("Passphrase");
  await user.type(field, "quiet harbour");
  await act(async () => finish());
  expect(screen.getByLabelText("Passphrase")).toHaveValue("quiet harbour");
});

test("an_answer_that_says_locked_locks_the_page", async () => {
  let isOpen = true;
  const host = fakeHost({
    ...sample,
    session: async () => (isOpen ? { ...session, last_route: "today" } : null),
    today: async () => {
      isOpen = false;
      throw { code: "locked", message: "", rule: null, missing: [], incident: "" };
    },
  });
  render(<App host={host} />);
  await screen.findByText("Recent cases");
});

test("the_palette_finds_and_does_a_command", async () => {
  const user = userEvent.setup();
  open();
  await screen.findByText("Safeguarding not answered");
  await user.keyboard("{Control>}k{/Control}");
  await screen.findByPlaceholderText("Type what you want to do");
  await user.keyboard("go settings");
  await user.keyboard("{Enter}");
  await screen.findByText("Size of people’s text");
});

test("the_sheet_of_keys_shows_every_key_of_the_table", async () => {
  const user = userEvent.setup();
  open();
  await screen.findByText("Safeguarding not answered");
  await user.keyboard("?");
  const sheet = await screen.findByRole("dialog", { name: "Keys" });
  expect(sheet).toHaveTextContent("Lock the case");
  expect(sheet).toHaveTextContent("Ctrl L");
  for (const words of [/Can’t tellT/, /reason with that number1 – 7/, /Cover againH/, /Alt ↑/]) {
    expect(sheet).toHaveTextContent(words);
  }
});

test("the_lock_clock_shows_in_its_last_minute_and_goes_when_the_officer_is_there", async () => {
  const user = userEvent.setup();
  const host = open();
  await screen.findByText("Safeguarding not answered");
  expect(screen.queryByRole("timer")).toBeNull();
  act(() => host.tell("locking-soon", { seconds: 42 }));
  expect(screen.getByRole("timer")).toHaveTextContent("42");
  await user.keyboard("{Shift}");
  await waitFor(() => expect(screen.queryByRole("timer")).toBeNull());
  expect(host.calls.some((call) => call.name === "touch")).toBe(true);
});

test("where_the_officer_was_is_kept", async () => {
  const user = userEvent.setup();
  const host = open();
  await screen.findByText("Safeguarding not answered");
  await user.keyboard("{Control>},{/Control}");
  await waitFor(() =>
    expect(host.calls.filter((call) => call.name === "savePlace").at(-1)?.args).toEqual([
      "route",
      "settings//",
    ]),
  );
});

test("a_log_that_was_cut_back_is_said_on_every_screen_until_it_was_read", async () => {
  const user = userEvent.setup();
  const found = { entry: 812, found_at: "2026-11-20T08:10:00Z", known_entry: "900" };
  const host = fakeHost({
    ...sample,
    session: async () => ({ ...session, last_route: "today", cut_back: found }),
    savePlace: async () => null,
  });
  render(<App host={host} />);
  const notice = await screen.findByRole("alert", { name: /audit log of this case was cut back/ });
  expect(notice.textContent).toContain("ended before entry 900");
  expect(notice.textContent).toContain("written down as entry 812");
  await user.click(screen.getByRole("button", { name: "Open the audit log" }));
  expect(notice.isConnected).toBe(true);
  await user.click(screen.getByRole("button", { name: "I have read this" }));
  await waitFor(() => expect(notice.isConnected).toBe(false));
  const kept = host.calls.filter((call) => call.name === "savePlace").map((call) => call.args);
  expect(kept).toContainEqual(["cut-back-read", "812"]);
});
