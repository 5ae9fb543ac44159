import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { HostProvider, type StatsRequest, type StatsView } from "../../host";
import { fakeHost } from "../../host/fake";
import { sample } from "../../preview/sample";
import { figures } from "../../preview/sample/outcomes";
import { OutcomesArea } from ".";
import { axisStep, change, duration, percent, publishable, saidWords } from "./figure";

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
        <OutcomesArea />
      </QueryClientProvider>
    </HostProvider>,
  );
  return asked;
}

test("the_first_row_says_each_figure_with_its_denominator", async () => {
  show();
  const down = within(await screen.findByRole("region", { name: /taken down in this period/ }));
  expect(down.getByText("8,014")).toBeInTheDocument();
  expect(down.getByText("5,600 in the period before: +43.1%")).toBeInTheDocument();
  expect(down.getByText(/“more than 8,000, up more than 40 %”/)).toBeInTheDocument();
  expect(down.getByText("7,630 confirmed by the platform, 384 seen offline")).toBeInTheDocument();
  const rate = within(screen.getByRole("region", { name: "Of 8,787 referred in this period" }));
  expect(rate.getByText("88.6%")).toBeInTheDocument();
  const reversed = within(screen.getByRole("region", { name: "Withdrawn or reversed" }));
  expect(reversed.getByText("38 of 8,787")).toBeInTheDocument();
});

test("every_chart_is_read_out_as_a_table", async () => {
  show();
  const months = await screen.findByRole("table", { name: "Taken down by month, as a table" });
  expect(within(months).getAllByRole("row")).toHaveLength(13);
  expect(within(months).getByRole("rowheader", { name: "Oct 2026" })).toBeInTheDocument();
  const curve = screen.getByRole("table", { name: /days since referral, as a table/ });
  expect(within(curve).getAllByRole("columnheader")).toHaveLength(6);
  for (const picture of document.querySelectorAll("svg")) {
    expect(picture.closest("[aria-hidden='true']")).not.toBeNull();
  }
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
  expect(saidWords({ ...fall, is_small: true })).toBe("fewer than 5");
});
