import { screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { afterEach, expect, test } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { AccountView } from "../../host";
import { currentRoute, resetRoute } from "../../lib/route";
import { anAccount, lines, recordHost, show } from "../testing";
import { ItemPane } from "./ItemPane";

afterEach(() => resetRoute());

function item(change: Partial<AccountView>, tab: "assess" | "history" = "assess") {
  const account = anAccount(change);
  show(
    recordHost({
      waitingLanguages: async () => [{ code: "ckb", name: "Sorani", accounts: 7, is_read: false }],
    }),
    COMMANDS,
    <ItemPane
      account={account}
      lines={lines}
      tab={tab}
      onTab={() => undefined}
      onAttach={() => undefined}
    />,
    { current: account.id },
  );
  return userEvent.setup();
}

const NEEDS = { language: "Sorani", code: "ckb", waiting: 7 };
const strip = () => screen.queryByRole("note", { name: "A reader is needed" });

test("the_strip_says_which_reader_and_what_opens_refer", () => {
  item({ needs_reader: NEEDS });
  expect(strip()).toHaveTextContent("Refer is shut: it needs a reader of Sorani (7 waiting).");
  expect(strip()).toHaveTextContent(/a checked translation of the profile text, or that you say/);
});

test("the_strip_stands_over_every_tab", () => {
  item({ needs_reader: NEEDS }, "history");
  const tabs = screen.getByRole("tablist");
  expect(strip()?.compareDocumentPosition(tabs)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test("the_strip_leads_by_key_to_where_an_officer_says_what_they_read", async () => {
  const user = item({ needs_reader: NEEDS });
  screen.getByRole("button", { name: "Open Settings, You" }).focus();
  await user.keyboard("{Enter}");
  expect(currentRoute()).toEqual({ area: "settings", tab: "you" });
});

test.each(["drafted", "sent", "closed"] as const)(
  "there_is_no_strip_for_an_account_that_is_%s",
  (status) => {
    item({ needs_reader: NEEDS, status });
    expect(strip()).toBeNull();
  },
);

test("there_is_no_strip_where_no_reader_is_needed", () => {
  item({ needs_reader: null });
  expect(strip()).toBeNull();
});

test("the_strip_leads_to_giving_the_texts_of_its_language_to_a_linguist", async () => {
  const user = item({
    needs_reader: NEEDS,
    cannot_read: [
      {
        id: "answer-1",
        post: null,
        language: "ckb",
        language_name: "Sorani",
        by: "linguist 9",
        note: "Badini",
        at: "2026-11-27T10:00:00Z",
        officer: "4417",
      },
    ],
  });
  expect(strip()).toHaveTextContent(/linguist 9.* could not read it as Sorani/);
  await user.click(screen.getByRole("button", { name: "Give texts in Sorani to a linguist…" }));
  expect(await screen.findByRole("dialog", { name: "Texts for a linguist" })).toBeInTheDocument();
  expect(
    await screen.findByRole("button", { name: /Sorani: 7 accounts waiting/ }),
  ).toBeInTheDocument();
});
