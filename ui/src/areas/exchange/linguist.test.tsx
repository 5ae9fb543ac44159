import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands, LinguistPreviewView } from "../../host";
import { resetRoute } from "../../lib/route";
import { asked, recordHost, show } from "../../record/testing";
import { LinguistPanel } from "./linguist/LinguistPanel";

afterEach(() => resetRoute());

const PREVIEW: LinguistPreviewView = {
  file_name: "back.csv",
  sha256: "ab".repeat(32),
  encoding: "utf-8",
  delimiter: ";",
  counts: { read: 4, translated: 1, cannot_read: 1, unchanged: 0, empty: 1, rejected: 1 },
  rows: [
    {
      line: 4,
      fate: "rejected",
      label: "@made_up_2",
      words: "",
      why: "the original was changed since it was given out: give it out again",
    },
    {
      line: 2,
      fate: "translated",
      label: "@made_up_1",
      words: "Leaves tonight",
      why: "checked, linguist 7",
    },
  ],
};

function panel(answers: Partial<Commands> = {}) {
  const host = recordHost({
    waitingLanguages: async () => [
      { code: "ckb", name: "Kurdish, Sorani", accounts: 7, is_read: false },
      { code: "sq", name: "Albanian", accounts: 2, is_read: true },
    ],
    choose: async () => [{ token: "t1", name: "texts.csv", size: "0" }],
    giveTexts: async () => ({
      language: "Kurdish, Sorani",
      texts: 9,
      accounts: 7,
      cannot_read: 1,
      pages: null,
      sha256: "ab",
      entry: 31,
      file_name: "texts.csv",
    }),
    previewTranslations: async () => PREVIEW,
    takeTranslations: async () => ({
      set: "set-1",
      ...PREVIEW.counts,
      encoding: "utf-8",
      delimiter: ";",
    }),
    saveRejectedTranslations: async () => 1,
    undo: async () => ({ removed: 2, restored: 0, kept: 0 }),
    ...answers,
  });
  show(host, COMMANDS, <LinguistPanel />);
  return { host, user: userEvent.setup() };
}

test("texts_are_given_to_nobody_without_a_name_and_a_purpose", async () => {
  const { host, user } = panel();
  await user.click(await screen.findByRole("button", { name: /texts in Kurdish, Sorani/u }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("button", { name: /Choose where/u })).toBeDisabled();
  await user.type(dialog.getByRole("textbox", { name: /Who receives it/u }), "Linguist 7");
  await user.click(dialog.getByRole("button", { name: /Choose where/u }));
  expect(await dialog.findByText(/9 texts of 7 accounts/u)).toBeInTheDocument();
  expect(dialog.getByText(/1 text left out/u)).toBeInTheDocument();
  const [[request] = []] = asked(host, "giveTexts");
  expect(request).toMatchObject({
    language: "ckb",
    format: "csv",
    recipient: "Linguist 7",
    list: { scope: "to-review" },
    accounts: [],
  });
});

test("what_came_back_is_previewed_and_then_the_same_bytes_are_taken_in", async () => {
  const { host, user } = panel();
  await user.click(await screen.findByRole("button", { name: "Take in a file…" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText(/4 rows read = 1 translation \+ 1 cannot be read/u)).toBeInTheDocument();
  expect(dialog.getByText(/was changed since/u)).toBeInTheDocument();
  expect(asked(host, "takeTranslations")).toEqual([]);
  await user.click(dialog.getByRole("button", { name: /Save the rejected rows/u }));
  expect(asked(host, "saveRejectedTranslations")).toHaveLength(1);
  await user.click(dialog.getByRole("button", { name: "Take in 2 answers" }));
  const [[request] = []] = asked(host, "takeTranslations");
  expect(request).toMatchObject({ file: "t1", sha256: PREVIEW.sha256 });
});

test("a_file_that_brings_nothing_cannot_be_taken_in", async () => {
  const none = { read: 2, translated: 0, cannot_read: 0, unchanged: 2, empty: 0, rejected: 0 };
  const { user } = panel({ previewTranslations: async () => ({ ...PREVIEW, counts: none }) });
  await user.click(await screen.findByRole("button", { name: "Take in a file…" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByRole("button", { name: /Take in 0/u })).toBeDisabled();
});
