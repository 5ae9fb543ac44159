import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import type { Commands, MovesView } from "../host";
import { go, resetRoute } from "../lib/route";
import { asked, recordHost, show } from "../record/testing";
import { COMMANDS } from "./commands";
import { useScoreAnew } from "./useScoreAnew";

afterEach(() => resetRoute());

const MOVES: MovesView = { scored: 40, up: 3, down: 1, moved: [] };

function Frame() {
  useScoreAnew();
  return null;
}

function open(isLevel: boolean, answers: Partial<Commands> = {}) {
  const state = { isLevel };
  const host = recordHost({
    scoring: async () => ({
      review_from: 10,
      priority_from: 16,
      come_with: [10, 16],
      no_action_days: 90,
      no_action_days_come_with: 90,
      is_level: state.isLevel,
      categories: [],
    }),
    scoreAnew: async () => {
      state.isLevel = true;
      return MOVES;
    },
    ...answers,
  });
  show(host, COMMANDS, <Frame />);
  return host;
}

test("accounts_that_wait_are_scored_once_after_the_case_was_opened", async () => {
  const host = open(false);
  expect(await screen.findByText(/scored again: 3 up, 1 down/)).toBeInTheDocument();
  expect(asked(host, "scoreAnew")).toHaveLength(1);
});

test("a_level_case_is_not_scored_again", async () => {
  const host = open(true);
  await waitFor(() => expect(asked(host, "scoring")).toHaveLength(1));
  await act(async () => undefined);
  expect(asked(host, "scoreAnew")).toHaveLength(0);
});

test("nothing_is_said_where_nothing_moved_or_the_list_is_on_screen", async () => {
  const none = open(false, { scoreAnew: async () => ({ ...MOVES, up: 0, down: 0 }) });
  await waitFor(() => expect(asked(none, "scoreAnew")).toHaveLength(1));
  act(() => go({ area: "settings", tab: "lexicons" }));
  const listed = open(false);
  await waitFor(() => expect(asked(listed, "scoring").length).toBeGreaterThan(1));
  await act(async () => undefined);
  expect(screen.queryByText(/scored again/)).toBeNull();
});

test("a_run_that_fails_after_the_opening_is_quiet_and_not_begun_anew", async () => {
  const host = open(false, { scoreAnew: () => Promise.reject(new Error("broken")) });
  await waitFor(() => expect(asked(host, "scoreAnew")).toHaveLength(1));
  await act(async () => undefined);
  expect(asked(host, "scoreAnew")).toHaveLength(1);
  expect(screen.queryByRole("alert")).toBeNull();
});
