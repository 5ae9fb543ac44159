import { act, render } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { flushAll } from "../lib/flush";
import { useAutosave } from "./autosave";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Props = { id?: string; value: string; save: (value: string) => Promise<unknown> };
let flush: () => Promise<boolean>;

function Field(props: Props): ReactNode {
  const saving = useAutosave(props);
  flush = saving.flush;
  return saving.state;
}

async function wait(ms: number): Promise<void> {
  await act(async () => {
    await vi.advanceTimersByTimeAsync(ms);
  });
}

test("what_was_typed_is_saved_within_two_seconds_of_a_pause", async () => {
  const save = vi.fn(async () => undefined);
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await wait(1_999);
  expect(save).toHaveBeenCalledExactlyOnceWith("a");
});

test("somebody_who_never_pauses_is_saved_within_two_seconds_too", async () => {
  const save = vi.fn(async () => undefined);
  const { rerender } = render(<Field value="" save={save} />);
  for (let n = 1; n <= 10; n += 1) {
    rerender(<Field value={"x".repeat(n)} save={save} />);
    await wait(200);
  }
  expect(save).toHaveBeenCalled();
});

test("leaving_the_field_saves_at_once", async () => {
  const save = vi.fn(async () => undefined);
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await act(async () => void (await flush()));
  expect(save).toHaveBeenCalledExactlyOnceWith("a");
  await wait(5_000);
  expect(save).toHaveBeenCalledTimes(1);
});

test("locking_saves_at_once", async () => {
  const save = vi.fn(async () => undefined);
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await act(async () => void (await flushAll()));
  expect(save).toHaveBeenCalledExactlyOnceWith("a");
});

test("a_screen_that_goes_saves_what_is_left", () => {
  const save = vi.fn(async () => undefined);
  const { rerender, unmount } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  unmount();
  expect(save).toHaveBeenCalledExactlyOnceWith("a");
});

test("stepping_to_another_record_saves_under_the_one_before", async () => {
  const first = vi.fn(async () => undefined);
  const second = vi.fn(async () => undefined);
  const { rerender } = render(<Field id="1" value="" save={first} />);
  rerender(<Field id="1" value="typed" save={first} />);
  rerender(<Field id="2" value="other" save={second} />);
  await wait(5_000);
  expect(first).toHaveBeenCalledExactlyOnceWith("typed");
  expect(second).not.toHaveBeenCalled();
});

test("what_could_not_be_saved_is_tried_again", async () => {
  const save = vi.fn().mockRejectedValueOnce(new Error("disk")).mockResolvedValue(undefined);
  const { rerender, container } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await wait(2_000);
  expect(container).toHaveTextContent("failed");
  await act(async () => void (await flush()));
  expect(save).toHaveBeenCalledTimes(2);
  expect(container).toHaveTextContent("saved");
});

test("locking_waits_for_a_save_that_is_under_way", async () => {
  let finish = (): void => undefined;
  const save = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await wait(1_500);
  expect(save).toHaveBeenCalledExactlyOnceWith("a");
  let isFlushed: boolean | null = null;
  void flushAll().then((isSaved) => {
    isFlushed = isSaved;
  });
  await wait(100);
  expect(isFlushed).toBeNull();
  finish();
  await wait(0);
  expect(isFlushed).toBe(true);
});

test("one_save_waits_for_the_one_before", async () => {
  const finish: (() => void)[] = [];
  const save = vi.fn(() => new Promise<void>((resolve) => void finish.push(resolve)));
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  await wait(1_500);
  rerender(<Field value="ab" save={save} />);
  await wait(1_500);
  expect(save).toHaveBeenCalledTimes(1);
  finish[0]?.();
  await wait(0);
  expect(save).toHaveBeenLastCalledWith("ab");
});

test("a_save_that_failed_is_told_to_whoever_flushes", async () => {
  const save = vi.fn().mockRejectedValue(new Error("disk"));
  const { rerender } = render(<Field value="" save={save} />);
  rerender(<Field value="a" save={save} />);
  let isSaved: boolean | null = null;
  await act(async () => {
    isSaved = await flushAll();
  });
  expect(isSaved).toBe(false);
});

test("nothing_typed_is_nothing_saved", async () => {
  const save = vi.fn(async () => undefined);
  render(<Field value="as read" save={save} />);
  await wait(5_000);
  expect(save).not.toHaveBeenCalled();
});
