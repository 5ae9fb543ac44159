import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Consultation, READ_AFTER_MS } from "./consultation";

function watched() {
  const told: string[] = [];
  const consultation = new Consultation({
    opened: (id) => told.push(`opened ${id}`),
    flicked: (ids) => told.push(`flicked ${ids.join(" ")}`),
  });
  return { told, consultation };
}

describe("consultation", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("a_run_of_accounts_flicked_past_is_one_entry", () => {
    const { told, consultation } = watched();
    for (const id of ["a", "b", "c"]) {
      consultation.show(id);
      vi.advanceTimersByTime(300);
    }
    consultation.show("d");
    vi.advanceTimersByTime(READ_AFTER_MS);
    expect(told).toEqual(["flicked a b c", "opened d"]);
  });

  test("two_seconds_on_screen_is_one_reading", () => {
    const { told, consultation } = watched();
    consultation.show("a");
    vi.advanceTimersByTime(READ_AFTER_MS - 1);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(10 * READ_AFTER_MS);
    consultation.act();
    expect(told).toEqual(["opened a"]);
  });

  test("the_first_act_counts_as_reading_at_once", () => {
    const { told, consultation } = watched();
    consultation.show("a");
    consultation.act();
    consultation.act();
    consultation.settle();
    expect(told).toEqual(["opened a"]);
  });

  test("settling_reports_everything_pending_once", () => {
    const { told, consultation } = watched();
    consultation.show("a");
    consultation.show("b");
    consultation.settle();
    consultation.settle();
    vi.advanceTimersByTime(10 * READ_AFTER_MS);
    expect(told).toEqual(["flicked a b"]);
  });

  test("going_back_and_forth_names_each_account_once", () => {
    const { told, consultation } = watched();
    for (const id of ["a", "b", "a", "b"]) {
      consultation.show(id);
    }
    consultation.settle();
    expect(told).toEqual(["flicked a b"]);
  });

  test("a_run_of_hundreds_does_not_wait_without_end", () => {
    const { told, consultation } = watched();
    for (let n = 0; n <= 200; n += 1) {
      consultation.show(`id${n}`);
    }
    expect(told).toHaveLength(1);
  });
});
