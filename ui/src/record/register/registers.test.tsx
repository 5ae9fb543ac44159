import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { RegisterHitView } from "../../host";
import { aHit } from "../../preview/sample/registers";
import { DecisionBar } from "../decide/DecisionBar";
import { Registers } from "../inspector/Registers";
import { anAccount, lines, recordHost, show } from "../testing";
import { RegisterBanner } from "./RegisterBanner";

function banner(...hits: RegisterHitView[]) {
  show(recordHost(), COMMANDS, <RegisterBanner hits={hits} />);
  return screen.queryByTestId("register-banner");
}

test("a_protected_account_names_its_owner_and_whom_to_ask", () => {
  const shown = banner(aHit("protected"), aHit("ask-first", { owner: "Desk 3", contact: null }));
  expect(shown).toHaveTextContent(/Protected: .*Harbour Dispatch, newsroom/u);
  expect(shown).toHaveTextContent(/newsdesk@harbour-dispatch\.example/u);
  expect(shown).toHaveTextContent(/It enters no referral\..*by its id/u);
  expect(shown).toHaveTextContent(/Ask first: .*Desk 3/u);
});

test("what_never_links_and_nothing_at_all_raise_no_banner", () => {
  expect(banner(aHit("never-links"))).toBeNull();
  expect(banner()).toBeNull();
});

test("the_side_pane_says_on_which_lists_an_account_is_not", () => {
  show(recordHost(), COMMANDS, <Registers account={anAccount()} />);
  expect(
    screen.getByText("Not protected. Not on ask-first. Not referred by others."),
  ).toBeInTheDocument();
});

test("the_side_pane_lists_every_hit_and_what_is_left", () => {
  show(
    recordHost(),
    COMMANDS,
    <Registers
      account={anAccount({ registers: [aHit("protected"), aHit("never-links", { owner: null })] })}
    />,
  );
  expect(screen.getAllByRole("listitem")).toHaveLength(2);
  expect(screen.getByText("Not on ask-first. Not referred by others.")).toBeInTheDocument();
});

test("the_refer_line_names_the_register", async () => {
  const answers = Object.fromEntries(lines.map((line) => [line.name, "no" as const]));
  const draft = { answers, reason: "Offers.", hold_until: null, note: "", translation: "" };
  const account = anAccount({ registers: [aHit("protected")], draft });
  show(
    recordHost(),
    COMMANDS,
    <DecisionBar
      account={account}
      lines={lines}
      position={null}
      onDone={() => undefined}
      onUndone={() => undefined}
      onAct={() => undefined}
    />,
    { current: account.id },
  );
  await userEvent.click(screen.getByRole("button", { name: /^Refer/u }));
  expect(screen.getByRole("alertdialog")).toHaveTextContent(
    /On the protected register: .*Harbour Dispatch.*No draft will take it/u,
  );
});
