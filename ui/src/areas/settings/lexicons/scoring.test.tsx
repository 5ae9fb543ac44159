import { screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { COMMANDS } from "../../../app/commands";
import type { MovesView } from "../../../host";
import { currentRoute, resetRoute } from "../../../lib/route";
import { asked } from "../../../record/testing";
import { add, MOVES, opener, refusal, SCORING } from "./testing";

const open = opener(COMMANDS);

afterEach(() => resetRoute());

describe("bands", () => {
  test("refused_bands_stay_as_typed_with_the_reason", async () => {
    const why = "Review must begin at 1 point or more, and priority above it, at 200 at most.";
    const { user } = open({ setBands: () => Promise.reject(refusal(why)) }, null);
    const review = await screen.findByLabelText(/^Review from/);
    await user.clear(review);
    await user.type(review, "20");
    await user.click(screen.getByRole("button", { name: "Save the bands" }));
    expect(await screen.findByRole("alert")).toHaveTextContent(why);
    expect(review).toHaveValue(20);
  });

  test("saved_bands_are_whole_points_and_begin_scoring", async () => {
    const { user, host } = open({}, null);
    const review = await screen.findByLabelText(/^Review from/);
    await user.clear(review);
    await user.type(review, "12");
    await user.click(screen.getByRole("button", { name: "Save the bands" }));
    await waitFor(() => expect(asked(host, "setBands")).toEqual([[12, 16]]));
    await waitFor(() => expect(asked(host, "scoreAnew")).toHaveLength(1));
  });

  test("the_bands_of_the_program_stand_beside_and_can_be_used", async () => {
    const scoring = { ...SCORING, review_from: 12, priority_from: 20 };
    const { user, host } = open({ scoring: async () => scoring }, null);
    expect(await screen.findByText("Comes with the program: 10 points")).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Use those that come with the program" }));
    await waitFor(() => expect(asked(host, "setBands")).toEqual([[10, 16]]));
  });
});

describe("scoring again", () => {
  test("a_change_scores_again_and_says_which_accounts_moved", async () => {
    const { user, host } = open();
    await add(user, "rruga");
    await user.click(await screen.findByRole("button", { name: "Save 1 change" }));
    expect(
      await screen.findByText(/12,400 accounts scored again: 5 up, 2 down/),
    ).toBeInTheDocument();
    const moved = screen.getByRole("list", { name: "Accounts in another band" });
    expect(moved).toHaveTextContent("Review → Priority");
    expect(screen.getByText("The first 1 of 7 accounts that moved.")).toBeInTheDocument();
    await user.click(within(moved).getByRole("button", { name: "@made_up_7" }));
    expect(currentRoute()).toMatchObject({ area: "review", id: "account-7" });
    expect(asked(host, "scoreAnew")).toHaveLength(1);
  });

  test("it_says_how_far_it_is_can_be_stopped_and_goes_on", async () => {
    let end: (error: unknown) => void = () => undefined;
    let isFirst = true;
    const { user, host, state } = open({
      scoreAnew: () => {
        if (!isFirst) {
          state.isLevel = true;
          return Promise.resolve(MOVES);
        }
        isFirst = false;
        return new Promise((_, reject) => {
          end = reject;
        });
      },
      cancel: async () => {
        end(refusal("", "cancelled"));
        return null;
      },
    });
    await add(user, "rruga");
    await user.click(await screen.findByRole("button", { name: "Save 1 change" }));
    const stop = await screen.findByRole("button", { name: "Stop" });
    const job = String(asked(host, "scoreAnew")[0]?.[0]);
    const told = { job, what: "", unit: "accounts", elapsed_ms: 100 };
    host.tell("progress", { ...told, done: "12400", total: "100000" });
    expect(await screen.findByText(/12,400 of 100,000 accounts/)).toBeInTheDocument();
    await user.click(stop);
    expect(await screen.findByText(/What is done stays done/)).toBeInTheDocument();
    expect(asked(host, "cancel")).toEqual([[job]]);
    await user.click(screen.getByRole("button", { name: "Go on" }));
    expect(await screen.findByText(/since you went on/)).toBeInTheDocument();
    expect(asked(host, "scoreAnew")).toHaveLength(2);
  });

  test("a_second_change_while_it_runs_begins_no_second_run_beside_it", async () => {
    let end: (moves: MovesView) => void = () => undefined;
    const { user, host } = open(
      {
        scoreAnew: () =>
          new Promise((resolve) => {
            end = resolve;
          }),
      },
      null,
    );
    const review = await screen.findByLabelText(/^Review from/);
    const save = async (points: string) => {
      await user.clear(review);
      await user.type(review, points);
      await user.click(screen.getByRole("button", { name: "Save the bands" }));
    };
    await save("12");
    await screen.findByRole("button", { name: "Stop" });
    await save("13");
    await waitFor(() => expect(asked(host, "setBands")).toHaveLength(2));
    expect(asked(host, "scoreAnew")).toHaveLength(1);
    end(MOVES);
    // The case is not level yet: the change that came meanwhile is scored after, not beside.
    await waitFor(() => expect(asked(host, "scoreAnew")).toHaveLength(2));
  });
});
