import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import {
  type BatchView,
  type Commands,
  HostProvider,
  type ImportPreviewView,
  type MappingView,
  type RowPreview,
} from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { resetRoute } from "../../lib/route";
import { ImportPanel } from "./ImportPanel";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const DESK: MappingView = {
  name: "Desk 3",
  title: "",
  origin: "saved",
  missing: ["Wo"],
  new: ["Wann"],
};
const COUNTS = { read: 1, created: 0, updated: 1, unchanged: 0, merged: 0, rejected: 0, erased: 0 };

function preview(part: Partial<ImportPreviewView>): ImportPreviewView {
  return {
    preview: "p1",
    file_name: "unit.xlsx",
    encoding: "xlsx",
    delimiter: "cells",
    header_line: 1,
    sheet: "Liste",
    sheets: [
      { name: "Cover", is_hidden: false },
      { name: "Liste", is_hidden: false },
      { name: "Old", is_hidden: true },
    ],
    mapping: null,
    offered: [],
    warnings: [],
    columns: [{ index: 0, header: "Wer", field: "handle", samples: ["a"] }],
    counts: COUNTS,
    registers: [],
    rows: [],
    ...part,
  };
}

const ROW: RowPreview = {
  line: 2,
  fate: "updated",
  label: "@kanali",
  why: "",
  register: null,
  changes: [
    { field: "bio", column: null, old: "Nisje", new: "Nisje sonte" },
    { field: "extra", column: "Farbe", old: null, new: "rot" },
  ],
};

async function show(part: Partial<ImportPreviewView>, answers: Partial<Commands> = {}) {
  const host = fakeHost({
    choose: async () => [{ token: "t1", name: "unit.xlsx", size: "2048" }],
    previewImport: async () => preview(part),
    previewRows: async () => ({ rows: [ROW], total: 1 }),
    dropPreview: async () => null,
    mappings: async () => [{ name: "Desk 3", columns: ["Wer", "Wo"] }],
    listBatches: async () => ({ rows: [], total: 0 }),
    ...answers,
  });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <ToastProvider>
          <ImportPanel />
        </ToastProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  const user = userEvent.setup();
  const asked = (name: keyof Commands) => host.calls.filter((call) => call.name === name);
  const choose = () => user.click(screen.getByRole("button", { name: /Choose a file/ }));
  return { user, asked, choose };
}

test("another_sheet_of_a_workbook_is_read_when_it_is_chosen", async () => {
  const { user, asked, choose } = await show({});
  await choose();
  await user.click(await screen.findByRole("button", { name: /Sheet of the workbook/ }));
  await user.click(await screen.findByRole("option", { name: "Old (hidden)" }));
  expect(asked("previewImport").at(-1)?.args[0]).toMatchObject({ sheet: "Old", encoding: null });
});

test("another_line_is_the_header_when_it_is_chosen", async () => {
  const { user, asked, choose } = await show({
    header_line: 2,
    warnings: [{ kind: "above-header", rows: 1, first_line: 1, lines: [] }],
  });
  await choose();
  expect(await screen.findByText(/1 line stands above the header/)).toBeInTheDocument();
  await user.click(
    await screen.findByRole("button", { name: /Header.*On line 2|On line 2.*Header/ }),
  );
  await user.click(await screen.findByRole("option", { name: "There is none" }));
  expect(asked("previewImport").at(-1)?.args[0]).toMatchObject({ header_line: 0, fields: null });
});

test("a_number_that_lost_digits_is_said_before_anything_else", async () => {
  const { choose } = await show({
    warnings: [{ kind: "digits-lost", rows: 2, first_line: 4, lines: [] }],
  });
  await choose();
  expect(await screen.findByText(/lost its last digits.*line 4/)).toBeInTheDocument();
});

test("a_row_shows_both_values_of_each_field_it_changes", async () => {
  const { choose } = await show({});
  await choose();
  const part = await screen.findByRole("region", { name: "Line 2, field by field" });
  const row = within(part).getByRole("row", { name: /Profile text/ });
  expect(within(row).getByText("Nisje")).toBeInTheDocument();
  expect(within(row).getByText("Nisje sonte")).toBeInTheDocument();
  expect(within(part).getByRole("row", { name: /Farbe nothing rot/ })).toBeInTheDocument();
});

test("a_mapping_that_no_longer_fits_says_what_is_missing_and_new", async () => {
  const { choose } = await show({ mapping: DESK, offered: [DESK] });
  await choose();
  expect(await screen.findByText("Read by your mapping “Desk 3”.")).toBeInTheDocument();
  expect(screen.getByText("The file has no column: Wo.")).toBeInTheDocument();
  expect(screen.getByText("The mapping does not name: Wann.")).toBeInTheDocument();
});

test("a_mapping_is_kept_by_enter_and_replaced_only_as_said", async () => {
  const { user, asked, choose } = await show({}, { saveMapping: async () => null });
  await choose();
  await user.click(await screen.findByRole("button", { name: /Keep this mapping/ }));
  await user.type(screen.getByRole("textbox", { name: "Name" }), "Desk 3");
  expect(screen.getByText("There is a mapping “Desk 3” already.")).toBeInTheDocument();
  await user.keyboard("{Enter}");
  expect(await screen.findByText("“Desk 3” is kept.")).toBeInTheDocument();
  expect(asked("saveMapping")[0]?.args).toEqual(["p1", "Desk 3", true]);
});

test("five_hundred_columns_are_searched_and_not_all_drawn", async () => {
  const columns = Array.from({ length: 500 }, (_, index) => ({
    index,
    header: `c${index}`,
    field: index === 300 ? ("handle" as const) : ("extra" as const),
    samples: [],
  }));
  const { user, choose } = await show({ columns });
  await choose();
  expect(await screen.findByText("25 of 500 columns shown")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /Column c300 is taken for/ })).toBeInTheDocument();
  await user.type(screen.getByRole("searchbox", { name: "Find a column" }), "c499");
  expect(screen.getByRole("button", { name: /Column c499 is taken for/ })).toBeInTheDocument();
});

test("a_file_of_the_list_is_taken_back_with_a_reason_and_lists_what_is_kept", async () => {
  const batch: BatchView = {
    batch: "b1",
    is_register: false,
    file_name: "last.csv",
    encoding: "utf-8",
    delimiter: ",",
    at: "2026-11-27T10:00:00Z",
    officer: "4417",
    is_undone: false,
    entry: 12,
    counts: COUNTS,
  };
  const { user, asked } = await show(
    {},
    {
      listBatches: async () => ({ rows: [batch], total: 1 }),
      batchAccounts: async () => ({ rows: [], total: 0 }),
      undoImport: async () => ({
        removed: 0,
        restored: 0,
        kept: 1,
        accounts: 1,
        kept_accounts: [{ account: "a1", label: "@kanali", why: "Note written (4417)" }],
      }),
    },
  );
  await user.dblClick(await screen.findByRole("row", { name: /last\.csv/ }));
  await user.click(await screen.findByRole("button", { name: "Take back…" }));
  await user.type(screen.getByRole("textbox", { name: /Reason/ }), "the wrong file");
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  expect(await screen.findByText("Note written (4417)")).toBeInTheDocument();
  expect(asked("undoImport")[0]?.args.slice(0, 2)).toEqual(["b1", "the wrong file"]);
});
