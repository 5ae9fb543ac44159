import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../app/commands";
import { InviteDialog } from "../areas/settings/InviteDialog";
import { YouTab } from "../areas/settings/YouTab";
import type { Commands } from "../host";
import { flushAll } from "../lib/flush";
import { ActDialog } from "./act/ActDialog";
import { OpenActions } from "./act/OpenActions";
import { AttachSheet } from "./attach/AttachSheet";
import { StopDialog } from "./exhibit/StopDialog";
import { Translation } from "./item/Translation";
import { anAccount, anExhibit, asked, recordHost, session, show } from "./testing";

const account = anAccount();
const nothing = () => undefined;

/** A host that keeps places like the core does. */
function keepingHost(answers: Partial<Commands> = {}) {
  const places = new Map<string, string>();
  const host = recordHost({
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    ...answers,
  });
  return { host, places };
}

function files(name: string): ReactNode {
  const what = { kind: "files" as const, files: [{ token: "t", name, size: "9" }] };
  return <AttachSheet account={account} what={what} onClose={nothing} />;
}

const act = {
  id: "action-1",
  action: "safeguarding",
  kind: "child",
  told: "Them",
  by: null,
  reference: null,
  known: null,
  grading: null,
  at: "2026-11-23T09:12:00Z",
  officer: "4417",
  is_open: true,
  answer: null,
  answered_at: null,
} as const;

const FORMS: [string, ReactNode, string | null, RegExp][] = [
  [
    "safeguarding",
    <ActDialog key="1" account={account} action="safeguarding" onClose={nothing} />,
    null,
    /^What is known/,
  ],
  [
    "their answer",
    <OpenActions key="2" account={anAccount({ actions: [act] })} />,
    "Enter the answer",
    /^What they answered/,
  ],
  ["attach", files("a.png"), null, /^Captured at/],
  [
    "stop",
    <StopDialog key="4" exhibit={anExhibit()} onStopped={nothing} onClose={nothing} />,
    null,
    /^Why/,
  ],
  ["invitation", <InviteDialog key="5" onClose={nothing} />, null, /^Name/],
  [
    "translation of a post",
    <Translation key="6" account={account} post="post-1" translation={undefined} />,
    "Add a translation",
    /^Translation into/,
  ],
  [
    "who translated",
    <Translation key="7" account={account} post={null} translation={undefined} />,
    "Add a translation",
    /^Who or what made it/,
  ],
];

describe("what is typed is kept and there again", () => {
  test.each(FORMS)("in the form of %s", async (_, form, opener, label) => {
    const user = userEvent.setup();
    const { host } = keepingHost();
    const given = { current: "account-1" };
    const { unmount } = show(host, COMMANDS, form, given);
    if (opener !== null) await user.click(screen.getByRole("button", { name: opener }));
    await user.type(await screen.findByLabelText(label), "typed");
    await flushAll();
    unmount();
    show(host, COMMANDS, form, given);
    const again =
      opener === null ? null : await screen.findByRole("button", { name: /Go on|Enter the/ });
    if (again !== null) await user.click(again);
    await waitFor(async () => expect(await screen.findByLabelText(label)).toHaveValue("typed"));
  });
});

test("a_form_that_was_sent_is_empty_the_next_time", async () => {
  const user = userEvent.setup();
  const receipt = {
    number: "4417/1",
    at: act.at,
    officer: "4417",
    entry: 1,
    also: [],
    procedure: [],
    procedure_source: "",
  };
  const { host, places } = keepingHost({ stopExhibit: async () => receipt });
  const dialog = <StopDialog exhibit={anExhibit()} onStopped={nothing} onClose={nothing} />;
  show(host, COMMANDS, dialog, { current: null });
  await user.type(screen.getByLabelText(/^Why/), "A child");
  await user.click(screen.getByRole("button", { name: "Stop it now" }));
  await waitFor(() => expect(asked(host, "stopExhibit")).toHaveLength(1));
  await waitFor(() => expect(places.get("stop/exhibit-1")).toBe(""));
});

test("what_was_said_of_one_file_is_not_preset_for_another", async () => {
  const user = userEvent.setup();
  const { host } = keepingHost();
  const { unmount } = show(host, COMMANDS, files("a.png"), { current: null });
  await user.type(screen.getByLabelText(/^Captured at/), "2026-11-23 09:12");
  await flushAll();
  unmount();
  show(host, COMMANDS, files("b.png"), { current: null });
  await waitFor(() => expect(asked(host, "readPlace").length).toBeGreaterThan(1));
  expect(screen.getByLabelText(/^Captured at/)).toHaveValue("");
});

test("the_recovery_key_is_never_kept", async () => {
  const user = userEvent.setup();
  const { host } = keepingHost();
  show(host, COMMANDS, <InviteDialog onClose={nothing} />);
  await user.type(screen.getByLabelText("Name"), "B. Officer");
  await user.click(screen.getByRole("radio", { name: /^Supervisor/ }));
  await user.type(await screen.findByLabelText(/recovery key/i), "AGE-SECRET");
  await flushAll();
  const kept = JSON.stringify(asked(host, "savePlace"));
  expect(kept).toContain("B. Officer");
  expect(kept).not.toContain("AGE-SECRET");
});

test("a_half_typed_address_does_not_keep_the_telephone_from_being_saved", async () => {
  const user = userEvent.setup();
  const own = { ...session.officer, email: "a@example.invalid" };
  const { host } = keepingHost({ setOfficer: async () => own });
  show(host, COMMANDS, <YouTab />, { session: { ...session, officer: own } });
  const email = screen.getByLabelText("Official e-mail");
  await user.clear(email);
  await user.type(email, "half");
  await user.type(screen.getByLabelText("Official telephone"), "+44 7700 900555");
  await flushAll();
  expect(asked(host, "setOfficer").at(-1)?.[0]).toMatchObject({
    email: "a@example.invalid",
    phone: "+44 7700 900555",
  });
});
