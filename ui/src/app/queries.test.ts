import { QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { askAgain, makeQueryClient } from "./queries";

const KEYS = [
  ["account", "a1"],
  ["accounts", { search: "" }, "page", 0],
  ["exhibits", ""],
  ["referrals", "draft"],
  ["exclusions"],
  ["place", "review"],
  ["audit", null],
  ["an-area-to-come"],
  ["lexicon-terms", "sq"],
  ["scoring"],
  ["calibration"],
] as const;

/** The first words of the keys that are asked again after a write. */
async function askedAgain(what: string): Promise<string[]> {
  const client = makeQueryClient(() => undefined);
  const asked: string[] = [];
  const leave: (() => void)[] = [];
  for (const queryKey of KEYS) {
    const observer = new QueryObserver(client, {
      queryKey,
      queryFn: async () => {
        asked.push(queryKey[0]);
        return 1;
      },
    });
    leave.push(observer.subscribe(() => undefined));
  }
  await new Promise((resolve) => setTimeout(resolve, 20));
  asked.length = 0;
  askAgain(client, what);
  await new Promise((resolve) => setTimeout(resolve, 20));
  for (const stop of leave) stop();
  return asked.sort();
}

test("a_note_asks_again_for_the_account_and_not_for_the_lists", async () => {
  expect(await askedAgain("account")).toEqual(["account", "an-area-to-come", "audit"]);
});

test("a_decision_asks_again_for_whatever_shows_accounts", async () => {
  const asked = await askedAgain("accounts");
  expect(asked).toEqual([
    "account",
    "accounts",
    "an-area-to-come",
    "audit",
    "calibration",
    "exhibits",
    "referrals",
    "scoring",
  ]);
});

test("a_change_of_lexicons_asks_again_for_sums_and_terms_and_not_for_lists", async () => {
  expect(await askedAgain("lexicons")).toEqual([
    "account",
    "an-area-to-come",
    "audit",
    "lexicon-terms",
    "scoring",
  ]);
});

test("evidence_and_drafts_ask_again_for_what_they_change", async () => {
  expect(await askedAgain("evidence")).toContain("exhibits");
  expect(await askedAgain("referrals")).not.toContain("exhibits");
});

test("what_an_officer_reads_asks_again_for_the_account_that_needs_a_reader", async () => {
  expect(await askedAgain("officers")).toContain("account");
});

test("decisions_ask_again_for_what_officers_decided_and_lexicons_do_not", async () => {
  expect(await askedAgain("accounts")).toContain("calibration");
  expect(await askedAgain("lexicons")).not.toContain("calibration");
});

test("a_write_nobody_foresaw_asks_again_for_everything", async () => {
  expect(await askedAgain("weather")).toHaveLength(KEYS.length);
});
