import { act, render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { expect, test, vi } from "vitest";
import { Dialog } from "./Dialog";
import { ToastPlace, ToastProvider, type ToastRequest, useToast } from "./Toast";

let say: (request: ToastRequest) => void = () => undefined;

function Screen(props: { isOpen: boolean }): ReactNode {
  say = useToast();
  return (
    <>
      <footer>
        <ToastPlace />
      </footer>
      <Dialog title="Look" isOpen={props.isOpen} onClose={() => undefined}>
        words
      </Dialog>
    </>
  );
}

function show(isOpen: boolean) {
  const of = (open: boolean) => (
    <ToastProvider>
      <Screen isOpen={open} />
    </ToastProvider>
  );
  const { rerender } = render(of(isOpen));
  return { turn: (open: boolean) => rerender(of(open)) };
}

test("a_message_has_its_place_at_the_foot_of_the_window", () => {
  show(false);
  act(() => say({ text: "Kept" }));
  expect(within(screen.getByRole("contentinfo")).getByText("Kept")).toBeVisible();
});

test("a_message_is_said_inside_the_dialog_that_is_open_and_at_the_foot_again_after_it", () => {
  const { turn } = show(true);
  act(() => say({ text: "Kept" }));
  expect(within(screen.getByRole("dialog")).getByText("Kept")).toBeVisible();
  turn(false);
  expect(within(screen.getByRole("contentinfo")).getByText("Kept")).toBeVisible();
});

test("one_message_is_seen_at_a_time_and_one_that_needs_the_officer_is_not_pushed_away", () => {
  show(false);
  act(() => say({ text: "first" }));
  act(() => say({ text: "could not be saved", tone: "warn" }));
  act(() => say({ text: "last", tone: "ok" }));
  expect(screen.getByText("could not be saved")).toBeVisible();
  expect(screen.getByText("last")).not.toBeVisible();
  expect(screen.getByText("first")).not.toBeVisible();
});

test("the_newest_message_comes_forward_once_the_one_before_it_was_dismissed", async () => {
  const undo = vi.fn(async () => undefined);
  const user = userEvent.setup();
  show(false);
  act(() => say({ text: "decided", undo }));
  act(() => say({ text: "not copied", tone: "warn" }));
  await user.click(screen.getByRole("button", { name: "Dismiss" }));
  await user.click(screen.getByRole("button", { name: /Undo/ }));
  expect(undo).toHaveBeenCalledOnce();
});
