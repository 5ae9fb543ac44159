import { screen, waitFor } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { OutcomesPreviewView } from "../../../host";
import { asked, recordHost, show } from "../../../record/testing";
import { OutcomesImport } from "./OutcomesImport";

const PREVIEW: OutcomesPreviewView = {
  file_name: "history.csv",
  sha256: "ab",
  encoding: "UTF-8",
  delimiter: ",",
  unused: ["colour"],
  counts: { read: 3, created: 1, updated: 1, unchanged: 0, merged: 0, rejected: 1, erased: 0 },
  accounts: 1,
  sent_items: 1,
  rows: [
    {
      line: 4,
      fate: "rejected",
      label: "tiktok · one",
      why: '"purple" is no decision that is known',
      changes: [],
      register: null,
    },
  ],
};

test("outcomes_are_previewed_with_every_mismatch_and_the_same_bytes_are_taken", async () => {
  const host = recordHost({
    choose: async () => [{ token: "t1", name: "history.csv", size: "300" }],
    previewOutcomes: async () => PREVIEW,
    importOutcomes: async () => ({
      batch: "b1",
      read: 3,
      created: 1,
      updated: 1,
      unchanged: 0,
      merged: 0,
      rejected: 1,
      erased: 0,
      encoding: "UTF-8",
      delimiter: ",",
      sheet: null,
      mapping: null,
      warnings: [],
    }),
  });
  show(host, COMMANDS, <OutcomesImport />);
  const user = userEvent.setup();
  await user.click(await screen.findByRole("button", { name: /Take in outcomes/u }));
  expect(await screen.findByText(/purple/)).toBeInTheDocument();
  expect(screen.getByText(/^3 rows = 1 new item \+ 1 that add/)).toBeInTheDocument();
  expect(
    screen.getByText(/1 item sent from this case is answered; 1 account is made/),
  ).toBeInTheDocument();
  expect(screen.getByText(/nothing is read from: colour/)).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: "Take in 2 rows" }));
  await waitFor(() => expect(asked(host, "importOutcomes")).toHaveLength(1));
  expect(asked(host, "importOutcomes")[0]?.[0]).toMatchObject({
    file: "t1",
    sha256: "ab",
    mapping: null,
  });
});
