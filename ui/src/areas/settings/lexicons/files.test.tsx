import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import { resetRoute } from "../../../lib/route";
import { asked } from "../../../record/testing";
import { add, FILE, opener, SORANI } from "./testing";

const open = opener(COMMANDS);

afterEach(() => resetRoute());

describe("files", () => {
  test("a_file_says_what_it_would_change_before_it_is_taken", async () => {
    const { user, host } = open({
      previewLexicon: async () => FILE,
      takeLexicon: async () => ({ ...FILE, is_taken: true }),
    });
    await user.click(await screen.findByRole("button", { name: "Take in a file" }));
    const dialog = within(await screen.findByRole("dialog"));
    const said = dialog.getAllByRole("definition").map((one) => one.textContent);
    expect(said).toEqual(["3", "2", "1", "340"]);
    expect(asked(host, "takeLexicon")).toHaveLength(0);
    await user.click(dialog.getByRole("button", { name: "Take it" }));
    await waitFor(() => expect(asked(host, "takeLexicon")).toEqual([["ckb", "file-1"]]));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  test("a_file_with_faults_lists_them_by_line_and_cannot_be_taken", async () => {
    const faults = [
      { line: 4, why: "the weight 12 must lie from 1 to 10" },
      { line: 9, why: "it has no source" },
    ];
    const { user } = open({ previewLexicon: async () => ({ ...FILE, faults }) });
    await user.click(await screen.findByRole("button", { name: "Take in a file" }));
    const list = await screen.findByRole("list", { name: "Faults by line" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(2);
    expect(list).toHaveTextContent("Line 4 the weight 12 must lie from 1 to 10");
    expect(list).toHaveTextContent("Line 9 it has no source");
    expect(screen.getByRole("button", { name: "Take it" })).toBeDisabled();
  });

  test("a_file_that_went_wrong_meanwhile_is_not_said_to_be_taken", async () => {
    const faults = [{ line: 2, why: "it has no source" }];
    const { user } = open({
      previewLexicon: async () => FILE,
      takeLexicon: async () => ({ ...FILE, faults }),
    });
    await user.click(await screen.findByRole("button", { name: "Take in a file" }));
    await user.click(await screen.findByRole("button", { name: "Take it" }));
    expect(await screen.findByText("it has no source")).toBeInTheDocument();
    expect(screen.queryByText(/is the lexicon now/)).toBeNull();
  });

  test("no_file_is_taken_over_changes_that_are_not_saved", async () => {
    const { user } = open();
    await add(user, "rruga");
    await screen.findByRole("button", { name: "Save 1 change" });
    expect(screen.getByRole("button", { name: "Take in a file" })).toBeDisabled();
  });

  test("the_way_back_to_the_lexicon_of_the_program_is_asked_first", async () => {
    const own = { ...SORANI, is_own: true, officer: "5120", at: "2026-11-27T09:00:00Z" };
    const { user, host } = open({ lexicons: async () => [own], resetLexicon: async () => true });
    await user.click(
      await screen.findByRole("button", { name: "Back to the one that comes with the program" }),
    );
    expect(asked(host, "resetLexicon")).toHaveLength(0);
    await user.click(await screen.findByRole("button", { name: "Go back to it" }));
    await waitFor(() => expect(asked(host, "resetLexicon")).toEqual([["ckb"]]));
  });

  test("a_lexicon_is_written_where_the_officer_says", async () => {
    const { user, host } = open({ saveLexicon: async () => null });
    await user.click(await screen.findByRole("button", { name: "Export as CSV" }));
    await waitFor(() => expect(asked(host, "saveLexicon")).toEqual([["ckb", "file-1"]]));
    expect(asked(host, "choose")[0]).toEqual(["save-lexicon", "lexicon-ckb-2026-11-27.csv"]);
  });
});
