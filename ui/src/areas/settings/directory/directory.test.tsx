import { screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { ChannelView, DirectoryFileView, DirectoryView } from "../../../host";
import { asked, recordHost, session, show } from "../../../record/testing";
import { DirectoryTab } from "./DirectoryTab";

const CHANNEL: ChannelView = {
  platform: "tiktok",
  channel: "action-plan",
  name: "Action-plan contact",
  address: "",
  accepts: "adverts",
  required: "exact address",
  identifiers: "not published",
  most: "not published",
  formats: "not published",
  attachments: "not published",
  language: "English",
  user_told: "not published",
  preservation: "ask apart",
  usual_time: "not published",
  source: "made up",
  date: "2021-12-06",
  review_days: 180,
  needs: "badge",
  most_items: null,
  answer_days: 5,
};

const DIRECTORY: DirectoryView = {
  version: "2026-11-28",
  is_own: false,
  officer: null,
  at: null,
  channels: [
    {
      channel: CHANNEL,
      platform_name: "TikTok",
      review_by: "2022-06-04",
      is_overdue: true,
      rate: { sent: 20, decided: 15, taken_down: 12 },
    },
  ],
  kinds: ["action-plan", "in-app"],
  platforms: [["tiktok", "TikTok"]],
  needs: [
    ["badge", "the officer's badge number"],
    ["exhibit", "a screenshot of every item"],
  ],
};

const FILE: DirectoryFileView = {
  file_name: "own.csv",
  faults: [],
  differences: [],
  unchanged: 0,
  version: null,
};

function tab(role: "officer" | "reader" = "officer", file: DirectoryFileView = FILE) {
  const host = recordHost({
    directory: async () => DIRECTORY,
    changeDirectory: async () => "2026-11-28.1",
    choose: async () => [{ token: "t1", name: "own.csv", size: "10" }],
    previewDirectory: async () => file,
    takeDirectory: async () => ({ ...file, version: "2026-11-28.1" }),
  });
  const as = { ...session, officer: { ...session.officer, role } };
  show(host, COMMANDS, <DirectoryTab />, { session: as });
  return { host, user: userEvent.setup() };
}

test("a_channel_says_that_it_is_overdue_and_what_became_of_what_was_sent_by_it", async () => {
  tab();
  const row = within(await screen.findByRole("row", { name: /Action-plan contact/u }));
  expect(row.getByText("overdue for review")).toBeInTheDocument();
  expect(row.getByText("12 of 20 taken down")).toBeInTheDocument();
  expect(row.getByText("answer due in 5 days")).toBeInTheDocument();
  expect(screen.getByText("1 channel overdue for review")).toBeInTheDocument();
});

test("a_change_is_made_on_the_version_that_was_read", async () => {
  const { host, user } = tab();
  await user.click(await screen.findByRole("button", { name: /^Change Action-plan contact/u }));
  await user.type(await screen.findByLabelText("Most items of one submission"), "8");
  await user.click(screen.getByRole("checkbox", { name: "a screenshot of every item" }));
  await user.click(screen.getByRole("button", { name: "Save as a new version" }));
  expect(asked(host, "changeDirectory")).toEqual([
    [
      {
        version: "2026-11-28",
        changes: [
          {
            before: ["tiktok", "action-plan"],
            after: { ...CHANNEL, most_items: 8, needs: "badge;exhibit" },
          },
        ],
      },
    ],
  ]);
});

test("a_file_with_a_fault_tells_its_line_and_is_not_taken", async () => {
  const { host, user } = tab("officer", {
    ...FILE,
    faults: [{ line: 7, why: "there is no platform" }],
  });
  await user.click(await screen.findByRole("button", { name: "Take in a file" }));
  expect(await screen.findByText("Line 7")).toBeInTheDocument();
  expect(screen.getByRole("button", { name: "Take it" })).toBeDisabled();
  expect(asked(host, "takeDirectory")).toEqual([]);
});

test("a_file_is_taken_once_its_differences_were_shown", async () => {
  const { host, user } = tab("officer", {
    ...FILE,
    differences: [
      {
        platform: "tiktok",
        channel: "action-plan",
        kind: "changed",
        fields: [{ field: "language", before: "English", after: "any" }],
      },
    ],
  });
  await user.click(await screen.findByRole("button", { name: "Take in a file" }));
  expect(await screen.findByText(/becomes/u)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Take it" }));
  expect(asked(host, "takeDirectory")).toEqual([["t1"]]);
});

test("a_reader_changes_nothing", async () => {
  tab("reader");
  await screen.findByText("Action-plan contact");
  expect(screen.queryByRole("button", { name: /Change|Add|Take/u })).toBeNull();
});
