import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DraftKeeper, PAUSE_MS } from "./draftKeeper";

describe("what is typed", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("is_saved_within_two_seconds_of_a_pause", async () => {
    const saved: string[] = [];
    const keeper = new DraftKeeper<string>("", async (value: string) => saved.push(value));
    keeper.change("a");
    keeper.change("ab");
    await vi.advanceTimersByTimeAsync(PAUSE_MS);
    expect(saved).toEqual(["ab"]);
  });

  test("is_saved_within_two_seconds_even_without_a_pause", async () => {
    const saved: string[] = [];
    const keeper = new DraftKeeper<string>("", async (value: string) => saved.push(value));
    for (let n = 0; n < 20; n += 1) {
      keeper.change("x".repeat(n + 1));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(saved.length).toBeGreaterThan(0);
  });

  test("is_saved_at_once_on_flush_and_only_once", async () => {
    const saved: string[] = [];
    const keeper = new DraftKeeper<string>("", async (value: string) => saved.push(value));
    keeper.change("a");
    await keeper.flush();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saved).toEqual(["a"]);
  });

  test("never_comes_back_after_the_decision_dropped_it", async () => {
    const saved: string[] = [];
    const keeper = new DraftKeeper<string>("", async (value: string) => saved.push(value));
    keeper.change("a");
    await keeper.drop();
    keeper.change("b");
    await vi.advanceTimersByTimeAsync(10_000);
    await keeper.flush();
    expect(saved).toEqual([]);
  });

  test("survives_a_failed_save_and_is_tried_again", async () => {
    const saved: string[] = [];
    const states: string[] = [];
    let isFull = true;
    const keeper = new DraftKeeper<string>(
      "",
      async (value: string) => {
        if (isFull) {
          throw new Error("no space");
        }
        saved.push(value);
      },
      (state) => states.push(state),
    );
    keeper.change("a");
    await keeper.flush();
    expect(states.at(-1)).toBe("failed");
    isFull = false;
    await keeper.flush();
    expect(saved).toEqual(["a"]);
    expect(states.at(-1)).toBe("saved");
  });
});
