import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, configure, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import {
  type ChosenView,
  type Commands,
  HostProvider,
  type ImportCounts,
  type ImportPreviewView,
  type ImportRowsRequest,
  type ImportRowsView,
  type RowPreview,
} from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { currentRoute, go, resetRoute } from "../../lib/route";
import { onHandOver } from "../../record/attach/handOver";
import { ImportOffer } from "./ImportOffer";
import { ImportPanel } from "./ImportPanel";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const FILE: ChosenView = { token: "t1", name: "flagged.csv", size: "2048" };
const COUNTS: ImportCounts = {
  read: 10,
  created: 4,
  updated: 2,
  unchanged: 1,
  merged: 1,
  rejected: 2,
  erased: 0,
};

function preview(part: Partial<ImportPreviewView> = {}): ImportPreviewView {
  return {
    preview: "p1",
    file_name: FILE.name,
    encoding: "UTF-8",
    delimiter: ",",
    header_line: 1,
    sheet: null,
    sheets: [],
    mapping: null,
    offered: [],
    warnings: [],
    columns: [
      { index: 0, header: "user", field: "handle", samples: ["a", "b"] },
      { index: 1, header: "team", field: "extra", samples: [] },
    ],
    counts: COUNTS,
    registers: [],
    rows: [],
    ...part,
  };
}

const BARE = { register: null, changes: [] };
const ROWS: readonly RowPreview[] = [
  {
    ...BARE,
    line: 2,
    fate: "updated",
    label: "@kanali",
    why: "",
    changes: [{ field: "bio", column: null, old: "Nisje", new: "Nisje sonte" }],
  },
  { ...BARE, line: 7, fate: "rejected", label: "", why: "names no account" },
  { ...BARE, line: 9, fate: "rejected", label: "@x", why: "9 cells, the header has 10" },
];

function rowsOf(request: ImportRowsRequest): ImportRowsView {
  const of = ROWS.filter((row) => request.fate === null || row.fate === request.fate);
  return { rows: of.slice(request.offset, request.offset + request.limit), total: of.length };
}

const WRITTEN = {
  batch: "b1",
  encoding: "UTF-8",
  delimiter: ",",
  header_line: 1,
  sheet: null,
  mapping: null,
};

function show(answers: Partial<Commands> = {}, hasPanel = true) {
  const host = fakeHost({
    choose: async () => [FILE],
    previewImport: async () => preview(),
    dropPreview: async () => null,
    commitImport: async () => ({ ...WRITTEN, warnings: [], ...COUNTS }),
    previewRows: async (request) => rowsOf(request),
    mappings: async () => [],
    listBatches: async () => ({ rows: [], total: 0 }),
    ...answers,
  });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={client}>
        <ToastProvider>
          {hasPanel && <ImportPanel />}
          <ImportOffer />
        </ToastProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  const asked = (name: keyof Commands) => host.calls.filter((call) => call.name === name);
  return { host, client, asked, user: userEvent.setup() };
}

async function toPreview(user: ReturnType<typeof userEvent.setup>) {
  await user.click(screen.getByRole("button", { name: /Choose a file/ }));
  return screen.findByRole("button", { name: /^Import \d/ });
}

test("nothing_can_be_imported_before_the_preview_is_there", async () => {
  const { user } = show({ previewImport: () => new Promise(() => undefined) });
  expect(screen.queryByRole("button", { name: /^Import/ })).toBeNull();
  await user.click(screen.getByRole("button", { name: /Choose a file/ }));
  await screen.findByText("Reading flagged.csv");
  expect(screen.queryByRole("button", { name: /^Import/ })).toBeNull();
});

test("nothing_is_written_before_the_button_is_pressed", async () => {
  const { user, asked } = show();
  const button = await toPreview(user);
  expect(button).toBeEnabled();
  expect(button).toHaveTextContent("Import 8 rows");
  expect(asked("commitImport")).toEqual([]);
  await user.click(button);
  expect(await screen.findByText("flagged.csv is imported")).toBeInTheDocument();
  expect(asked("commitImport").map((call) => call.args[0])).toEqual(["p1"]);
});

test("counts_that_add_up_are_shown_as_a_sum", async () => {
  const { user } = show();
  await toPreview(user);
  expect(
    screen.getByText("10 rows read: 4 new, 2 changed, 1 unchanged, 1 merged, 2 rejected."),
  ).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("counts_that_do_not_add_up_raise_an_alarm_and_keep_the_import_shut", async () => {
  const { user } = show({
    previewImport: async () => preview({ counts: { ...COUNTS, merged: 0 } }),
  });
  const button = await toPreview(user);
  expect(screen.getByRole("alert")).toHaveTextContent(/10 read, but 9 accounted for/);
  expect(button).toBeDisabled();
});

test("rejected_rows_come_first_each_with_line_and_reason", async () => {
  const { user, asked } = show();
  await toPreview(user);
  expect(screen.getByRole("tab", { name: /Rejected/ })).toHaveAttribute("aria-selected", "true");
  const row = await screen.findByRole("row", { name: /names no account/ });
  expect(within(row).getByText("7")).toBeInTheDocument();
  expect(asked("previewRows")[0]?.args[0]).toMatchObject({ fate: "rejected", offset: 0 });
});

test("a_corrected_column_reads_the_file_again_and_shuts_the_import_meanwhile", async () => {
  let again: (view: ImportPreviewView) => void = () => undefined;
  let reads = 0;
  const { user, asked } = show({
    previewImport: () => {
      reads += 1;
      if (reads === 1) return Promise.resolve(preview());
      return new Promise((done) => {
        again = done;
      });
    },
  });
  const button = await toPreview(user);
  await user.click(screen.getByRole("button", { name: /Column team is taken for/ }));
  await user.click(await screen.findByRole("option", { name: "Note" }));
  expect(button).toBeDisabled();
  expect(asked("previewImport").at(-1)?.args[0]).toMatchObject({ fields: ["handle", "notes"] });
  await act(async () => again(preview({ preview: "p2" })));
  await waitFor(() => expect(button).toBeEnabled());
  expect(asked("dropPreview").map((call) => call.args[0])).toEqual(["p1"]);
});

test("a_cancelled_write_leads_back_to_the_preview_without_blame", async () => {
  const { user } = show({
    commitImport: () =>
      Promise.reject({ code: "cancelled", message: "", rule: null, missing: [], incident: "" }),
  });
  await user.click(await toPreview(user));
  expect(await screen.findByRole("button", { name: /^Import 8/ })).toBeEnabled();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a_file_that_cannot_be_read_says_why_and_can_be_read_again", async () => {
  const { user } = show({
    previewImport: () =>
      Promise.reject({
        code: "invalid",
        message: "line 4: a quote is never closed",
        rule: null,
        missing: [],
        incident: "",
      }),
  });
  await user.click(screen.getByRole("button", { name: /Choose a file/ }));
  expect(await screen.findByText("line 4: a quote is never closed")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: /Try again/ })).toBeEnabled();
});

test("an_import_can_be_taken_back_and_what_was_kept_is_said", async () => {
  const { user, asked } = show({
    undoImport: async () => ({
      removed: 3,
      restored: 2,
      kept: 1,
      accounts: 1,
      kept_accounts: [{ account: "a7", label: "@kanali", why: "Account assessed (4417)" }],
    }),
  });
  await user.click(await toPreview(user));
  await user.click(await screen.findByRole("button", { name: /Take this import back/ }));
  const act = screen.getByRole("button", { name: "Take it back" });
  expect(act).toBeDisabled();
  await user.type(screen.getByRole("textbox", { name: /Reason/ }), "the wrong file");
  await user.click(act);
  expect(await screen.findByText("The import was taken back")).toBeInTheDocument();
  expect(screen.getByText(/worked on since, left/)).toHaveTextContent("1 worked on since");
  expect(screen.getByText("Account assessed (4417)")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "@kanali" }));
  expect(currentRoute()).toMatchObject({ area: "review", id: "a7" });
  expect(asked("undoImport").map((call) => call.args.slice(0, 2))).toEqual([
    ["b1", "the wrong file"],
  ]);
});

test("taking_an_import_back_shows_its_progress_and_can_be_cancelled", async () => {
  let refuse: (error: unknown) => void = () => undefined;
  const { user, host, asked } = show({
    undoImport: () =>
      new Promise((_, fail) => {
        refuse = fail;
      }),
    cancel: async () => null,
  });
  await user.click(await toPreview(user));
  await user.click(await screen.findByRole("button", { name: /Take this import back/ }));
  await user.type(screen.getByRole("textbox", { name: /Reason/ }), "the wrong file");
  await user.click(screen.getByRole("button", { name: "Take it back" }));
  expect(await screen.findByText("Taking flagged.csv back")).toBeInTheDocument();
  const job = asked("undoImport")[0]?.args[2];
  const told = { done: "40", total: "100", unit: "changes", elapsed_ms: 10, what: "Taking back" };
  act(() => host.tell("progress", { job: String(job), ...told }));
  expect(screen.getByRole("progressbar")).toHaveAttribute("aria-valuenow", "40");
  await user.click(screen.getByRole("button", { name: "Stop" }));
  expect(asked("cancel").map((call) => call.args[0])).toEqual([job]);
  const error = { code: "cancelled", message: "", rule: null, missing: [], incident: "" };
  await act(async () => refuse(error));
  expect(await screen.findByText("flagged.csv is imported")).toBeInTheDocument();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("rejected_rows_can_still_be_saved_after_the_import", async () => {
  const { user, asked } = show({ saveRejected: async () => 2 });
  await user.click(await toPreview(user));
  await screen.findByText("flagged.csv is imported");
  await user.click(screen.getByRole("button", { name: /Save rejected rows/ }));
  expect(await screen.findByText(/2 rejected rows saved/)).toBeInTheDocument();
  expect(asked("choose").at(-1)?.args).toEqual(["save-rejected", "flagged-rejected.csv"]);
  expect(asked("dropPreview")).toEqual([]);
});

test("a_result_that_arrives_after_the_lock_is_not_shown", async () => {
  let finish: () => void = () => undefined;
  const { user, client } = show({
    commitImport: () =>
      new Promise((done) => {
        finish = () => done({ ...WRITTEN, warnings: [], ...COUNTS });
      }),
  });
  await user.click(await toPreview(user));
  await screen.findByText("Importing flagged.csv");
  await act(async () => {
    client.clear();
    finish();
  });
  expect(
    client
      .getQueryCache()
      .getAll()
      .map((query) => query.state.data),
  ).not.toContainEqual(expect.objectContaining({ step: "done" }));
});

test("a_list_dropped_outside_review_is_offered_for_import", async () => {
  const { host, user, asked } = show({}, false);
  act(() => go({ area: "audit" }));
  act(() => host.tell("dropped", { files: [FILE], x: 1, y: 1 }));
  const read = await screen.findByRole("button", { name: "Read the file" });
  expect(asked("previewImport")).toEqual([]);
  await user.click(read);
  expect(currentRoute()).toMatchObject({ area: "colleagues", tab: "import" });
  expect(asked("previewImport").length).toBe(1);
});

test("a_list_dropped_beside_an_account_is_imported_or_attached_as_the_officer_says", async () => {
  const attached = vi.fn();
  const stop = onHandOver(attached);
  const { host, user, asked } = show({}, false);
  act(() => go({ area: "review" }));
  act(() => host.tell("dropped", { files: [FILE], x: 1, y: 1 }));
  expect(await screen.findByRole("button", { name: "Read the file" })).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Attach it as evidence" }));
  expect(attached).toHaveBeenCalledExactlyOnceWith([FILE]);
  expect(asked("previewImport")).toEqual([]);
  stop();
});

test("a_picture_dropped_beside_an_account_is_left_to_the_account", () => {
  const stop = onHandOver(vi.fn());
  const { host } = show({}, false);
  act(() => host.tell("dropped", { files: [{ ...FILE, name: "a.png" }], x: 1, y: 1 }));
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(screen.queryByText(/does not look like a CSV file/)).toBeNull();
  stop();
});
