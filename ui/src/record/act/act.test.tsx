import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { ActionView } from "../../host";
import { anAccount, asked, recordHost, show } from "../testing";
import { ActDialog } from "./ActDialog";
import { OpenActions } from "./OpenActions";

const told: ActionView = {
  id: "action-1",
  action: "safeguarding",
  kind: "life-at-sea",
  told: "HM Coastguard",
  by: "telephone",
  reference: null,
  known: "A boat tonight",
  grading: null,
  at: "2026-11-23T09:12:00Z",
  officer: "4417",
  is_open: true,
  answer: null,
  answered_at: null,
};

describe("a safeguarding act", () => {
  test("presets_nothing_and_is_recorded_only_by_enter_on_a_line_that_names_the_account", async () => {
    const host = recordHost({ act: async () => told });
    const onClose = vi.fn();
    const user = userEvent.setup();
    const dialog = <ActDialog account={anAccount()} action="safeguarding" onClose={onClose} />;
    show(host, COMMANDS, dialog, { current: "account-1" });
    const record = screen.getByRole("button", { name: "Record safeguarding act" });
    expect(record).toBeDisabled();
    await user.click(screen.getByRole("button", { name: /What it is about/ }));
    await user.click(await screen.findByRole("option", { name: "Life at sea, now" }));
    await user.type(screen.getByLabelText("Who was told"), "HM Coastguard");
    await user.type(screen.getByLabelText("How they were told"), "telephone");
    await user.type(screen.getByLabelText("What is known"), "A boat");
    await user.click(record);
    expect(screen.getByRole("alertdialog")).toHaveTextContent(/@made_up_24.*TikTok/);
    expect(asked(host, "act")).toEqual([]);
    await user.keyboard("{Enter}");
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked(host, "act")).toEqual([
      [
        {
          account: "account-1",
          action: "safeguarding",
          kind: "life-at-sea",
          told: "HM Coastguard",
          by: "telephone",
          reference: null,
          known: "A boat",
          at: null,
          grading: null,
        },
      ],
    ]);
    expect(asked(host, "decide")).toEqual([]);
  });
});

describe("an intelligence report", () => {
  test("is_recorded_only_with_its_grading_which_is_not_preset", async () => {
    const host = recordHost({
      act: async () => ({ ...told, action: "intelligence", grading: "2BP" }),
    });
    const user = userEvent.setup();
    const dialog = (
      <ActDialog account={anAccount()} action="intelligence" onClose={() => undefined} />
    );
    show(host, COMMANDS, dialog, { current: "account-1" });
    await user.type(screen.getByLabelText("Who receives it"), "Desk 3");
    await user.type(screen.getByLabelText("What the report says"), "A number and a time");
    expect(screen.getByText(/Still needed: grading/)).toBeInTheDocument();
    for (const [name, option] of [
      [/Source/, "2 Untested"],
      [/Information/, "B Known indirectly, corroborated"],
      [/Handling/, "P Lawful sharing permitted"],
    ] as const) {
      await user.click(screen.getByRole("button", { name }));
      await user.click(await screen.findByRole("option", { name: option }));
    }
    expect(screen.queryByText(/Still needed/)).toBeNull();
    await user.click(screen.getByRole("button", { name: "Record report" }));
    await user.keyboard("{Enter}");
    await waitFor(() => expect(asked(host, "act")).toHaveLength(1));
    expect(asked(host, "act")[0]?.[0]).toMatchObject({ action: "intelligence", grading: "2BP" });
  });
});

describe("an act nobody has answered", () => {
  test("stands_on_the_account_until_the_answer_is_entered", async () => {
    const host = recordHost({ answerAction: async () => ({ ...told, is_open: false }) });
    const user = userEvent.setup();
    show(host, COMMANDS, <OpenActions account={anAccount({ actions: [told] })} />, {
      current: "account-1",
    });
    const region = screen.getByRole("region", { name: "Not yet answered" });
    expect(region).toHaveTextContent(/Life at sea, now.*HM Coastguard.*telephone/);
    await user.click(within(region).getByRole("button", { name: "Enter the answer" }));
    await user.type(await screen.findByLabelText("What they answered"), "Found");
    const buttons = screen.getAllByRole("button", { name: "Enter the answer" });
    await user.click(buttons.at(-1) ?? region);
    await waitFor(() => expect(asked(host, "answerAction")).toHaveLength(1));
    expect(asked(host, "answerAction")[0]?.[0]).toEqual({
      action: "action-1",
      answer: "Found",
      at: null,
    });
  });

  test("is_gone_once_it_is_answered", () => {
    const answered = { ...told, is_open: false, answer: "Found" };
    show(recordHost(), COMMANDS, <OpenActions account={anAccount({ actions: [answered] })} />, {
      current: "account-1",
    });
    expect(screen.queryByRole("region", { name: "Not yet answered" })).toBeNull();
  });
});
