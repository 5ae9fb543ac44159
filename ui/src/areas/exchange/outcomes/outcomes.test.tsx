import { configure, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { Commands, OutcomesPreviewView, WordingView } from "../../../host";
import { asked, recordHost, show } from "../../../record/testing";
import { OutcomesImport } from "./OutcomesImport";
import { OutcomesWizard } from "./OutcomesWizard";
import { withWording } from "./useOutcomesImport";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });

const wording = (over: Partial<WordingView>): WordingView => ({
  list: "decision",
  wording: "Nous avons supprimé",
  rows: 2,
  value: "removed",
  origin: "known",
  looks_like: null,
  source: ["general knowledge", "2026-11-28"],
  is_new: false,
  ...over,
});

const PREVIEW: OutcomesPreviewView = {
  preview: "p1",
  file_name: "history.csv",
  sha256: "ab",
  encoding: "UTF-8",
  delimiter: ",",
  header_line: 1,
  sheet: null,
  sheets: [],
  mapping: null,
  offered: [],
  columns: [
    { index: 0, header: "Wen", field: "ignored", samples: ["@one"], dates: null, reads: null },
    {
      index: 1,
      header: "Stand vom",
      field: "decided-at",
      samples: ["03/04/2025"],
      dates: "day-first",
      reads: ["03/04/2025", "2025-04-03"],
    },
  ],
  lacks: ["account"],
  wordings: [
    wording({
      wording: "Leider entfernt worden",
      rows: 1,
      value: null,
      origin: "unknown",
      looks_like: "removed",
      is_new: true,
    }),
    wording({}),
  ],
  more_wordings: 0,
  warnings: [{ kind: "other-reference", rows: 2, first_line: 3, lines: [3, 7] }],
  unused: ["Wen"],
  counts: { read: 3, created: 1, updated: 1, unchanged: 0, merged: 0, rejected: 1, erased: 0 },
  left_out: 1,
  accounts: 1,
  sent_items: 1,
  rows: [
    {
      line: 4,
      fate: "rejected",
      label: "tiktok · one",
      why: '"purple" is no decision that is known',
      found: null,
      adds: [],
    },
    {
      line: 2,
      fate: "updated",
      label: "@one",
      why: "answers referral 3 sent from this case",
      found: "sent-reference",
      adds: [{ kind: "decided", value: "removed", at: "03/04/2025" }],
    },
  ],
};

function open(preview: OutcomesPreviewView = PREVIEW, answers: Partial<Commands> = {}) {
  const host = recordHost({
    choose: async () => [{ token: "t1", name: "history.csv", size: "300" }],
    mappings: async () => [],
    previewOutcomes: async () => preview,
    saveOutcomesMapping: async () => null,
    importOutcomes: async () => ({
      batch: "b1",
      read: 3,
      created: 1,
      updated: 1,
      unchanged: 0,
      merged: 0,
      rejected: 1,
      erased: 0,
      encoding: "UTF-8",
      delimiter: ",",
      header_line: 1,
      sheet: null,
      mapping: null,
      warnings: [],
    }),
    dropPreview: async () => null,
    ...answers,
  });
  const page = (
    <>
      <OutcomesImport />
      <OutcomesWizard />
    </>
  );
  show(host, COMMANDS, page);
  return { host, user: userEvent.setup() };
}

/** What was asked of the core last. */
const last = (host: ReturnType<typeof open>["host"]) => asked(host, "previewOutcomes").at(-1)?.[0];

test("outcomes_are_previewed_with_every_mismatch_and_the_same_bytes_are_taken", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  expect(await screen.findByText(/purple/)).toBeInTheDocument();
  expect(screen.getByText(/^3 rows read: 1 new, 1 changed/)).toBeInTheDocument();
  expect(
    screen.getByText(/1 item sent from this case is answered; 1 account is made/),
  ).toBeInTheDocument();
  expect(screen.getByText(/Of the rejected rows 1 are left out by you/)).toBeInTheDocument();
  expect(
    screen.getByText(/the reference is another one, the first on line 3.*Lines 3, 7\./),
  ).toBeInTheDocument();
  await user.click(screen.getByRole("tab", { name: /^Changed/u }));
  expect(await screen.findByText(/found by its reference/)).toBeInTheDocument();
  expect(screen.getByText("removed 03/04/2025")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Take in 2 rows" }));
  await waitFor(() => expect(asked(host, "importOutcomes")).toHaveLength(1));
  expect(asked(host, "importOutcomes")[0]?.[0]).toBe("p1");
});

test("what_is_taken_is_what_is_shown_whatever_was_said_and_could_not_be_read", async () => {
  let readings = 0;
  const { host, user } = open(PREVIEW, {
    previewOutcomes: async () => {
      readings += 1;
      if (readings > 1) throw new Error("stopped");
      return PREVIEW;
    },
  });
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  await user.click(await screen.findByRole("button", { name: "Looks like: Removed" }));
  await waitFor(() => expect(readings).toBe(2));
  await user.click(await screen.findByRole("button", { name: "Take in 2 rows" }));
  await waitFor(() => expect(asked(host, "importOutcomes")[0]?.[0]).toBe("p1"));
});

test("a_file_that_was_left_does_not_come_back_when_its_reading_ends", async () => {
  let end: (view: OutcomesPreviewView) => void = () => undefined;
  let readings = 0;
  const { host, user } = open(PREVIEW, {
    previewOutcomes: () => {
      readings += 1;
      if (readings === 1) return Promise.resolve(PREVIEW);
      return new Promise((resolve) => {
        end = resolve;
      });
    },
  });
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  await user.click(await screen.findByRole("button", { name: "Looks like: Removed" }));
  await waitFor(() => expect(readings).toBe(2));
  await user.click(screen.getByRole("button", { name: "Leave it" }));
  end({ ...PREVIEW, preview: "p2" });
  await waitFor(() =>
    expect(asked(host, "dropPreview").map(([name]) => name)).toEqual(["p1", "p2"]),
  );
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("what_lacks_is_said_and_a_column_that_is_said_is_read_anew", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  expect(await screen.findByText(/Say which column names the account/)).toBeInTheDocument();
  expect(screen.getByText("03/04/2025 is read as 2025-04-03")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /Column Wen is taken for/ }));
  await user.click(await screen.findByRole("option", { name: /^Account/ }));
  await waitFor(() => expect(last(host)).toMatchObject({ fields: ["account", "decided-at"] }));
  await user.click(screen.getByRole("button", { name: /Dates are written/ }));
  await user.click(await screen.findByRole("option", { name: /^Month first/ }));
  await waitFor(() =>
    expect(last(host)).toMatchObject({ fields: ["account", "decided-at"], dates: "month-first" }),
  );
});

test("a_wording_says_its_rows_its_source_and_that_it_is_new_and_what_it_looks_like_is_only_offered", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  const table = await screen.findByRole("table", { name: "Wordings of decisions" });
  expect(within(table).getByText(/Known wording: general knowledge, 2026-11-28/)).toBeVisible();
  expect(within(table).getByText(/New: your mapping does not name it/)).toBeVisible();
  expect(screen.getByText("2 wordings, 1 without a meaning")).toBeInTheDocument();
  await user.click(within(table).getByRole("button", { name: "Looks like: Removed" }));
  await waitFor(() =>
    expect(last(host)).toMatchObject({
      wordings: [{ list: "decision", wording: "Leider entfernt worden", value: "removed" }],
    }),
  );
});

test("a_wording_that_may_mean_two_things_stands_suggested_and_is_taken_when_it_is_said", async () => {
  const suggested = wording({
    wording: "closed",
    value: null,
    origin: "suggested",
    looks_like: "removed",
    source: ["an answer to a committee", "2020-09-03"],
  });
  const { host, user } = open({ ...PREVIEW, wordings: [suggested] });
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  const table = await screen.findByRole("table", { name: "Wordings of decisions" });
  expect(within(table).getByText("Removed? Not taken yet")).toBeVisible();
  expect(
    within(table).getByText(/May mean something else .an answer to a committee/),
  ).toBeVisible();
  expect(screen.getByText("1 wording, 1 without a meaning")).toBeInTheDocument();
  await user.click(within(table).getByRole("button", { name: "It means: Removed" }));
  await waitFor(() =>
    expect(last(host)).toMatchObject({
      wordings: [{ list: "decision", wording: "closed", value: "removed" }],
    }),
  );
});

test("a_mapping_is_kept_with_what_was_said", async () => {
  const { host, user } = open();
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  await user.click(await screen.findByRole("button", { name: /^Keep this mapping/ }));
  await user.type(await screen.findByRole("textbox", { name: "Name" }), "Desk 3");
  await user.click(screen.getByRole("button", { name: "Keep it" }));
  await waitFor(() => expect(asked(host, "saveOutcomesMapping")).toHaveLength(1));
  expect(asked(host, "saveOutcomesMapping")[0]?.slice(1)).toEqual(["Desk 3", false]);
  expect(asked(host, "mappings")[0]).toEqual(["outcomes"]);
});

test("what_is_said_of_a_wording_takes_the_place_of_what_was_said_before", () => {
  const one = { list: "decision", wording: "gone" } as const;
  const said = withWording(withWording([], one, "removed"), one, "limited");
  expect(said).toEqual([{ ...one, value: "limited" }]);
});
