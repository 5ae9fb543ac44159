import { act, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands, ListRequest } from "../../host";
import { resetRoute } from "../../lib/route";
import { READ_AFTER_MS } from "../../record/consultation";
import { anAccount, aRow, asked, recordHost, show } from "../../record/testing";
import { ReviewArea } from ".";

const TOTAL = 10_000;

function queue(answers: Partial<Commands> = {}) {
  const gone = new Set<string>();
  const rows = () =>
    Array.from({ length: TOTAL }, (_, n) => n).filter((n) => !gone.has(`account-${n}`));
  const host = recordHost({
    listAccounts: async ({ offset, limit }: ListRequest) => ({
      rows: rows()
        .slice(offset, offset + limit)
        .map((n) => aRow(n)),
      total: TOTAL - gone.size,
      groups: [
        { key: "urgent", label: "Urgent", start: 0, count: 4 },
        { key: "older", label: "Older", start: 4, count: TOTAL - 4 - gone.size },
      ],
      index: "ok",
      is_exact: true,
      mistakes: [],
      scan: null,
    }),
    accountIndex: async (_, id) => {
      const at = rows().indexOf(Number(id.slice(8)));
      return at < 0 ? null : at;
    },
    accountFilters: async () => ({ platforms: [], statuses: [], warnings: [] }),
    account: async (id) => anAccount({ id, label: `@made_up_${id.slice(8)}` }),
    today: async () => ({ sections: [], assessed_today: 12, to_review: 0 }),
    decide: async ({ account }) => {
      gone.add(account);
      return { set: "set-1", said: "", status: "no-action", can_undo: true };
    },
    ...answers,
  });
  resetRoute({ area: "review" });
  const shown = show(host, COMMANDS, <ReviewArea />);
  return { host, ...shown };
}

/** Lets answers arrive and be drawn; the clock of the test moves only here and by keys. */
const settle = (ms = 60) => act(() => vi.advanceTimersByTimeAsync(ms));

async function heading(name: string) {
  await settle();
  return screen.getByRole("heading", { level: 1, name: new RegExp(`@${name}`) });
}

const list = () => screen.getByRole("grid");

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"],
  });
});
afterEach(() => vi.useRealTimers());

/** Presses keys one after the other, each once what the one before did is drawn. */
async function press(...keys: string[]) {
  for (const key of keys) {
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    fireEvent.keyDown(document.activeElement ?? document.body, { key, code });
    await settle();
  }
}

describe("the queue", () => {
  test("opens_on_its_first_account_and_draws_a_screenful_of_ten_thousand", async () => {
    queue();
    await heading("made_up_0");
    expect(screen.getByText(/1 of 10,000/)).toBeInTheDocument();
    expect(within(list()).getAllByRole("row").length).toBeLessThan(40);
  });

  test("opens_where_the_officer_was", async () => {
    queue({ readPlace: async () => JSON.stringify({ id: "account-7", index: 7 }) });
    await heading("made_up_7");
    expect(screen.getByText(/8 of 10,000/)).toBeInTheDocument();
  });

  test("finds_the_account_again_where_it_now_stands", async () => {
    queue({ readPlace: async () => JSON.stringify({ id: "account-1234", index: 3 }) });
    await heading("made_up_1234");
    await settle();
    expect(screen.getByText(/1,235 of 10,000/)).toBeInTheDocument();
  });

  test("keeps_where_the_officer_is", async () => {
    const { host } = queue();
    await heading("made_up_0");
    await press("j");
    await heading("made_up_1");
    await act(() => vi.advanceTimersByTimeAsync(2000));
    const kept = asked(host, "savePlace").filter(([key]) => key === "review");
    expect(JSON.parse(String(kept.at(-1)?.[1]))).toMatchObject({ id: "account-1", index: 1 });
  });

  test("says_that_it_is_done", async () => {
    queue({
      listAccounts: async () => ({
        rows: [],
        total: 0,
        groups: [],
        index: "ok",
        is_exact: true,
        mistakes: [],
        scan: null,
      }),
    });
    await settle();
    expect(screen.getByText(/You assessed 12 today/)).toBeInTheDocument();
  });

  test("an_error_is_said_in_words_and_can_be_tried_again", async () => {
    queue({
      listAccounts: async () => {
        throw { code: "damaged", message: "case.db fails.", rule: null, missing: [], incident: "" };
      },
    });
    await settle();
    expect(screen.getByText("case.db fails.")).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Try again" })).toBeInTheDocument();
  });
});

describe("reading is logged", () => {
  test("a_run_flicked_past_is_one_entry_and_the_one_read_is_another", async () => {
    const { host } = queue();
    await heading("made_up_0");
    await press("j");
    await heading("made_up_1");
    await press("j");
    await heading("made_up_2");
    await act(() => vi.advanceTimersByTimeAsync(READ_AFTER_MS));
    expect(asked(host, "accountOpened")).toEqual([["account-2"]]);
    expect(asked(host, "accountsFlicked").flat()).toEqual([["account-0", "account-1"]]);
  });

  test("deciding_counts_as_reading", async () => {
    const { host } = queue();
    await heading("made_up_0");
    act(() => screen.getByRole("region", { name: "Account" }).focus());
    await press("3", "1");
    await heading("made_up_1");
    expect(asked(host, "accountOpened")[0]).toEqual(["account-0"]);
  });
});

describe("after a decision", () => {
  test("the_next_account_is_open_and_keys_still_act_on_the_item", async () => {
    const { host } = queue();
    await heading("made_up_0");
    act(() => screen.getByRole("region", { name: "Account" }).focus());
    await press("3", "1");
    await heading("made_up_1");
    await press("3", "2");
    await heading("made_up_2");
    expect(
      asked(host, "decide").map(([request]) => (request as { account: string }).account),
    ).toEqual(["account-0", "account-1"]);
  });

  test("no_other_account_is_shown_in_place_of_one_on_its_way", async () => {
    const { host } = queue({
      account: (id) =>
        id === "account-0"
          ? Promise.resolve(anAccount({ id, label: "@made_up_0" }))
          : new Promise(() => undefined),
    });
    await heading("made_up_0");
    act(() => screen.getByRole("region", { name: "Account" }).focus());
    await press("j");
    await settle();
    expect(screen.queryByRole("heading", { level: 1 })).toBeNull();
    await press("3", "1");
    expect(asked(host, "decide")).toEqual([]);
  });
});

describe("skipping", () => {
  test("what_is_skipped_is_kept_and_returned_to_oldest_first", async () => {
    const { host } = queue();
    await heading("made_up_0");
    await press("s");
    await heading("made_up_1");
    await press("s");
    await heading("made_up_2");
    expect(screen.getByText("2 skipped")).toBeInTheDocument();
    const kept = asked(host, "savePlace").filter(([key]) => key === "skipped");
    expect(kept.at(-1)?.[1]).toBe(JSON.stringify(["account-0", "account-1"]));
    fireEvent.keyDown(document.activeElement ?? document.body, {
      key: "S",
      code: "KeyS",
      shiftKey: true,
    });
    await heading("made_up_0");
    expect(screen.getByText("1 skipped")).toBeInTheDocument();
  });

  test("the_queue_says_how_many_the_officer_has_not_opened", async () => {
    const { host } = queue();
    await heading("made_up_0");
    expect(screen.getByText(/1 of 10,000 · 10,000 not yet opened/)).toBeInTheDocument();
    const unseen = asked(host, "listAccounts").filter(
      ([request]) => (request as ListRequest).only_unseen === true,
    );
    expect(unseen.length).toBeGreaterThan(0);
  });
});

describe("leaving out", () => {
  const day = new Date().toISOString().slice(0, 10);

  test("a_tag_left_out_today_is_asked_of_the_core_and_shown_with_its_count", async () => {
    const { host } = queue({
      readPlace: async (key) =>
        key === "left-out" ? JSON.stringify({ day, tags: ["body"] }) : null,
      listAccounts: async ({ without }: ListRequest) => ({
        rows: [aRow(0)],
        total: (without ?? []).length > 0 ? 1 : 13,
        groups: [],
        index: "ok",
        is_exact: true,
        mistakes: [],
        scan: null,
      }),
    });
    await settle();
    await settle();
    expect(
      screen.getByText("Left out today, for you alone: dead body (12 accounts)"),
    ).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Leave out nothing" }));
    await settle();
    expect(screen.queryByText(/Left out today/)).toBeNull();
    const kept = asked(host, "savePlace").filter(([key]) => key === "left-out");
    expect(kept.at(-1)?.[1]).toBe(JSON.stringify({ day, tags: [] }));
  });
});
