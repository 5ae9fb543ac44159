import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands } from "../../host";
import { flushAll } from "../../lib/flush";
import { currentRoute, go, resetRoute } from "../../lib/route";
import { asked, recordHost, session, show } from "../../record/testing";
import { SettingsArea } from ".";
import { refusal, SCORING } from "./lexicons/testing";

afterEach(() => resetRoute());

function open(answers: Partial<Commands> = {}, role: "officer" | "reader" = "officer") {
  const places = new Map<string, string>();
  let days = 90;
  const host = recordHost({
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    scoring: async () => ({ ...SCORING, no_action_days: days }),
    setNoActionDays: async (next) => {
      days = next;
      return null;
    },
    ...answers,
  });
  go({ area: "settings", tab: "no-action" });
  const officer = { ...session.officer, role };
  const mount = () => show(host, COMMANDS, <SettingsArea />, { session: { ...session, officer } });
  return { host, mount, view: mount(), user: userEvent.setup() };
}

const field = () => screen.findByLabelText(/^Days until/);
const save = () => screen.getByRole("button", { name: "Save the days" });

test("it_says_that_nothing_is_erased_by_itself_and_what_comes_with_the_program", async () => {
  open();
  expect(await field()).toHaveValue(90);
  expect(screen.getByText("Nothing is erased by itself.")).toBeInTheDocument();
  expect(screen.getByText("Comes with the program: 90 days")).toBeInTheDocument();
  expect(save()).toBeDisabled();
});

test("saved_days_are_a_whole_number_stand_at_once_and_score_nothing_again", async () => {
  const { user, host } = open();
  await user.clear(await field());
  await user.type(await field(), "120");
  await user.click(save());
  expect(await screen.findByText(/due for erasure 120 days after/)).toBeInTheDocument();
  expect(asked(host, "setNoActionDays")).toEqual([[120]]);
  await waitFor(() => expect(save()).toBeDisabled());
  expect(await field()).toHaveValue(120);
  expect(asked(host, "scoreAnew")).toEqual([]);
});

test("refused_days_stay_as_typed_with_the_reason_of_the_core", async () => {
  const why = "Between 1 day and 3650 days.";
  const { user } = open({ setNoActionDays: () => Promise.reject(refusal(why)) });
  await user.clear(await field());
  await user.type(await field(), "4000");
  await user.click(save());
  expect(await screen.findByRole("alert")).toHaveTextContent(why);
  expect(screen.getByRole("alert")).toHaveTextContent("The days are as they were.");
  expect(await field()).toHaveValue(4000);
});

test.each(["", "-5", "1.5", "70000"])("days_typed_as_%j_are_not_sent", async (typed) => {
  const { user } = open();
  await user.clear(await field());
  if (typed !== "") await user.type(await field(), typed);
  expect(save()).toBeDisabled();
  expect(screen.getByText("A whole number of days, 9,999 at most.")).toBeInTheDocument();
});

test("typed_days_are_kept_while_the_officer_is_elsewhere", async () => {
  const { user, view, mount } = open();
  await user.clear(await field());
  await user.type(await field(), "45");
  await flushAll();
  view.unmount();
  mount();
  await waitFor(async () => expect(await field()).toHaveValue(45));
});

test("the_days_of_the_program_can_be_gone_back_to", async () => {
  const { user, host } = open();
  const back = await screen.findByRole("button", { name: "Back to 90 days" });
  expect(back).toBeDisabled();
  await user.clear(await field());
  await user.type(await field(), "30");
  await user.click(save());
  await waitFor(() => expect(back).toBeEnabled());
  await user.click(back);
  await waitFor(() => expect(asked(host, "setNoActionDays")).toEqual([[30], [90]]));
  await waitFor(() => expect(back).toBeDisabled());
});

test("a_reader_reads_the_days_and_changes_none", async () => {
  open({}, "reader");
  expect(await field()).toHaveAttribute("readonly");
  expect(screen.queryByRole("button", { name: /Save the days|Back to/ })).toBeNull();
});

test("it_leads_to_the_accounts_due_for_erasure", async () => {
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Show accounts due for erasure" }));
  expect(currentRoute()).toMatchObject({ area: "accounts", tab: "due-for-erasure" });
});
