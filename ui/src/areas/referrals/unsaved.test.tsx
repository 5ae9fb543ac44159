import { act, configure, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { Commands } from "../../host";
import { fakeHost } from "../../host/fake";
import { flushAll } from "../../lib/flush";
import { go, resetRoute } from "../../lib/route";
import { sample } from "../../preview/sample";
import { show } from "../../record/testing";
import { ReferralsArea } from ".";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

/** The first draft of the sample, open. */
async function open(answers: Partial<Commands>) {
  const host = fakeHost({ ...sample, ...answers });
  const [draft] = await host.commands.listReferrals("draft");
  go({ area: "drafts", id: draft?.id ?? "" });
  show(host, COMMANDS, <ReferralsArea />);
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  return { host, summary, user: userEvent.setup() };
}

test("nothing_is_exported_while_words_are_not_saved_and_their_field_has_the_focus", async () => {
  const refused = { code: "refused", message: "Too long", rule: null, missing: [], incident: "" };
  const { host, summary, user } = await open({ editReferral: () => Promise.reject(refused) });
  await user.type(summary, "x");
  await user.click(screen.getByRole("button", { name: "Export text…" }));
  expect(await screen.findByText(/^Nothing was exported/)).toBeInTheDocument();
  expect(summary).toHaveFocus();
  expect(host.calls.map((call) => call.name)).not.toContain("choose");
});

test("locking_waits_for_words_that_are_on_their_way", async () => {
  let finish = (): void => undefined;
  const { host, summary, user } = await open({
    editReferral: (request) =>
      new Promise((resolve, reject) => {
        finish = () => void sample.referral?.(request.referral).then(resolve, reject);
      }),
  });
  await user.type(summary, "x");
  await user.tab();
  const edits = () => host.calls.filter((call) => call.name === "editReferral");
  await waitFor(() => expect(edits()).toHaveLength(1));
  let isSaved: boolean | null = null;
  const flushed = flushAll().then((saved) => {
    isSaved = saved;
  });
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(isSaved).toBeNull();
  finish();
  await act(() => flushed);
  expect(isSaved).toBe(true);
});

test("the_reason_for_a_discard_is_kept_before_lock_and_there_again", async () => {
  let kept: string | null = null;
  const { host, user } = await open({
    readPlace: async (key) => (key.startsWith("reason/discard/") ? kept : null),
    savePlace: async (key, value) => {
      if (key.startsWith("reason/discard/")) kept = value;
      return null;
    },
  });
  const ask = async () => {
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name: /Discard/ }));
  };
  await ask();
  await user.type(await screen.findByLabelText(/^Reason/), "Sent by another unit");
  await act(() => flushAll());
  expect(kept).toContain("Sent by another unit");
  await user.click(screen.getByRole("button", { name: "Cancel" }));
  await ask();
  expect(await screen.findByLabelText(/^Reason/)).toHaveValue("Sent by another unit");
  expect(host.calls.some((call) => call.name === "discardReferral")).toBe(false);
});
