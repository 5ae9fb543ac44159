import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { DutyContactView } from "../../../host";
import { asked, recordHost, session, show } from "../../../record/testing";
import { DutyTab } from "./DutyTab";

const CONTACT: DutyContactView = {
  code: "coastguard",
  kinds: ["life-at-sea"],
  name: "HM Coastguard",
  how: "telephone",
  number: "999",
  note: "",
  standing: "sourced",
  source: "made up",
  date: "2026-05-01",
  review_by: "2026-10-28",
  is_overdue: true,
};

function tab(role: "officer" | "reader" = "officer") {
  const host = recordHost({
    dutyContacts: async () => [CONTACT],
    putDutyContact: async () => [CONTACT],
    removeDutyContact: async () => [],
  });
  const as = { ...session, officer: { ...session.officer, role } };
  show(host, COMMANDS, <DutyTab />, { session: as });
  return { host, user: userEvent.setup() };
}

test("a_contact_says_where_it_comes_from_and_that_it_is_to_be_looked_at_again", async () => {
  tab();
  const row = within(await screen.findByRole("row", { name: /HM Coastguard/u }));
  expect(row.getByText(/made up, 2026-05-01/u)).toBeInTheDocument();
  expect(row.getByText("unit to confirm")).toBeInTheDocument();
  expect(row.getByText("to be looked at again")).toBeInTheDocument();
});

test("a_contact_is_changed_by_its_code_and_kept_whole", async () => {
  const { host, user } = tab();
  await user.click(await screen.findByRole("button", { name: /^Change .*HM Coastguard/u }));
  const number = await screen.findByRole("textbox", { name: "Number or address" });
  await user.clear(number);
  await user.type(number, "999, ask for the Coastguard");
  await user.click(screen.getByRole("button", { name: "Save contact" }));
  expect(asked(host, "putDutyContact")).toEqual([
    [
      {
        code: "coastguard",
        kinds: ["life-at-sea"],
        name: "HM Coastguard",
        how: "telephone",
        number: "999, ask for the Coastguard",
        note: "",
        review_by: null,
      },
    ],
  ]);
});

test("a_new_contact_needs_what_it_is_told_of_who_and_how", async () => {
  const { user } = tab();
  await user.click(await screen.findByRole("button", { name: "Add a contact…" }));
  const save = screen.getByRole("button", { name: "Save contact" });
  expect(save).toBeDisabled();
  await user.click(screen.getByRole("checkbox", { name: "A person is held" }));
  await user.type(screen.getByRole("textbox", { name: "Who" }), "Control room");
  expect(save).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "How" }), "telephone");
  expect(save).toBeEnabled();
});

test("a_reader_sees_the_list_and_changes_nothing", async () => {
  tab("reader");
  await screen.findByText("HM Coastguard");
  expect(screen.queryByRole("button")).toBeNull();
});
