import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { type Commands, type ExportColumnView, HostProvider, SessionProvider } from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { session } from "../../preview/sample/base";
import { ExportPanel } from "./ExportPanel";
import { columnsOf, EMPTY_FORM, headerLine, moved, readForm } from "./exportForm";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

function column(name: string, is_default: boolean): ExportColumnView {
  return { name, label: name, is_default, is_extra: !is_default };
}

const COLUMNS = [column("platform", true), column("handle", true), column("desk, own", false)];

function show(answers: Partial<Commands> = {}) {
  const host = fakeHost({
    exportColumns: async () => COLUMNS,
    readPlace: async () => null,
    savePlace: async () => null,
    listAccounts: async () => ({
      rows: [],
      total: 7,
      groups: [],
      index: "ok",
      is_exact: true,
      mistakes: [],
      scan: null,
    }),
    exportAhead: async () => ({ accounts: 7, kept_apart: 0, ungraded: 0 }),
    accountFilters: async () => ({
      platforms: [],
      statuses: [{ status: "refer", count: 2 }],
      warnings: [],
    }),
    choose: async () => [{ token: "out", name: "a.csv", size: "0" }],
    exportCsv: async () => ({
      rows: 7,
      kept_apart: 0,
      left_out: 0,
      ungraded: 0,
      sha256: "ab".repeat(32),
      entry: 12,
      file_name: "a.csv",
    }),
    ...answers,
  });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <SessionProvider session={session}>
          <ToastProvider>
            <ExportPanel />
          </ToastProvider>
        </SessionProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  return { host, user: userEvent.setup() };
}

const button = () => screen.findByRole("button", { name: "Export 7 accounts…" });

test("an_export_needs_recipient_and_purpose", async () => {
  const { host, user } = show();
  expect(await button()).toBeDisabled();
  expect(
    screen.getByText("Say who receives the file and what for.", { selector: "[role=status]" }),
  ).toBeInTheDocument();
  await user.type(screen.getByRole("textbox", { name: /Recipient/ }), "Kent desk");
  expect(await button()).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: /Purpose/ }), "   ");
  expect(await button()).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: /Purpose/ }), "de-confliction");
  expect(await button()).toBeEnabled();
  await user.click(await button());
  expect(await screen.findByText("a.csv is written")).toBeInTheDocument();
  const request = host.calls.find((call) => call.name === "exportCsv")?.args[0];
  expect(request).toMatchObject({
    recipient: "Kent desk",
    purpose: "de-confliction",
    columns: ["platform", "handle"],
    place: "out",
  });
});

test("the_result_names_rows_hash_and_audit_entry", async () => {
  const { user } = show();
  await user.type(await screen.findByRole("textbox", { name: /Recipient/ }), "Kent desk");
  await user.type(screen.getByRole("textbox", { name: /Purpose/ }), "x");
  await user.click(await button());
  expect(await screen.findByText("ab".repeat(32))).toBeInTheDocument();
  expect(screen.getByText("7")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Open audit entry 12" })).toBeInTheDocument();
});

test("the_recipient_and_purpose_of_one_disclosure_are_not_preset_for_the_next", async () => {
  const { host, user } = show({
    readPlace: async () =>
      JSON.stringify({ ...EMPTY_FORM, columns: ["handle"], recipient: "Kent desk", purpose: "x" }),
  });
  await user.click(await button());
  expect(await screen.findByText("Kent desk")).toBeInTheDocument();
  const kept = host.calls.filter((call) => call.name === "savePlace").at(-1)?.args[1];
  expect(readForm(String(kept))).toEqual({ ...EMPTY_FORM, columns: ["handle"] });
  await user.click(screen.getByRole("button", { name: "Export once more" }));
  expect(screen.getByRole("textbox", { name: /Recipient/ })).toHaveValue("");
  expect(screen.getByRole("textbox", { name: /Purpose/ })).toHaveValue("");
  expect(await button()).toBeDisabled();
});

test("those_kept_apart_are_told_left_out_and_written_only_where_it_is_chosen", async () => {
  const { host, user } = show({
    exportAhead: async () => ({ accounts: 7, kept_apart: 2, ungraded: 0 }),
    readPlace: async () =>
      JSON.stringify({ ...EMPTY_FORM, recipient: "Kent desk", purpose: "x", columns: ["handle"] }),
  });
  expect(await screen.findByText(/^2 accounts of victims.* left out$/)).toBeInTheDocument();
  expect(await button()).toBeEnabled();
  await user.click(screen.getByRole("checkbox", { name: /Write 2 accounts of victims/ }));
  await user.click(await screen.findByRole("button", { name: "Export 9 accounts…" }));
  await screen.findByText("a.csv is written");
  const request = host.calls.find((call) => call.name === "exportCsv")?.args[0];
  expect(request).toMatchObject({ with_kept_apart: true });
  const kept = host.calls.filter((call) => call.name === "savePlace").at(-1)?.args[1];
  expect(readForm(String(kept)).withKeptApart).toBe(false);
});

test("one_grading_is_given_to_the_accounts_without_one_in_the_file_and_kept_only_where_chosen", async () => {
  const { host, user } = show({
    exportAhead: async () => ({ accounts: 7, kept_apart: 0, ungraded: 3 }),
    readPlace: async () =>
      JSON.stringify({ ...EMPTY_FORM, recipient: "Kent desk", purpose: "x", columns: ["handle"] }),
  });
  expect(await screen.findByText(/3 accounts have no grading/)).toBeInTheDocument();
  expect(await button()).toBeEnabled();
  for (const [name, option] of [
    [/Source/, "2 Untested"],
    [/Information/, "B Known indirectly, corroborated"],
  ] as const) {
    await user.click(screen.getByRole("button", { name }));
    await user.click(await screen.findByRole("option", { name: option }));
  }
  expect(await button()).toBeDisabled();
  await user.click(screen.getByRole("button", { name: /Handling/ }));
  await user.click(await screen.findByRole("option", { name: "P Lawful sharing permitted" }));
  expect(screen.getByRole("checkbox", { name: /Keep it with the accounts/ })).not.toBeChecked();
  await user.click(await button());
  await screen.findByText("a.csv is written");
  expect(host.calls.find((call) => call.name === "exportCsv")?.args[0]).toMatchObject({
    grading: "2BP",
    keeps_grading: false,
    columns: ["handle", "breakwater_grading"],
  });
});

test("the_marking_of_the_case_is_shown_before_anything_leaves", async () => {
  show();
  expect(await screen.findByText(session.marking)).toBeInTheDocument();
});

test("a_file_whose_rows_do_not_carry_the_marking_is_warned_of", async () => {
  const marked = { ...column("breakwater_marking", true), is_extra: false };
  const { user } = show({ exportColumns: async () => [marked, ...COLUMNS] });
  expect(await screen.findByText("Stands in every row of the file.")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Leave out breakwater_marking" }));
  expect(screen.getByText(/no row of the file will say so/)).toBeInTheDocument();
});

test("a_file_without_columns_cannot_be_exported", async () => {
  const { user } = show({
    readPlace: async () => JSON.stringify({ ...EMPTY_FORM, recipient: "a", purpose: "b" }),
  });
  expect(await button()).toBeEnabled();
  await user.click(screen.getByRole("button", { name: "Leave out platform" }));
  await user.click(screen.getByRole("button", { name: "Leave out handle" }));
  expect(await button()).toBeDisabled();
});

test("alt_with_an_arrow_key_moves_the_column_and_says_where_it_is", async () => {
  const { user } = show();
  (await screen.findByRole("button", { name: "Move handle up" })).closest("li")?.focus();
  await user.keyboard("{Alt>}{ArrowUp}{/Alt}");
  expect(screen.getByText("handle is now column 1")).toBeInTheDocument();
  expect(screen.getByText("handle,platform")).toBeInTheDocument();
});

test("a_column_does_not_move_past_either_end", () => {
  expect(moved(["a", "b", "c"], "a", -1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], "c", 1)).toEqual(["a", "b", "c"]);
  expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
});

test("a_header_cell_with_a_comma_or_a_quote_is_quoted", () => {
  expect(headerLine([column("a", true), column("b, c", false), column('d"e', false)])).toBe(
    'a,"b, c","d""e"',
  );
});

test("a_column_the_case_no_longer_has_is_left_out", () => {
  const form = { ...EMPTY_FORM, columns: ["gone", "handle"] };
  expect(columnsOf(form, COLUMNS).map((one) => one.name)).toEqual(["handle"]);
});

test("what_was_kept_and_cannot_be_read_is_an_empty_form", () => {
  expect(readForm("{")).toEqual(EMPTY_FORM);
  expect(readForm(JSON.stringify({ recipient: "a" })).recipient).toBe("a");
});
