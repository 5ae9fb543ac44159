import { fireEvent, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { DutyContactView } from "../../host";
import { anAccount, asked, recordHost, show } from "../testing";
import { ActDialog } from "./ActDialog";

function contact(change: Partial<DutyContactView>): DutyContactView {
  return {
    code: "coastguard",
    kinds: ["life-at-sea"],
    name: "HM Coastguard",
    how: "telephone",
    number: "999",
    note: "",
    standing: "sourced",
    source: "made up",
    date: "2026-11-28",
    review_by: "2027-05-27",
    is_overdue: false,
    ...change,
  };
}

function dialog() {
  const host = recordHost({
    dutyContacts: async () => [
      contact({}),
      contact({ code: "desk", name: "Duty desk", number: "", standing: "unsourced" }),
      contact({ code: "child", name: "Child desk", kinds: ["child"], is_overdue: true }),
    ],
    act: async () => {
      throw new Error("not asked");
    },
  });
  const account = anAccount();
  show(
    host,
    COMMANDS,
    <ActDialog account={account} action="safeguarding" onClose={() => undefined} />,
    { current: account.id },
  );
  return { host, user: userEvent.setup() };
}

async function choose(user: ReturnType<typeof userEvent.setup>, kind: string) {
  await user.click(screen.getByRole("button", { name: /What it is about/u }));
  await user.click(await screen.findByRole("option", { name: kind }));
}

test("whom_to_tell_is_offered_by_what_it_is_about", async () => {
  const { user } = dialog();
  expect(screen.queryByText("HM Coastguard")).toBeNull();
  await choose(user, "Life at sea, now");
  expect(await screen.findByRole("button", { name: /HM Coastguard/u })).toHaveTextContent(
    "unit to confirm",
  );
  expect(screen.getByRole("button", { name: /Duty desk/u })).toHaveTextContent("no number entered");
  expect(screen.queryByRole("button", { name: /Child desk/u })).toBeNull();
});

test("one_key_fills_in_who_was_told_and_how", async () => {
  const { host, user } = dialog();
  await choose(user, "Life at sea, now");
  await screen.findByRole("button", { name: /HM Coastguard/u });
  fireEvent.keyDown(document.activeElement ?? document.body, { key: "1", code: "Digit1" });
  expect(screen.getByRole("textbox", { name: "Who was told" })).toHaveValue("HM Coastguard");
  expect(screen.getByRole("textbox", { name: /How they were told/u })).toHaveValue(
    "telephone, 999",
  );
  expect(asked(host, "act")).toEqual([]);
});

test("a_number_typed_into_a_field_stays_a_number", async () => {
  const { user } = dialog();
  await choose(user, "Life at sea, now");
  await screen.findByRole("button", { name: /HM Coastguard/u });
  const reference = screen.getByRole("textbox", { name: /Their reference/u });
  await user.type(reference, "112");
  expect(reference).toHaveValue("112");
  expect(screen.getByRole("textbox", { name: "Who was told" })).toHaveValue("");
});

test("a_contact_to_be_looked_at_again_says_so", async () => {
  const { user } = dialog();
  await choose(user, "A child is at risk");
  expect(await screen.findByRole("button", { name: /Child desk/u })).toHaveTextContent(
    "to be looked at again",
  );
});
