import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { configure, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import {
  type AuditEntryView,
  type Commands,
  type Host,
  HostProvider,
  type VerifyView,
} from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { currentRoute, go, resetRoute } from "../../lib/route";
import { AuditArea } from ".";
import { entryOf } from "./entry";
import { damageOf } from "./verify";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const LAST = 500;

function entry(seq: number): AuditEntryView {
  return {
    seq,
    at: "2026-11-23T09:41:00Z",
    officer: "4417",
    operation: seq % 2 === 0 ? "disclosure" : "consultation",
    action: "accounts-exported",
    said: `act ${seq}`,
    subject: "12 accounts",
    subjects: [`id-${seq}`],
    texts: [{ name: "recipient", value: "Kent desk" }],
    hash: `hash-${seq}`,
  };
}

const WHOLE: VerifyView = {
  database: "ok",
  audit: { entries: LAST, head: "ab".repeat(32), intact: true, first_bad: null, problem: null },
  evidence: { checked: 3, damaged: [], missing: [], unreferenced: 0, temporary: 0 },
  index: { state: "behind" },
  items: { checked: 3, differing: 0, faults: [] },
  files: [],
  is_damaged: false,
  at: "2026-11-23T09:41:00Z",
};

const DAMAGED: VerifyView = {
  ...WHOLE,
  audit: { entries: LAST, head: "", intact: false, first_bad: 77, problem: "leaf differs" },
  evidence: {
    checked: 2,
    damaged: ["4417/14"],
    missing: ["4417/22"],
    unreferenced: 0,
    temporary: 0,
  },
  is_damaged: true,
};

function show(answers: Partial<Commands> = {}) {
  const places = new Map<string, string>();
  const host = fakeHost({
    listAudit: async ({ operation, offset, limit }) => {
      const all = Array.from({ length: LAST }, (_, n) => entry(LAST - n)).filter(
        (one) => operation === null || one.operation === operation,
      );
      return { rows: all.slice(offset, offset + limit), total: all.length };
    },
    readPlace: async (key) => places.get(key) ?? null,
    savePlace: async (key, value) => {
      places.set(key, value);
      return null;
    },
    ...answers,
  });
  const mount = () =>
    render(
      <HostProvider host={host}>
        <QueryClientProvider client={new QueryClient()}>
          <ToastProvider>
            <AuditArea />
          </ToastProvider>
        </QueryClientProvider>
      </HostProvider>,
    );
  return { host, mount, view: mount(), user: userEvent.setup() };
}

test("the_newest_entry_stands_first", async () => {
  show();
  await screen.findByText(`act ${LAST}`);
  const rows = screen.getAllByRole("row");
  expect(rows[0]).toHaveTextContent(`act ${LAST}`);
  expect(rows[1]).toHaveTextContent(`act ${LAST - 1}`);
});

test("an_entry_is_found_by_its_number_however_far_back", async () => {
  go({ area: "audit", id: "3" });
  show();
  expect(await screen.findByText("hash-3")).toBeInTheDocument();
  expect(screen.getByText("Kent desk")).toBeInTheDocument();
  expect(screen.getByText("id-3")).toBeInTheDocument();
});

test("a_number_the_log_does_not_have_is_said_to_be_none", async () => {
  go({ area: "audit", id: "501" });
  show();
  expect(await screen.findByText("There is no entry 501 in this case.")).toBeInTheDocument();
});

test("a_log_with_a_gap_never_shows_another_entry_for_the_one_asked", async () => {
  const gapped: Host = fakeHost({
    listAudit: async ({ offset }) => {
      const rows = [9, 8, 5, 4].map(entry).slice(offset, offset + 1);
      return { rows, total: 4 };
    },
  });
  expect(await entryOf(gapped, 7)).toBeNull();
  expect((await entryOf(gapped, 8))?.seq).toBe(8);
  expect(await entryOf(gapped, Number.NaN)).toBeNull();
});

test("the_list_can_be_narrowed_to_one_operation", async () => {
  const { user } = show();
  await screen.findByText(`act ${LAST}`);
  await user.click(screen.getByRole("button", { name: "Consultation" }));
  expect(await screen.findByText("250")).toBeInTheDocument();
  expect(screen.queryByText(`act ${LAST}`)).toBeNull();
});

test("a_whole_case_is_said_to_be_whole_part_by_part", async () => {
  const { user, host } = show({ verifyCase: async () => WHOLE });
  await user.click(screen.getByRole("button", { name: "Verify the case" }));
  expect(await screen.findByText("Nothing is damaged or missing")).toBeInTheDocument();
  expect(screen.getByText(/500 entries, each following/)).toBeInTheDocument();
  expect(screen.getByText(/catching up; nothing is lost/)).toBeInTheDocument();
  expect(host.calls.find((call) => call.name === "verifyCase")?.args[0]).toBe(true);
});

test("damage_is_named_leads_to_the_entry_and_stays_until_a_check_finds_none", async () => {
  let found = DAMAGED;
  const { user, view, mount } = show({ verifyCase: async () => found });
  await user.click(screen.getByRole("button", { name: "Verify the case" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("The case is damaged");
  expect(screen.getByText("4417/14")).toBeInTheDocument();
  expect(screen.getByText("4417/22")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Open entry 77" }));
  expect(currentRoute()).toMatchObject({ area: "audit", id: "77" });

  view.unmount();
  const again = mount();
  expect(await screen.findByRole("alert")).toHaveTextContent("The case is damaged");

  found = WHOLE;
  await user.click(screen.getByRole("button", { name: "Verify again" }));
  expect(await screen.findByText("Nothing is damaged or missing")).toBeInTheDocument();
  again.unmount();
  mount();
  await screen.findByText("Not checked in this session.");
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a_stopped_check_says_nothing_about_the_case", async () => {
  const { user } = show({
    verifyCase: () =>
      Promise.reject({ code: "cancelled", message: "", rule: null, missing: [], incident: "" }),
  });
  await user.click(screen.getByRole("button", { name: "Verify the case" }));
  expect(await screen.findByText(/It says nothing about the case/)).toBeInTheDocument();
  expect(screen.queryByText("Nothing is damaged or missing")).toBeNull();
});

test("the_four_purposes_of_the_log_are_named", () => {
  show();
  expect(screen.getByText("to verify that the processing is lawful")).toBeInTheDocument();
  expect(screen.getByText(/self-monitoring/)).toBeInTheDocument();
  expect(screen.getByText(/integrity and security/)).toBeInTheDocument();
  expect(screen.getByText("for the purposes of criminal proceedings")).toBeInTheDocument();
});

test("a_kept_result_that_cannot_be_read_is_nothing", () => {
  expect(damageOf("{")).toBeNull();
  expect(damageOf("")).toBeNull();
  expect(damageOf(JSON.stringify(DAMAGED))).toEqual(DAMAGED);
});

test("kept_items_that_differ_are_named_and_made_again_and_the_case_is_checked_again", async () => {
  const bad: VerifyView = {
    ...WHOLE,
    items: {
      checked: 3,
      differing: 2,
      faults: [{ account: "id-1", item: 2, fault: "missing" }],
    },
    is_damaged: true,
  };
  const answers = [bad, WHOLE];
  let made = 0;
  const { user } = show({
    verifyCase: async () => answers.shift() ?? WHOLE,
    workItemsOut: async () => {
      made += 1;
      return 3;
    },
  });
  await user.click(await screen.findByRole("button", { name: "Verify the case" }));
  expect(await screen.findByText("and 1 more")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Open the account: item 2 is missing" })).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Make them again from the events" }));
  expect(await screen.findByText("3 items are kept as the events tell")).toBeInTheDocument();
  expect(made).toBe(1);
});
