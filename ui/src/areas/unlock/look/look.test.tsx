import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Commands, HostProvider } from "../../../host";
import { fakeHost } from "../../../host/fake";
import { ToastProvider } from "../../../kit";
import { sample } from "../../../preview/sample";
import { found, row } from "../../../preview/sample/look";
import { UnlockArea } from "..";

const chosen = [{ token: "t1", name: "referrals 2025.csv", size: "10" }];

function show(answers: Partial<Commands> = {}) {
  const host = fakeHost({ ...sample, choose: async () => chosen, ...answers });
  const opened = vi.fn();
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <ToastProvider>
          <UnlockArea onOpened={opened} />
        </ToastProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  return { host, opened };
}

async function look(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(await screen.findByText("Look at a spreadsheet"));
  await screen.findByRole("heading", { name: "What the spreadsheet holds" });
}

test("every_line_with_findings_opens_its_rows_and_a_line_without_says_so", async () => {
  const user = userEvent.setup();
  const { host } = show();
  await look(user);
  expect(host.calls).toContainEqual({ name: "checkUp", args: [["t1"], expect.anything()] });
  const lines = screen.getByRole("region", { name: "What was found" });
  expect(within(lines).getByText("1,240 rows name 811 accounts")).toBeInTheDocument();
  expect(within(lines).getByText("The oldest: 03/02/2024")).toBeInTheDocument();
  expect(within(lines).getAllByText("Nothing found")).toHaveLength(2);
  for (const figure of found.figures) {
    const line = within(lines)
      .getAllByRole("listitem")
      .at(found.figures.indexOf(figure)) as HTMLElement;
    const [open] = within(line).getAllByRole("button");
    if (figure.rows === 0) {
      expect(open).toBeDisabled();
      continue;
    }
    await user.click(open as HTMLElement);
    const grid = await screen.findByRole("grid");
    expect(grid).toHaveAttribute("aria-rowcount", String(figure.rows));
  }
});

test("how_a_figure_is_counted_is_told_on_demand", async () => {
  const user = userEvent.setup();
  show();
  await look(user);
  expect(screen.queryByText(/letter for letter/u)).toBeNull();
  await user.click(screen.getByRole("button", { name: "How this is counted: Known twice" }));
  expect(screen.getByText(/letter for letter/u)).toBeInTheDocument();
});

test("a_row_is_shown_whole_and_copied_as_safe_text_by_the_core", async () => {
  const user = userEvent.setup();
  const { host } = show();
  await look(user);
  await user.click(screen.getByText("Shared numbers"));
  const grid = await screen.findByRole("grid", { name: "Rows: Shared numbers" });
  await user.click((await within(grid).findAllByText("07700900124"))[0] as HTMLElement);
  const whole = await screen.findByRole("region", { name: "The whole row" });
  expect(within(whole).getByText("الملاحظات")).toBeInTheDocument();
  expect(within(grid).getAllByText("country not always written").length).toBeGreaterThan(0);
  await user.click(within(whole).getByRole("button", { name: "Copy safe text" }));
  expect(host.calls).toContainEqual({ name: "copyCheckUpRow", args: ["shared-numbers", 0] });
  expect(row("shared-numbers", 0).cells).toHaveLength(3);
});

test("throwing_away_asks_nothing_and_leads_back_to_the_first_screen", async () => {
  const user = userEvent.setup();
  const { host } = show();
  await look(user);
  expect(screen.getByText(/The file is untouched/u)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Throw away" }));
  expect(await screen.findByText("New case")).toBeInTheDocument();
  expect(host.calls.map((call) => call.name)).toContain("dropCheckUp");
});

test("a_dropped_file_is_looked_at_and_a_stopped_look_leads_back", async () => {
  const { host } = show({
    checkUp: async () => {
      throw { code: "cancelled", message: "", rule: null, missing: [], incident: "1" };
    },
  });
  await screen.findByText("Look at a spreadsheet");
  await act(async () => host.tell("dropped", { files: chosen, x: 1, y: 1 }));
  expect(host.calls.map((call) => call.name)).toContain("checkUp");
  expect(screen.getByText("New case")).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a_look_that_was_thrown_away_leaves_the_screen_and_is_said", async () => {
  const user = userEvent.setup();
  const { host } = show();
  await look(user);
  await act(async () => host.tell("check-up-ended", {}));
  expect(screen.queryByText("What was found")).toBeNull();
  expect(screen.getByText("A look at a spreadsheet was thrown away")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Understood" }));
  expect(screen.queryByText("A look at a spreadsheet was thrown away")).toBeNull();
});

async function makeCase(user: ReturnType<typeof userEvent.setup>): Promise<void> {
  await user.click(screen.getByRole("button", { name: "Make this a case" }));
  expect(screen.getByText(/New case from referrals 2025.csv/u)).toBeInTheDocument();
  const next = () => screen.getByRole("button", { name: "Next" });
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
  await user.click(screen.getByRole("button", { name: "Make the recovery key" }));
  const typed = await screen.findByLabelText("Type the last 6 characters of the key");
  const key = screen.getByRole("group", { name: "Recovery key, in groups" }).textContent ?? "";
  await user.type(typed, key.slice(-6));
  await user.click(screen.getByRole("button", { name: "Make the case" }));
}

test("a_look_that_is_kept_becomes_the_first_import_of_the_case_that_is_made", async () => {
  const user = userEvent.setup();
  const { host, opened } = show();
  await look(user);
  await makeCase(user);
  expect(await screen.findByText("The case is made")).toBeInTheDocument();
  expect(screen.getByText("1,240 rows were read, 811 accounts made.")).toBeInTheDocument();
  expect(host.calls.filter((call) => call.name === "keepCheckUp")).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Start work" }));
  expect(opened).toHaveBeenCalled();
});

test("a_file_that_changed_meanwhile_is_said_and_the_case_can_be_worked_in_without_it", async () => {
  const user = userEvent.setup();
  show({
    keepCheckUp: async () => {
      const message = "referrals 2025.csv was changed since it was looked at. Look at it again.";
      throw { code: "refused", message, rule: "file-as-looked-at", missing: [], incident: "1" };
    },
  });
  await look(user);
  await makeCase(user);
  expect(await screen.findByRole("alert")).toHaveTextContent("was changed since it was looked at");
  await user.click(screen.getByRole("button", { name: "Start work without it" }));
  expect(await screen.findByText("The case is made")).toBeInTheDocument();
});
