import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { ColleagueView } from "../../../host";
import { asked, recordHost, session, show } from "../../../record/testing";
import { ColleaguesCard } from "./ColleaguesCard";

const COLLEAGUE: ColleagueView = {
  id: "o9",
  name: "A colleague",
  number: "6603",
  fingerprint: "SHA256:made-up",
  recipient: "age1madeup",
  confirmed_by: null,
  confirmed_at: null,
};

function card(role: "officer" | "supervisor") {
  const host = recordHost({
    packageCard: async () => ({ ...COLLEAGUE, fingerprint: "SHA256:own" }),
    colleagues: async () => [COLLEAGUE],
    confirmColleague: async () => ({ ...COLLEAGUE, confirmed_by: "4417" }),
  });
  const as = { ...session, officer: { ...session.officer, role } };
  show(host, COMMANDS, <ColleaguesCard />, { session: as });
  return { host, user: userEvent.setup() };
}

test("a_supervisor_types_the_fingerprint_and_the_list_shows_none_to_copy", async () => {
  const { host, user } = card("supervisor");
  expect(await screen.findByText("does not count yet")).toBeInTheDocument();
  expect(screen.queryByText(/made-up/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "Confirm the key of A colleague" }));
  const confirm = await screen.findByRole("button", { name: "Confirm the key" });
  expect(confirm).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: "Fingerprint" }), "SHA256:heard");
  await user.click(confirm);
  expect(asked(host, "confirmColleague")).toEqual([["6603", "SHA256:heard"]]);
});

test("only_a_supervisor_is_offered_to_confirm", async () => {
  card("officer");
  await screen.findByText("does not count yet");
  expect(screen.queryByRole("button", { name: /^Confirm/u })).toBeNull();
});
