import { screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { COMMANDS } from "../../app/commands";
import type { VisitsView, WatchFactorView, WatchView } from "../../host";
import { anAccount, recordHost, show } from "../testing";
import { EMPTY, missingOf, requestOf } from "./form";
import { VisitsSection } from "./VisitsSection";

const FACTORS: WatchFactorView[] = ["repeated", "profile"].map((name) => ({
  name,
  question: `Is it ${name}?`,
  source: "The code (2018-08-01)",
}));

const seen: VisitsView = {
  visits: 4,
  recent: 3,
  days: 28,
  limit: 3,
  officers: 2,
  last: "2026-11-20T10:00:00Z",
  watch: null,
  is_asked: true,
};

const watch: WatchView = {
  id: "watch-1",
  purpose: "Sails tonight",
  factors: { repeated: "yes", profile: "no" },
  ground: { kind: "authority", reference: "DSA/7", expires: "2026-11-21T00:00:00Z" },
  decided_by: "Authorising officer",
  officer: "4417",
  at: "2026-11-01T00:00:00Z",
  is_current: false,
};

function shown(visits: VisitsView) {
  const beginWatch = vi.fn(async () => ({ set: "set-1", visits }));
  const host = recordHost({
    visits: async () => visits,
    watchFactors: async () => FACTORS,
    beginWatch,
  });
  const account = anAccount();
  show(host, COMMANDS, <VisitsSection account={account} />, { current: account.id });
  return { beginWatch, account, user: userEvent.setup() };
}

test("many_visits_ask_whether_the_account_is_watched", async () => {
  shown(seen);
  expect(await screen.findByRole("note")).toHaveTextContent(/can be surveillance/);
  expect(screen.getByText(/4 visits by 2 officers, 3 in the last 28 days/)).toBeInTheDocument();
});

test("an_authority_that_has_expired_says_so_and_carries_nothing", async () => {
  shown({ ...seen, watch });
  expect(await screen.findByText("Authority expired")).toBeInTheDocument();
  expect(screen.getByRole("note")).toBeInTheDocument();
});

test("an_account_is_watched_only_with_every_answer_and_the_ground", async () => {
  const { beginWatch, account, user } = shown(seen);
  await user.click(await screen.findByRole("button", { name: "Watch" }));
  const dialog = within(await screen.findByRole("dialog"));
  const save = dialog.getByRole("button", { name: /^Save/ });
  await user.type(dialog.getByLabelText("What for"), "Sails tonight");
  for (const factor of FACTORS) {
    const line = await dialog.findByRole("radiogroup", { name: factor.question });
    await user.click(within(line).getByRole("radio", { name: "Yes" }));
  }
  await user.type(dialog.getByLabelText(/Who authorised/), "Authorising officer");
  expect(save).toBeDisabled();
  await user.click(dialog.getByRole("radio", { name: /None is needed/ }));
  expect(save).toBeDisabled();
  await user.type(dialog.getByLabelText("Why none is needed"), "Open channel");
  await user.click(save);
  await waitFor(() => expect(beginWatch).toHaveBeenCalledTimes(1));
  expect(beginWatch).toHaveBeenCalledWith({
    account: account.id,
    purpose: "Sails tonight",
    factors: { repeated: "yes", profile: "yes" },
    ground: { kind: "none-needed", why: "Open channel" },
    decided_by: "Authorising officer",
  });
});

test("an_authority_stands_only_with_a_reference_and_a_time_to_come", () => {
  const now = new Date("2026-11-28T00:00:00Z");
  const form = {
    ...EMPTY,
    purpose: "p",
    factors: { repeated: "no", profile: "no" } as const,
    ground: "authority" as const,
    reference: "DSA/7",
    expires: "2026-11-27 10:00",
    decidedBy: "x",
  };
  expect(missingOf(form, FACTORS, now)).toEqual(["a time to come"]);
  const good = { ...form, expires: "2026-12-27 10:00" };
  expect(missingOf(good, FACTORS, now)).toEqual([]);
  expect(requestOf("account-1", good).ground).toEqual({
    kind: "authority",
    reference: "DSA/7",
    expires: "2026-12-27T10:00:00Z",
  });
});
