import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Commands, type ErrorCode, type FirstScreenView, HostProvider } from "../../host";
import { fakeHost } from "../../host/fake";
import { errorWords } from "../../kit";
import { sample } from "../../preview/sample";
import { UnlockArea } from ".";

const first: FirstScreenView = {
  recent: [
    { token: "r1", name: "north.bwcase", opened_at: "2026-11-20T09:00:00Z", is_there: true },
  ],
  policy: null,
  locked: null,
  theme: null,
  look_was_thrown_away: false,
  demonstration_passphrase: "",
  has_demonstration: false,
  version: "0.1.0",
};

function show(answers: Partial<Commands> = {}) {
  const host = fakeHost({ ...sample, firstScreen: async () => first, ...answers });
  const opened = vi.fn();
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <UnlockArea onOpened={opened} />
      </QueryClientProvider>
    </HostProvider>,
  );
  return { host, opened };
}

const REASONS: readonly ErrorCode[] = [
  "wrong-passphrase",
  "damaged",
  "missing",
  "newer-version",
  "open-elsewhere",
  "no-case",
];

test.each(REASONS)("a_case_that_does_not_open_says_why_in_its_own_words: %s", async (code) => {
  const user = userEvent.setup();
  const { opened } = show({
    openCase: async () => {
      throw { code, message: "", rule: null, missing: [], incident: "1" };
    },
  });
  await user.click(await screen.findByText("north.bwcase"));
  await user.type(await screen.findByLabelText("Passphrase"), "something{Enter}");
  expect(await screen.findByRole("alert")).toHaveTextContent(errorWords(code).title);
  expect(screen.getByLabelText("Passphrase")).toBeInTheDocument();
  expect(opened).not.toHaveBeenCalled();
});

test("it_says_that_it_works_while_the_key_is_stretched", async () => {
  const user = userEvent.setup();
  show({ openCase: () => new Promise(() => undefined) });
  await user.click(await screen.findByText("north.bwcase"));
  await user.type(await screen.findByLabelText("Passphrase"), "something{Enter}");
  expect(await screen.findByRole("status")).toHaveTextContent("Stretching the key");
});

test("a_locked_case_asks_only_for_its_passphrase", async () => {
  const locked = first.recent[0] ?? null;
  show({ firstScreen: async () => ({ ...first, locked }) });
  expect(await screen.findByRole("heading", { name: "north.bwcase" })).toBeInTheDocument();
  expect(screen.getByLabelText("Passphrase")).toHaveFocus();
  expect(screen.queryByText("New case")).toBeNull();
});

async function fillUpToOpeners(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByText("New case"));
  const next = () => screen.getByRole("button", { name: "Next" });
  expect(next()).toBeDisabled();
  expect(
    screen.getAllByRole("radio").filter((radio) => (radio as HTMLInputElement).checked),
  ).toEqual([]);
  await user.type(screen.getByLabelText("Title"), "North");
  await user.type(screen.getByLabelText("Reference"), "OCC/1");
  await user.click(screen.getByText("OFFICIAL-SENSITIVE"));
  await user.click(screen.getByRole("button", { name: "Choose a place" }));
  await user.click(next());
  await user.type(screen.getByLabelText("Your name"), "R. Officer");
  await user.type(screen.getByLabelText("Your number"), "4417");
  await user.click(next());
  const phrase = "correct horse battery staple lantern";
  await user.type(screen.getByLabelText("Passphrase"), phrase);
  await user.type(screen.getByLabelText("The same passphrase again"), phrase);
  await vi.waitFor(() => expect(next()).toBeEnabled());
  await user.click(next());
}

test("who_else_can_open_a_new_case_must_be_answered", async () => {
  const user = userEvent.setup();
  const begun = vi.fn(sample.beginCase);
  show({ beginCase: begun });
  await fillUpToOpeners(user);
  const prepare = screen.getByRole("button", { name: "Make the recovery key" });
  expect(prepare).toBeDisabled();
  await user.click(screen.getByText("Nobody else"));
  expect(prepare).toBeEnabled();
  await user.click(prepare);
  expect(begun).toHaveBeenCalledWith(expect.objectContaining({ unit_recovery: [] }));
});

test("what_the_units_policy_requires_cannot_be_left_out", async () => {
  const user = userEvent.setup();
  const begun = vi.fn(sample.beginCase);
  const policy = { unit: "OCC", recovery_recipients: ["age1exampleexample"], date: "2026-10-01" };
  show({ firstScreen: async () => ({ ...first, policy }), beginCase: begun });
  await fillUpToOpeners(user);
  expect(screen.queryByText("Nobody else")).toBeNull();
  await user.click(screen.getByRole("button", { name: "Make the recovery key" }));
  expect(begun).toHaveBeenCalledWith(
    expect.objectContaining({ unit_recovery: policy.recovery_recipients }),
  );
});

test("a_case_is_made_only_when_the_recovery_key_was_typed_back", async () => {
  const user = userEvent.setup();
  const confirmed = vi.fn(sample.confirmCase);
  show({ confirmCase: confirmed });
  await fillUpToOpeners(user);
  await user.click(screen.getByText("Nobody else"));
  await user.click(screen.getByRole("button", { name: "Make the recovery key" }));
  const typed = await screen.findByLabelText("Type the last 6 characters of the key");
  const shown = screen.getByRole("group", { name: "Recovery key, in groups" });
  expect(shown.textContent).toMatch(/^AGE-SECRET-KEY-1/);
  const [group] = shown.children;
  expect(group).toHaveTextContent(/^AGE-SECRET-KEY-1$/);
  expect(screen.queryByRole("button", { name: "Copy" })).toBeNull();
  const make = screen.getByRole("button", { name: "Make the case" });
  await user.type(typed, "XXXXXX");
  expect(make).toBeDisabled();
  expect(screen.getByText("These are not its last characters.")).toBeInTheDocument();
  await user.clear(typed);
  await user.type(typed, "6mua7l");
  await user.click(make);
  expect(confirmed).toHaveBeenCalledExactlyOnceWith("6MUA7L");
  expect(await screen.findByText("The case is made")).toBeInTheDocument();
});
