import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { LexiconChangeRequest } from "../../../host";
import { flushAll } from "../../../lib/flush";
import { resetRoute } from "../../../lib/route";
import { asked, session, show } from "../../../record/testing";
import { SettingsArea } from "..";
import { add, aTerm, opener, refusal, SORANI } from "./testing";

const open = opener(COMMANDS);

afterEach(() => resetRoute());

describe("the terms", () => {
  test("a_sorani_term_is_isolated_and_takes_its_own_direction", async () => {
    open();
    const grid = await screen.findByRole("grid", { name: "Kurdish, Sorani" });
    const term = within(grid).getByText("بە بەلەم");
    expect(term.tagName).toBe("BDI");
    expect(term).toHaveAttribute("dir", "auto");
    expect(term).toHaveAttribute("lang", "ckb");
    expect(term.className).toMatch(/arabic/);
    // Cut at its own end: a cell that cuts at the interface's end would hide where it begins.
    expect(term.className).toMatch(/cut/);
  });

  test("a_published_source_is_shown_as_an_address_nobody_can_follow", async () => {
    open();
    const grid = await screen.findByRole("grid", { name: "Kurdish, Sorani" });
    expect(within(grid).getByText("published: hxxps://news[.]example/lajme")).toBeInTheDocument();
    expect(document.querySelector("a[href]")).toBeNull();
  });

  test("the_table_is_narrowed_by_words_category_and_unchecked", async () => {
    const { user } = open();
    await screen.findByText("2 of 2 terms");
    await user.type(screen.getByRole("searchbox"), "RUBBER");
    expect(await screen.findByText("1 of 2 terms")).toBeInTheDocument();
    await user.clear(screen.getByRole("searchbox"));
    await user.click(screen.getByRole("button", { name: "Unchecked only" }));
    expect(await screen.findByText("1 of 2 terms")).toBeInTheDocument();
    expect(screen.queryByText("gomone")).toBeNull();
  });

  test("a_reader_reads_terms_and_changes_none", async () => {
    const { view, host } = open();
    view.unmount();
    const officer = { ...session.officer, role: "reader" as const };
    show(host, COMMANDS, <SettingsArea />, { session: { ...session, officer } });
    await screen.findByText("2 of 2 terms");
    expect(screen.getByRole("button", { name: "Export as CSV" })).toBeInTheDocument();
    for (const name of [/Add a term/, /Take in a file/, /^Change/, /^Take out/]) {
      expect(screen.queryByRole("button", { name })).toBeNull();
    }
  });
});

test("a_lexicon_is_opened_and_left_by_keys_and_says_what_is_not_saved_in_it", async () => {
  const { user } = open({}, null);
  const name = "Open the lexicon Kurdish, Sorani";
  (await screen.findByRole("button", { name })).focus();
  await user.keyboard("{Enter}");
  const back = await screen.findByRole("button", { name: "All lexicons" });
  expect(back).toHaveFocus();
  await add(user, "rruga");
  await flushAll();
  back.focus();
  await user.keyboard("{Enter}");
  await waitFor(() => expect(screen.getByRole("button", { name })).toHaveFocus());
  expect(await screen.findByText("changes not saved")).toBeInTheDocument();
});

describe("changes", () => {
  test("added_changed_and_taken_out_are_sent_as_one_request", async () => {
    const { host, user } = open();
    await add(user, "rruga");
    const grid = screen.getByRole("grid", { name: "Kurdish, Sorani" });
    await user.click(within(grid).getByText("gomone"));
    await user.click(screen.getByRole("button", { name: "Take out gomone" }));
    await user.click(within(grid).getByText("بە بەلەم"));
    await user.click(screen.getByRole("button", { name: "Change بە بەلەم" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Linguist who/), "L. Linguist");
    await user.click(dialog.getByRole("checkbox"));
    await user.click(dialog.getByRole("button", { name: "Keep the change" }));
    expect(asked(host, "changeLexicon")).toHaveLength(0);
    await user.click(await screen.findByRole("button", { name: "Save 3 changes" }));
    await waitFor(() => expect(asked(host, "changeLexicon")).toHaveLength(1));
    const request = asked(host, "changeLexicon")[0]?.[0] as LexiconChangeRequest;
    expect(request).toMatchObject({ language: "ckb", version: "2026-11-27" });
    expect(request.changes).toEqual([
      { before: "gomone", after: null },
      {
        before: "بە بەلەم",
        after: aTerm("بە بەلەم", { reviewer: "L. Linguist", needs_linguist: false }),
      },
      {
        before: null,
        after: aTerm("rruga", { category: "route", meaning: "a way", weight: 3, date: "" }),
      },
    ]);
    await waitFor(() => expect(screen.queryByText(/not saved yet/)).toBeNull());
  });

  test("each_change_can_be_taken_back", async () => {
    const { user } = open();
    await add(user, "rruga");
    await screen.findByRole("heading", { name: "1 change not saved yet" });
    await user.click(
      screen.getAllByRole("button", { name: "Take back: added, rruga" })[0] as Element,
    );
    await waitFor(() => expect(screen.queryByText(/not saved yet/)).toBeNull());
    expect(screen.queryByText("rruga")).toBeNull();
  });

  test("a_refused_save_keeps_the_changes_and_says_why", async () => {
    const why = 'The term cannot be kept: "rr" stands already in line 4.';
    const { user, host } = open({ changeLexicon: () => Promise.reject(refusal(why)) });
    await add(user, "rruga");
    await user.click(await screen.findByRole("button", { name: "Save 1 change" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(why);
    expect(screen.getByRole("button", { name: "Save 1 change" })).toBeInTheDocument();
    expect(asked(host, "scoreAnew")).toHaveLength(0);
  });

  test("changes_made_on_an_older_version_can_be_made_on_the_one_that_stands", async () => {
    const state = { version: SORANI.version };
    const { user, host } = open({
      lexicons: async () => [{ ...SORANI, version: state.version }],
      changeLexicon: async (request) => {
        if (request.version === state.version) return null;
        throw refusal("This lexicon was changed meanwhile.", "refused");
      },
    });
    await add(user, "rruga");
    state.version = "2026-11-28.1";
    await user.click(await screen.findByRole("button", { name: "Save 1 change" }));
    expect(await screen.findByRole("alert")).toHaveTextContent("changed meanwhile");
    await user.click(
      await screen.findByRole("button", { name: "Make them on the lexicon as it is now" }),
    );
    await user.click(await screen.findByRole("button", { name: "Save 1 change" }));
    await waitFor(() => expect(screen.queryByText(/not saved yet/)).toBeNull());
    expect(asked(host, "changeLexicon").at(-1)?.[0]).toMatchObject({ version: "2026-11-28.1" });
  });

  test("changes_and_a_half_typed_term_are_there_again_after_leaving", async () => {
    const { user, view, mount } = open();
    await add(user, "rruga");
    await user.click(await screen.findByRole("button", { name: "Add a term" }));
    await user.type(within(await screen.findByRole("dialog")).getByLabelText(/^Term/), "half");
    await flushAll();
    view.unmount();
    mount();
    const dialog = within(await screen.findByRole("dialog"));
    expect(dialog.getByLabelText(/^Term/)).toHaveValue("half");
    await user.click(dialog.getByRole("button", { name: "Cancel" }));
    expect(await screen.findByRole("button", { name: "Save 1 change" })).toBeInTheDocument();
  });

  test("the_form_of_a_term_is_filled_in_by_keys_alone", async () => {
    const { user } = open();
    const grid = await screen.findByRole("grid", { name: "Kurdish, Sorani" });
    grid.focus();
    await user.keyboard("{ArrowDown}{Enter}");
    const dialog = within(await screen.findByRole("dialog"));
    await waitFor(() => expect(dialog.getByLabelText(/^Term/)).toHaveFocus());
    expect(dialog.getByLabelText(/^Term/)).toHaveValue("gomone");
    await user.keyboard("{Tab}");
    await user.keyboard("{Enter}");
    await screen.findByRole("listbox");
    await user.keyboard("{End}{Enter}");
    await user.tab();
    expect(dialog.getByLabelText(/^Meaning/)).toHaveFocus();
    await user.keyboard("{Control>}a{/Control}dinghy");
    await user.tab();
    await user.tab();
    await user.tab();
    await user.tab();
    expect(dialog.getByRole("checkbox")).toHaveFocus();
    await user.keyboard(" ");
    await user.tab();
    await user.tab();
    expect(dialog.getByRole("button", { name: "Keep the change" })).toHaveFocus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    const pending = await screen.findByRole("region", { name: "1 change not saved yet" });
    expect(pending).toHaveTextContent("gomone");
    expect(pending).toHaveTextContent("dinghy");
  });

  test("a_term_that_lacks_something_says_what_and_stays_open", async () => {
    const { user } = open();
    await user.click(await screen.findByRole("button", { name: "Add a term" }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.type(dialog.getByLabelText(/^Term/), "gomone");
    await user.click(dialog.getByRole("button", { name: "Keep the term" }));
    for (const words of ["This term is in the lexicon already.", "Choose a category."]) {
      expect(dialog.getByText(words)).toBeInTheDocument();
    }
  });
});
