import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { AccountView, PersonRoleView } from "../../host";
import { DecisionBar } from "../decide/DecisionBar";
import { LinksTab } from "../links/LinksTab";
import { anAccount, asked, lines, recordHost, show } from "../testing";
import { KeptApartChoice } from "./KeptApartChoice";
import { RoleLine } from "./RoleLine";
import { RoleSection } from "./RoleSection";

const VICTIM: PersonRoleView = {
  role: "victim",
  rests_on: "fact",
  words: "told by the coastguard",
  officer: "4417",
  at: "2026-11-23T09:12:00Z",
};

function line(change: Partial<AccountView> = {}) {
  const host = recordHost({
    setRole: async ({ role, rests_on, words }) => ({
      set: "set-1",
      role: { ...VICTIM, role, rests_on, words },
      status: "new" as const,
    }),
    undo: async () => ({ removed: 1, restored: 0, kept: 0 }),
  });
  show(host, COMMANDS, <RoleLine account={anAccount(change)} />, { current: "account-1" });
  return { host, user: userEvent.setup() };
}

test("the_line_says_that_nobody_has_said_and_opens_by_its_key", async () => {
  const { user } = line();
  expect(screen.getByRole("button", { name: "Person: not said" })).toBeInTheDocument();
  await user.keyboard("p");
  expect(await screen.findByRole("menuitem", { name: /^third party/ })).toBeInTheDocument();
});

test("a_role_is_saved_only_with_what_it_rests_on_and_can_be_taken_back", async () => {
  const { host, user } = line();
  await user.keyboard("p");
  await user.click(await screen.findByRole("menuitem", { name: /^child/ }));
  expect(await screen.findByRole("button", { name: "Save the role" })).toBeDisabled();
  expect(screen.getByRole("note")).toHaveTextContent(/leave lists.*not referred/);
  for (const radio of screen.getAllByRole("radio")) expect(radio).not.toBeChecked();
  await user.click(screen.getByRole("radio", { name: /an opinion/ }));
  await user.type(screen.getByLabelText(/Why, in a few words/), "looks very young");
  await user.click(screen.getByRole("button", { name: "Save the role" }));
  await waitFor(() => expect(asked(host, "setRole")).toHaveLength(1));
  expect(asked(host, "setRole")[0]?.[0]).toEqual({
    account: "account-1",
    role: "child",
    rests_on: "opinion",
    words: "looks very young",
  });
  expect(await screen.findByText(/person child, on an opinion/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /^Take back|^Undo/ }));
  await waitFor(() => expect(asked(host, "undo")).toEqual([["set-1"]]));
});

test("an_unknown_role_rests_on_nothing", async () => {
  const { host, user } = line({ role: VICTIM });
  await user.click(screen.getByRole("button", { name: "Person: victim, on a fact" }));
  await user.click(await screen.findByRole("menuitem", { name: /^not said/ }));
  expect(screen.queryByRole("radio")).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Save the role" }));
  await waitFor(() => expect(asked(host, "setRole")).toHaveLength(1));
  expect(asked(host, "setRole")[0]?.[0]).toMatchObject({ role: "unknown", rests_on: null });
});

test("beside_the_account_stands_who_said_it_on_what_and_why", () => {
  show(recordHost(), COMMANDS, <RoleSection account={anAccount({ role: VICTIM })} />);
  const section = screen.getByRole("heading", { name: "Person" }).closest("section");
  expect(section).toHaveTextContent(/victim, on a fact.*told by the coastguard.*said by 4417/);
});

test.each(["victim", "child"] as const)("refer_is_shut_for_a_%s_and_says_so", (role) => {
  const answers = Object.fromEntries(lines.map((one) => [one.name, "no" as const]));
  const draft = {
    answers,
    reason: "Offers a crossing.",
    hold_until: null,
    note: "",
    translation: "",
  };
  const bar = (change: Partial<AccountView>) => (
    <DecisionBar
      account={anAccount({ draft, ...change })}
      lines={lines}
      position={null}
      onDone={() => undefined}
      onUndone={() => undefined}
      onAct={() => undefined}
    />
  );
  show(recordHost(), COMMANDS, bar({ role: { ...VICTIM, role } }), { current: "account-1" });
  expect(screen.getByRole("button", { name: /^Refer/ })).toBeDisabled();
  expect(screen.getByTestId("missing")).toHaveTextContent(`the person is a ${role}`);
  expect(screen.getByRole("button", { name: /^No action/ })).toBeEnabled();
});

test("the_links_of_somebody_kept_apart_say_why_there_are_none", async () => {
  const host = recordHost({
    accountLinks: async () => ({
      links: [],
      total: 0,
      shared: [],
      chain: [],
      why_none: "The person behind it is a victim to the case.",
    }),
  });
  show(host, COMMANDS, <LinksTab account={anAccount({ role: VICTIM })} />);
  expect(await screen.findByText(/is a victim to the case/)).toBeInTheDocument();
  expect(screen.queryByText(/shares no number/)).toBeNull();
});

test("who_is_left_out_of_a_file_is_told_and_the_choice_is_not_preset", async () => {
  let isWith = false;
  const user = userEvent.setup();
  show(
    recordHost(),
    COMMANDS,
    <KeptApartChoice
      keptApart={3}
      isWith={false}
      onChange={(next) => {
        isWith = next;
      }}
    />,
  );
  expect(screen.getByRole("note")).toHaveTextContent(/^3 accounts of victims.* left out$/);
  expect(screen.getByRole("checkbox")).not.toBeChecked();
  await user.click(screen.getByRole("checkbox"));
  expect(isWith).toBe(true);
});
