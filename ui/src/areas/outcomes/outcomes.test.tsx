import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { type Commands, HostProvider, type StatsRequest, type StatsView } from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { currentRoute } from "../../lib/route";
import { sample } from "../../preview/sample";
import { figures } from "../../preview/sample/outcomes";
import { OutcomesArea } from ".";
import { axisStep, change, duration, percent, publishable, saidWords } from "./figure";

function showHost(answers: Partial<Commands> = {}) {
  const host = fakeHost({
    ...sample,
    statisticsUnits: async () => ["account"],
    statistics: async (request) => ({ ...figures, unit: request.unit }),
    ...answers,
  });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <ToastProvider>
          <OutcomesArea />
        </ToastProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  return host;
}

function show(answer: (request: StatsRequest) => StatsView = () => figures, hasItems = true) {
  const asked: StatsRequest[] = [];
  const host = fakeHost({
    ...sample,
    statisticsUnits: async () => (hasItems ? ["account", "post"] : []),
    statistics: async (request) => {
      asked.push(request);
      return { ...answer(request), unit: request.unit };
    },
  });
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <ToastProvider>
          <OutcomesArea />
        </ToastProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  return asked;
}

test("the_first_row_says_each_figure_with_its_denominator", async () => {
  show();
  const down = within(await screen.findByRole("region", { name: /taken down in this period/ }));
  expect(down.getByText("8,014")).toBeInTheDocument();
  const card = screen.getByRole("region", { name: /taken down in this period/ });
  expect(card).toHaveTextContent("5,600 in the period before: +43.1%");
  expect(card).toHaveTextContent("“more than 8,000, up more than 40 %”");
  expect(card).toHaveTextContent("7,630 confirmed by the platform, 384 seen offline");
  const rate = within(screen.getByRole("region", { name: "Of 8,787 referred in this period" }));
  expect(rate.getByText("88.6%")).toBeInTheDocument();
  const reversed = screen.getByRole("region", { name: "Withdrawn or reversed" });
  expect(reversed).toHaveTextContent("38 of 8,787");
});

test("every_chart_is_read_out_as_a_table", async () => {
  show();
  const months = await screen.findByRole("table", { name: "Taken down by month, as a table" });
  expect(within(months).getAllByRole("row")).toHaveLength(13);
  expect(within(months).getByRole("rowheader", { name: "Oct 2026" })).toBeInTheDocument();
  const curve = screen.getByRole("table", { name: /days since referral, as a table/ });
  expect(within(curve).getAllByRole("columnheader")).toHaveLength(6);
  const chart = screen.getByRole("group", {
    name: "Taken down by month: 8,014 in this period, 5,600 in the same months a year before; most in Oct 2026, 857",
  });
  expect(chart.compareDocumentPosition(months)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(
    within(chart).getByRole("button", { name: "Oct 2026: 857 taken down" }),
  ).toBeInTheDocument();
  expect(await screen.findByRole("img", { name: /^Share taken down.*TikTok/ })).toBeInTheDocument();
});

test("a_table_takes_the_place_of_its_chart", async () => {
  const user = userEvent.setup();
  show();
  const pickers = await screen.findAllByRole("radio", { name: "Table" });
  const [first] = pickers;
  if (first) await user.click(first);
  expect(screen.getByRole("table", { name: "Taken down by month, as a table" })).toBeVisible();
});

test("the_columns_of_a_row_are_the_buckets_and_the_last_row_is_the_whole", async () => {
  show();
  const table = await screen.findByRole("table", { name: "How the 8,787 referred stand" });
  const last = within(table).getAllByRole("row").at(-1);
  expect(last).toHaveTextContent("All, accounts only8,7877,788564251072834529");
});

test("the_press_is_told_what_was_withdrawn_or_reversed_too", async () => {
  show();
  await screen.findByText("What may be said in public");
  expect(
    screen.getByText(/^Accounts taken down: more than 8,000, up more than 40 %\./),
  ).toBeInTheDocument();
  expect(screen.getByText("Withdrawn or reversed: 38 of 8,787 referred.")).toBeInTheDocument();
});

test("units_stand_apart_and_are_not_added_up", async () => {
  const user = userEvent.setup();
  const asked = show();
  await user.click(await screen.findByRole("radio", { name: "Each unit apart" }));
  const table = await screen.findByRole("table", { name: "Each unit apart" });
  expect(
    within(table)
      .getAllByRole("rowheader")
      .map((cell) => cell.textContent),
  ).toEqual(["Accounts", "Posts"]);
  expect(new Set(asked.map((request) => request.unit))).toEqual(new Set(["account", "post"]));
  const [, , posts] = within(table).getAllByRole("row");
  const [number] = posts ? within(posts).getAllByRole("button") : [];
  if (number) await user.click(number);
  expect(await screen.findByRole("table", { name: /^Behind the number/ })).toBeInTheDocument();
});

test("period_and_moment_are_chosen_by_keyboard", async () => {
  const user = userEvent.setup();
  const asked = show();
  const month = await screen.findByRole("radio", { name: "Month" });
  month.focus();
  await user.keyboard("{Enter}");
  await user.click(screen.getByRole("button", { name: "Earlier" }));
  const last = asked.at(-1);
  expect(last?.from.slice(8)).toBe("01");
  expect(last?.from.slice(0, 7)).toBe(last?.to.slice(0, 7));
  await user.type(screen.getByLabelText("As at, UTC"), "2026-03-01T12:00");
  expect(asked.at(-1)?.as_at).toBe("2026-03-01T12:00:00.000Z");
});

test("small_counts_are_hidden_for_publication", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("checkbox", { name: "Hide counts below 5" }));
  const table = screen.getByRole("table", { name: "How the 8,787 referred stand" });
  const row = within(table).getByRole("row", { name: /Snapchat/ });
  expect(row).toHaveTextContent("fewer than 5");
});

test("every_number_opens_its_items_with_the_way_to_each_record", async () => {
  const user = userEvent.setup();
  const { calls } = showHost();
  const table = await screen.findByRole("table", { name: "How the 8,787 referred stand" });
  const row = await within(table).findByRole("row", { name: /TikTok/ });
  await user.click(within(row).getByRole("button", { name: /declined, of the referred, TikTok$/ }));
  const rows = await screen.findByRole("table", { name: /^Behind the number: declined/ });
  expect(within(rows).getAllByRole("row")).toHaveLength(4);
  expect(within(rows).getByText("kept apart")).toBeInTheDocument();
  const asked = calls.find((call) => call.name === "figureRows")?.args[0];
  expect(asked).toMatchObject({
    count: "cohort.declined",
    part: { cut: "platform", name: "tiktok" },
    figures: { as_at: figures.as_at },
  });
  const [link] = within(rows).getAllByRole("button", { name: "Open the record of @made_up_pier" });
  if (link) await user.click(link);
  expect(currentRoute()).toMatchObject({ area: "accounts" });
});

test("a_bar_opens_its_month_by_keyboard", async () => {
  const user = userEvent.setup();
  const { calls } = showHost();
  const bar = await screen.findByRole("button", { name: "Oct 2026: 857 taken down" });
  bar.focus();
  await user.keyboard("{Enter}");
  await screen.findByRole("table", { name: /^Behind the number/ });
  const asked = calls.find((call) => call.name === "figureRows")?.args[0];
  expect(asked).toMatchObject({ count: "taken_down", month: "2026-10" });
});

test("a_number_held_back_does_not_open", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("checkbox", { name: "Hide counts below 5" }));
  const table = screen.getByRole("table", { name: "How the 8,787 referred stand" });
  const row = within(table).getByRole("row", { name: /Snapchat/ });
  expect(within(row).queryByRole("button", { name: /not found/ })).toBeNull();
});

test("arrests_are_counted_and_open_with_what_they_are_linked_with", async () => {
  const user = userEvent.setup();
  show();
  await user.click(
    await screen.findByRole("button", { name: "1: open the list, Arrests linked with accounts" }),
  );
  const list = await screen.findByRole("table", { name: "Arrests linked with accounts" });
  expect(list).toHaveTextContent("KP/26/1");
  expect(list).toHaveTextContent("1 account kept apart");
});

test("a_report_says_what_was_held_back", async () => {
  const user = userEvent.setup();
  const { calls } = showHost({ choose: async () => [{ token: "t", name: "r.pdf", size: "0" }] });
  await screen.findByText("What may be said in public");
  await user.click(screen.getByRole("button", { name: "Report…" }));
  await user.click(await screen.findByRole("radio", { name: "Publication" }));
  await user.click(screen.getByRole("button", { name: "Write the report" }));
  await waitFor(() => expect(calls.some((call) => call.name === "writeReport")).toBe(true));
  const asked = calls.find((call) => call.name === "writeReport")?.args[0];
  expect(asked).toMatchObject({ kind: "yearly", format: "pdf", unit: null });
});

test("a_chart_is_saved_with_the_figures_it_shows", async () => {
  const user = userEvent.setup();
  const { calls } = showHost({ choose: async () => [{ token: "t", name: "m.png", size: "0" }] });
  await user.click(
    await screen.findByRole("button", { name: "Save the chart: Taken down by month" }),
  );
  await user.click(await screen.findByRole("menuitem", { name: /PNG/ }));
  await waitFor(() => expect(calls.some((call) => call.name === "writeChart")).toBe(true));
  const asked = calls.find((call) => call.name === "writeChart")?.args[0];
  expect(asked).toMatchObject({
    chart: "months",
    format: "png",
    figures: { as_at: figures.as_at },
  });
});

test("two_periods_say_what_is_beyond_chance", async () => {
  const user = userEvent.setup();
  const { calls } = showHost();
  await user.click(await screen.findByRole("tab", { name: "Two periods" }));
  const table = await screen.findByRole("table", { name: "Two periods side by side" });
  const [, taken, rate] = within(table).getAllByRole("row");
  expect(taken).toHaveTextContent("8,0145,600+43.1%+38.3% to +48.1%more than chance");
  expect(rate).toHaveTextContent("+0.6 points−0.4 points to +1.7 pointsmay be chance");
  await user.click(
    within(table).getByRole("button", {
      name: "5,368: open the list, taken down, of the referred, the period beside it",
    }),
  );
  await screen.findByRole("table", { name: /^Behind the number: taken down, of the referred/ });
  const opened = calls.find((call) => call.name === "figureRows")?.args[0];
  expect(opened).toMatchObject({
    count: "cohort.taken_down",
    figures: { as_at: "2025-11-23T09:00:00Z", with_imported: true },
  });
  await user.keyboard("{Escape}");
  const from = screen.getByLabelText("First day of the one beside it");
  await user.clear(from);
  await user.type(from, "2025-01-01");
  expect(from).toHaveValue("2025-01-01");
});

async function showTrends(answers: Partial<Commands> = {}) {
  const user = userEvent.setup();
  const { calls } = showHost(answers);
  await user.click(await screen.findByRole("tab", { name: "Prices, routes, terms" }));
  return { user, calls };
}

test("prices_open_their_accounts_and_a_rise_is_named", async () => {
  const { user, calls } = await showTrends();
  const prices = await screen.findByRole("table", {
    name: "Asked for a crossing, in GBP, as a table",
  });
  expect(prices).toHaveTextContent("Oct 202683,0003,5004,500");
  expect(within(prices).queryByRole("button")).toBeNull();
  const [toTable] = screen.getAllByRole("radio", { name: "Table" });
  if (toTable) await user.click(toTable);
  expect(screen.getByRole("table", { name: "Routes, as a table" })).toHaveTextContent(
    "+16.5 points rising",
  );
  await user.click(screen.getByRole("button", { name: "14: open the accounts, GBP" }));
  const list = await screen.findByRole("table", { name: "GBP" });
  expect(list).toHaveTextContent("4,000£4,000");
  const asked = calls.find((call) => call.name === "trendRows")?.args[0];
  expect(asked).toMatchObject({ kind: "price", name: "GBP", month: null });
});

test("a_trend_opens_page_by_page_to_its_last_account", async () => {
  const row = (at: number) => ({
    account: `account-${at}`,
    label: `@made_up_${at}`,
    platform: "tiktok",
    at: "2026-11-03T10:00:00Z",
    sum: 4000,
    quotes: ["£4,000"],
  });
  const all = Array.from({ length: 51 }, (_, at) => row(at));
  const { user } = await showTrends({
    trendRows: async ({ offset, limit }) => ({
      total: all.length,
      as_at: "2026-11-23T09:00:00Z",
      rows: all.slice(offset, offset + limit),
    }),
  });
  const [toTable] = await screen.findAllByRole("radio", { name: "Table" });
  if (toTable) await user.click(toTable);
  await user.click(screen.getByRole("button", { name: "14: open the accounts, GBP" }));
  const list = await screen.findByRole("table", { name: "GBP" });
  expect(within(list).getAllByRole("row")).toHaveLength(51);
  expect(screen.getByText(/^51 prices, each sum once an account and month, as at /)).toBeVisible();
  await user.click(screen.getByRole("button", { name: "Show 1 more" }));
  await waitFor(() => expect(list).toHaveTextContent("@made_up_50"));
  expect(screen.queryByRole("button", { name: /^Show \d+ more/ })).toBeNull();
});

test("a_trend_says_its_headline_and_its_marks_are_walked_by_arrows", async () => {
  const { user, calls } = await showTrends();
  const chart = await screen.findByRole("group", {
    name: "Routes, by month: Dunkirk → Dover, 11 accounts in all, rising",
  });
  const [first, second] = within(chart).getAllByRole("button");
  expect(first).toHaveAccessibleName("Dunkirk → Dover, Oct 2026: 6.0%, 3 of 50 accounts");
  first?.focus();
  await user.keyboard("{ArrowRight}");
  expect(second).toHaveFocus();
  await user.keyboard("{Enter}");
  await screen.findByRole("table", { name: "Dunkirk → Dover, Nov 2026" });
  const asked = calls.find((call) => call.name === "trendRows")?.args[0];
  expect(asked).toMatchObject({ kind: "route", month: "2026-11" });
});

test("what_is_too_little_is_not_drawn_and_said_in_words", async () => {
  const view = await sample.trends?.({ from: "", to: "" }, "");
  if (view === undefined) throw new Error("no trends");
  const [route] = view.routes;
  if (route === undefined) throw new Error("no route");
  const months = route.months.map((month) => ({ ...month, accounts: 1, of: 3 }));
  await showTrends({
    trends: async () => ({ ...view, routes: [{ ...route, months }], routes_left_out: 7 }),
  });
  const chart = await screen.findByRole("group", { name: /^Routes, by month/ });
  expect(within(chart).queryByRole("button")).toBeNull();
  expect(screen.getByText(/Too few to draw: Oct 2026 \(3\), Nov 2026 \(3\)\./)).toBeInTheDocument();
  expect(screen.getByText(/^7 more, each said by no more accounts/)).toBeInTheDocument();
});

test("a_trend_is_saved_as_it_is_asked_for", async () => {
  const { user, calls } = await showTrends({
    choose: async () => [{ token: "t", name: "p.svg", size: "0" }],
  });
  await user.click(
    await screen.findByRole("button", { name: "Save the chart: Asked for a crossing, in GBP" }),
  );
  await user.click(await screen.findByRole("menuitem", { name: /SVG/ }));
  await waitFor(() => expect(calls.some((call) => call.name === "writeTrendChart")).toBe(true));
  const asked = calls.find((call) => call.name === "writeTrendChart")?.args[0];
  expect(asked).toMatchObject({ kind: "price", currency: "GBP", format: "svg", place: "t" });
});

test("a_group_apart_from_the_rest_is_marked_beside_its_lexicon", async () => {
  const user = userEvent.setup();
  const { calls } = showHost();
  await user.click(await screen.findByRole("tab", { name: "Fairness" }));
  const table = await screen.findByRole("table", { name: "By language" });
  const row = within(table).getByRole("row", { name: /Albanian/ });
  expect(row).toHaveTextContent("50.0%60 of 12040.0% to 60.0%apart from the rest, 70.0%");
  expect(row).toHaveTextContent("84 terms, 2026-11-2712 not checked");
  await user.click(
    within(row).getByRole("button", { name: "5: open the accounts, left standing, Albanian" }),
  );
  const list = await screen.findByRole("table", { name: /^Behind the number: left standing/ });
  expect(list).toHaveTextContent("@made_up_pierTikTokKIT-40declined returned by a second officer");
  expect(list).toHaveTextContent("kept apart");
  const asked = calls.find((call) => call.name === "fairRows")?.args[0];
  expect(asked).toMatchObject({ by: "language", name: "sq", count: "declined" });
});

test("files_of_several_officers_are_read_as_one_and_duplicates_named", async () => {
  const user = userEvent.setup();
  const { calls } = showHost({
    choose: async (kind) => [
      { token: `${kind} 1`, name: "4417.csv", size: "1" },
      { token: `${kind} 2`, name: "5522.csv", size: "1" },
    ],
  });
  await user.click(await screen.findByRole("tab", { name: "Several officers" }));
  await user.click(screen.getByRole("button", { name: "Read files…" }));
  expect(await screen.findByText("9,040 items in 2 files, each counted once")).toBeInTheDocument();
  const table = screen.getByRole("table", { name: "Sent by several officers" });
  expect(table).toHaveTextContent("00ff00ff4417.csv, 5522.csv");
  expect(screen.getByRole("alert")).toHaveTextContent("5522.csv");
  expect(screen.queryByRole("radio", { name: "Each unit apart" })).not.toBeInTheDocument();
  const asked = calls.find((call) => call.name === "pooledStatistics")?.args[0];
  expect(asked).toMatchObject({ files: ["open-figures 1", "open-figures 2"] });
  await user.click(screen.getByRole("button", { name: "Save a file of this case…" }));
  expect(await screen.findByText("4417.csv: 9,040 items.")).toBeInTheDocument();
});

test("what_was_published_stands_beside_what_it_says_now_and_its_corrections", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("tab", { name: "Published" }));
  const list = await screen.findByRole("list", { name: "What was published, newest first" });
  expect(list).toHaveTextContent("derived again: 1 figure changed");
  expect(list).toHaveTextContent("taken_down: 8014, now 8013");
  expect(list).toHaveTextContent("It was 7,990: some had been put back.");
});

test("a_case_that_sent_nothing_says_where_figures_come_from", async () => {
  show(() => figures, false);
  expect(await screen.findByText("Nothing was referred yet")).toBeInTheDocument();
});

test("how_this_is_counted_is_on_the_screen_itself", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("button", { name: "How this is counted" }));
  expect(await screen.findByText(/Gone for everyone: removed, or suspended/)).toBeInTheDocument();
  expect(screen.getByText(/Counts below 5 are not published/)).toBeInTheDocument();
});

test("a_frozen_figure_is_derived_again_and_says_what_changed", async () => {
  const user = userEvent.setup();
  show();
  await user.click(await screen.findByRole("button", { name: "Freeze…" }));
  expect(await screen.findByText("Annual report 2025")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Derive again" }));
  expect(await screen.findByText("taken_down: 8014, now 8013")).toBeInTheDocument();
  expect(screen.getByText("2 events it saw were taken back since")).toBeInTheDocument();
  expect(screen.getByText("referred: 9040, now 9039")).toBeInTheDocument();
  const name = screen.getByRole("textbox", { name: /Name, such as/ });
  const freeze = screen.getByRole("button", { name: /^Freeze accounts/ });
  expect(freeze).toBeDisabled();
  await user.type(name, "Half year");
  expect(freeze).toBeEnabled();
});

test("figures_are_written_as_readers_know_them", () => {
  expect(percent(0.8863)).toBe("88.6%");
  expect(percent(null)).toBe("–");
  expect(change(-0.027)).toBe("−2.7%");
  expect([duration(0.5), duration(9.04), duration(17), duration(100.8)]).toEqual([
    "30 min",
    "9.0 h",
    "17 h",
    "4.2 d",
  ]);
  expect(publishable(4, 5)).toBe("fewer than 5");
  expect(publishable(0, 5)).toBe("0");
  expect(axisStep(857)).toBe(250);
  expect(axisStep(3)).toBe(1);
  const fall = { ...figures.said, percent: -13 };
  expect(saidWords(fall)).toBe("more than 8,000, down almost 13 %");
  expect(saidWords({ ...fall, percent: -1 })).toBe("more than 8,000, down less than 1 %");
  expect(saidWords({ ...fall, is_small: true })).toBe("fewer than 5");
});
