import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { CalibrationView } from "../../../host";
import { currentRoute, resetRoute } from "../../../lib/route";
import { asked } from "../../../record/testing";
import { DECIDED, decided, opener } from "./testing";

const open = opener(COMMANDS);

afterEach(() => resetRoute());

const TERMS = "Terms most often left without action";

function line(table: HTMLElement, name: RegExp): (string | null)[] {
  const row = within(table).getByRole("row", { name });
  return [...row.querySelectorAll("th, td")].map((cell) => cell.textContent);
}

describe("what officers decided", () => {
  test("a_share_says_of_how_many_and_stands_only_where_five_were_decided", async () => {
    open({}, null);
    const bands = await screen.findByRole("table", { name: "Decisions by band" });
    expect(line(bands, /Priority/)).toEqual(["Priority", "5", "1", "2", "63% of 8", "4", "1"]);
    expect(line(bands, /Review/)).toEqual(["Review", "1", "0", "3", "only 4 decided", "0", "1"]);
    expect(line(bands, /Low/)).toEqual(["Low", "0", "0", "0", "none decided", "0", "0"]);
  });

  test("five_decided_accounts_are_enough_for_a_share", async () => {
    const bands = [{ band: "review" as const, decided: decided(2, 1, 2) }];
    open({ calibration: async () => ({ bands, terms: [] }) }, null);
    expect(await screen.findByText("40% of 5")).toBeInTheDocument();
    expect(screen.getByText(/No account that was left without action bears/)).toBeInTheDocument();
  });

  test("it_says_that_an_account_counts_once_and_by_which_sum", async () => {
    open({}, null);
    expect(
      await screen.findByText(/counts once: by its newest assessment, and the sum/),
    ).toBeInTheDocument();
  });

  test("nothing_decided_is_said_in_words_and_without_a_table", async () => {
    const none = DECIDED.bands.map(({ band }) => ({ band, decided: decided(0, 0, 0) }));
    open({ calibration: async () => ({ bands: none, terms: [] }) }, null);
    expect(await screen.findByText(/Nothing was decided yet/)).toBeInTheDocument();
    expect(screen.queryByRole("table", { name: "Decisions by band" })).toBeNull();
    expect(screen.queryByRole("table", { name: TERMS })).toBeNull();
  });
});

describe("terms left without action", () => {
  test("each_has_its_language_category_and_counts_and_its_own_direction", async () => {
    open({}, null);
    const terms = await screen.findByRole("table", { name: TERMS });
    expect(line(terms, /gomone/)).toEqual([
      "gomone",
      "Kurdish, Sorani",
      "T Transport",
      "1",
      "7",
      "0",
      "1",
    ]);
    const sorani = within(terms).getByText("بە بەلەم");
    expect(sorani.tagName).toBe("BDI");
    expect(sorani).toHaveAttribute("lang", "ckb");
  });

  test("a_term_that_was_only_referred_is_not_among_them", async () => {
    open({}, null);
    await screen.findByRole("table", { name: TERMS });
    expect(screen.queryByText("referred only")).toBeNull();
  });

  test("a_term_whose_lexicon_is_gone_is_told_and_opens_nothing", async () => {
    open({}, null);
    const terms = await screen.findByRole("table", { name: TERMS });
    expect(line(terms, /gone/).slice(0, 3)).toEqual(["gone", "xx", "odd"]);
    expect(within(terms).getAllByRole("button")).toHaveLength(2);
  });

  test("a_term_opens_its_lexicon_narrowed_to_it_and_the_keys_come_back_to_its_line", async () => {
    const { user } = open({}, null);
    const name = "Open gomone in the lexicon Kurdish, Sorani";
    (await screen.findByRole("button", { name })).focus();
    await user.keyboard("{Enter}");
    expect(currentRoute()).toMatchObject({ area: "settings", tab: "lexicons", id: "ckb" });
    expect(await screen.findByText("1 of 2 terms")).toBeInTheDocument();
    expect(screen.getByRole("searchbox")).toHaveValue("gomone");
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByRole("button", { name })).toHaveFocus());
  });

  test("a_lexicon_opened_from_the_list_afterwards_shows_every_term", async () => {
    const { user } = open({}, null);
    await user.click(await screen.findByRole("button", { name: /^Open gomone/ }));
    await user.click(await screen.findByRole("button", { name: "All lexicons" }));
    await user.click(await screen.findByRole("button", { name: /^Open the lexicon/ }));
    expect(await screen.findByText("2 of 2 terms")).toBeInTheDocument();
  });

  test("twenty_stand_there_and_the_rest_is_shown_on_request", async () => {
    const { user, host } = open({ calibration: async () => many(45) }, null);
    const table = await screen.findByRole("table", { name: TERMS });
    expect(within(table).getAllByRole("row")).toHaveLength(21);
    const more = screen.getByRole("button", { name: "Show all 45" });
    expect(more).toHaveAttribute("aria-expanded", "false");
    more.focus();
    await user.keyboard("{Enter}");
    expect(within(table).getAllByRole("row")).toHaveLength(46);
    const fewer = screen.getByRole("button", { name: "Show the first 20" });
    expect(fewer).toHaveFocus();
    await user.keyboard("{Enter}");
    expect(within(table).getAllByRole("row")).toHaveLength(21);
    expect(asked(host, "calibration")).toHaveLength(1);
  });

  test("a_list_that_was_cut_says_so", async () => {
    const { user } = open({ calibration: async () => many(200) }, null);
    await user.click(await screen.findByRole("button", { name: "Show all 200" }));
    expect(screen.getByText("The list ends after 200 terms.")).toBeInTheDocument();
  });
});

function many(n: number): CalibrationView {
  const terms = Array.from({ length: n }, (_, at) => ({
    language: "ckb",
    term: `made-up ${at}`,
    category: "transport",
    decided: decided(0, 0, n - at),
  }));
  return { ...DECIDED, terms };
}
