import { render, screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import type { LifeView, NetworkView } from "../../../host";
import { barsOf } from "./bars";
import { Timeline } from "./Timeline";

function life(n: number, change: Partial<LifeView> = {}): LifeView {
  return {
    account: `account-${n}`,
    label: `@made_up_${n}`,
    generation: 1,
    first_seen: `2026-09-0${n}T00:00:00Z`,
    last_seen: `2026-09-0${n}T00:00:00Z`,
    referred: null,
    gone: null,
    days: null,
    after: null,
    ...change,
  };
}

const lives = [
  life(3, { generation: 2, after: "account-1" }),
  life(1, { gone: "2026-09-05T00:00:00Z", days: 4, referred: "2026-09-03T00:00:00Z" }),
  life(2, { first_seen: null, last_seen: null }),
];

test("bars_run_from_first_seen_to_gone_the_earliest_first_and_undated_accounts_are_counted", () => {
  const { bars, undated } = barsOf(lives);
  expect(bars.map(({ life }) => life.account)).toEqual(["account-1", "account-3"]);
  expect(bars[0]).toMatchObject({ from: 0, to: 100, referred: 50, isGone: true });
  expect(bars[1]?.from).toBe(50);
  expect(bars[1]?.to).toBeGreaterThan(50);
  expect(undated).toBe(1);
});

test("the_table_says_all_that_the_bars_show_and_of_whom_nothing_is_known", () => {
  const network: NetworkView = {
    head: "account-1",
    label: "@made_up_1",
    is_named: false,
    size: 3,
    to_review: 0,
    removed: 1,
    first_seen: null,
    last_seen: null,
    lives: 2,
    platforms: [],
    reasons: [],
    accounts: [],
    values: [],
    said: [],
    timeline: lives,
  };
  render(<Timeline network={network} />);
  const table = screen.getByRole("table", { name: /were there/ });
  const rows = within(table).getAllByRole("row");
  expect(rows).toHaveLength(4);
  expect(rows[1]).toHaveTextContent(/@made_up_1.*1 Sept? 2026.*3 Sept? 2026.*5 Sept? 2026.*4$/);
  expect(rows[2]).toHaveTextContent(/@made_up_3.*2.*@made_up_1$/);
  expect(rows[3]).toHaveTextContent(/@made_up_2.*not known/);
  expect(screen.getByText(/1 account has no dated sighting/)).toBeInTheDocument();
});

test("without_any_date_it_says_so", () => {
  expect(barsOf([life(1, { first_seen: null })])).toMatchObject({ bars: [], undated: 1 });
});
