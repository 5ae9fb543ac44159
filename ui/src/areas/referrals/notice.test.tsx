import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, configure, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, expect, test, vi } from "vitest";
import {
  type Commands,
  type EditReferralRequest,
  HostProvider,
  type ItemView,
  type ReferralState,
  type ReferralView,
  type RegisterHitView,
  type RequirementView,
  SessionProvider,
} from "../../host";
import { fakeHost } from "../../host/fake";
import { ToastProvider } from "../../kit";
import { flushAll } from "../../lib/flush";
import { currentRoute, go, resetRoute } from "../../lib/route";
import { officer, platforms, session } from "../../preview/sample/base";
import { ReferralsArea } from ".";
import { DraftBanner } from "./Banner";

configure({ asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 30_000 });
afterEach(() => resetRoute());

const ITEM: ItemView = {
  id: "i1",
  position: 1,
  account: "a1",
  label: "@kanali",
  unit: "account",
  post: null,
  assessment: "s1",
  address: "https://www.tiktok.com/@kanali",
  platform_id: "73120",
  handle: "kanali",
  handle_seen: null,
  seen_live: null,
  place: "profile text",
  words: "رحلة يومية",
  translation: null,
  translation_by: null,
  why: "",
  exhibits: [{ id: "e1", number: "4417/1", sha256: null, is_chosen: false }],
  events: [],
  seen: null,
  earlier: [],
  already_referred: [],
  canonical: null,
};

function missing(name: string, item: string | null = null): RequirementView {
  return { name, label: `the ${name}`, is_met: false, detail: "do it", item, source: "unit" };
}

const REQUIREMENTS = [
  missing("summary"),
  missing("policy"),
  missing("good_faith"),
  missing("items.1.why", "i1"),
  missing("items.1.seen_live", "i1"),
  missing("items.1.exhibits", "i1"),
];

function referral(part: Partial<ReferralView> = {}): ReferralView {
  return {
    id: "r1",
    label: "R-001",
    outside_reference: "NB-7K2Q-001",
    platform: "tiktok",
    platform_name: "TikTok",
    addressee: null,
    state: "draft",
    title: "Referral",
    policy: null,
    law: null,
    law_notes: { elements: null, reach: null, defence: null, decided_by: null },
    route: "voluntary",
    tell_user: { answer: "no", reason: "They would warn others.", is_usual: true, source: "" },
    summary: "",
    officer,
    from: null,
    good_faith: false,
    created_at: "2026-11-23T08:00:00Z",
    items: [ITEM],
    requirements: REQUIREMENTS,
    is_ready: false,
    asked: [],
    submission: null,
    can_approve: false,
    second: { is_own: true, drafters: ["Sam Okafor, 4417"], approvers: [] },
    policies: [
      { code: "p1", label: "Rule one", detail: "no smuggling", source: "here", date: "2025-09-13" },
    ],
    laws: [],
    ...part,
  };
}

function itemPart(field: string, value: string): Partial<ItemView> {
  if (field !== "seen_live") return { [field]: value.trim() };
  return { seen_live: { at: value, precision: "second", raw: null, zone: null } };
}

function show(answers: Partial<Commands> = {}) {
  let held = referral();
  const host = fakeHost({
    platforms: async () => platforms,
    listReferrals: async (asked) =>
      asked !== "draft"
        ? []
        : [
            {
              id: "r1",
              label: "R-001",
              platform: "tiktok",
              platform_name: "TikTok",
              items: 1,
              state: "draft",
              missing: 6,
              changed_at: "2026-11-23T08:00:00Z",
              submitted_by: null,
              submitted_at: null,
              return_reason: null,
              can_approve: false,
              sent_at: null,
              reference: null,
              answered: 0,
              is_late: false,
              heard_at: null,
            },
          ],
    referralCandidates: async () => [],
    referral: async () => held,
    editReferral: async ({ item, field, value }) => {
      held =
        item === null
          ? { ...held, [field]: field === "good_faith" ? value === "true" : value }
          : { ...held, items: held.items.map((one) => ({ ...one, ...itemPart(field, value) })) };
      return held;
    },
    ...answers,
  });
  const client = new QueryClient();
  go({ area: "drafts", id: "r1" });
  const view = render(
    <HostProvider host={host}>
      <QueryClientProvider client={client}>
        <SessionProvider session={session}>
          <ToastProvider>
            <ReferralsArea />
          </ToastProvider>
        </SessionProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  const edits = () =>
    host.calls
      .filter((call) => call.name === "editReferral")
      .map((call) => call.args[0] as EditReferralRequest);
  return { host, client, view, edits, user: userEvent.setup() };
}

test("a_draft_says_that_it_is_one_above_and_below", async () => {
  show();
  const page = await screen.findByRole("article", { name: "The notice" });
  const banners = within(page).getAllByText("DRAFT, NOT APPROVED");
  expect(banners.length).toBe(2);
  expect(page.firstElementChild).toBe(banners[0]);
  expect(page.lastElementChild).toBe(banners[1]);
});

test("the_banner_stands_until_the_notice_is_approved", () => {
  const states: ReferralState[] = ["draft", "submitted", "approved", "sent", "closed"];
  const shown = states.filter((state) => {
    const { container, unmount } = render(<DraftBanner state={state} />);
    const has = container.textContent === "DRAFT, NOT APPROVED";
    unmount();
    return has;
  });
  expect(shown).toEqual(["draft", "submitted"]);
});

test.each([
  ["write: the summary", "notice-summary"],
  ["write: the policy", "notice-policy"],
  ["write: the good_faith", "notice-good_faith"],
  ["write: @kanali, the items.1.why", "notice-i1-why"],
  ["write: @kanali, the items.1.seen_live", "notice-i1-seen_live"],
  ["attach: @kanali, the items.1.exhibits", "notice-i1-exhibits"],
])("the_button_of_a_missing_thing_focuses_what_mends_it: %s", async (name, id) => {
  const { user } = show();
  await user.click(await screen.findByRole("button", { name }));
  const field = document.getElementById(id);
  expect(field).not.toBeNull();
  expect(field?.contains(document.activeElement)).toBe(true);
  expect(document.activeElement?.matches("textarea, input, button")).toBe(true);
});

test("the_four_elements_of_a_substantiated_notice_are_named", async () => {
  show();
  expect(await screen.findByText("Why it is illegal or against the rules")).toBeInTheDocument();
  expect(screen.getByText("Exactly where it is")).toBeInTheDocument();
  expect(screen.getByText("Who gives the notice")).toBeInTheDocument();
  expect(screen.getByText("Given in good faith")).toBeInTheDocument();
  expect(screen.getByText(/DSA Art\. 16\(2\)/)).toBeInTheDocument();
});

test("good_faith_is_never_ticked_beforehand_and_is_saved_at_once", async () => {
  const { user, edits } = show();
  const box = await screen.findByRole("checkbox", { name: /accurate and complete/ });
  expect(box).not.toBeChecked();
  await user.click(box);
  await waitFor(() =>
    expect(edits()).toContainEqual({
      referral: "r1",
      item: null,
      field: "good_faith",
      value: "true",
    }),
  );
});

test("words_are_saved_when_the_field_is_left", async () => {
  const { user, edits } = show();
  const why = await screen.findByRole("textbox", { name: /^Why: / });
  await user.type(why, "Offer");
  await user.tab();
  await waitFor(() =>
    expect(edits().at(-1)).toEqual({ referral: "r1", item: "i1", field: "why", value: "Offer" }),
  );
  expect(edits().length).toBe(1);
});

test("words_are_saved_before_the_case_locks", async () => {
  const { edits } = show();
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  fireEvent.change(summary, { target: { value: "Four accounts" } });
  expect(edits()).toEqual([]);
  await act(flushAll);
  expect(edits().map((edit) => edit.value)).toEqual(["Four accounts"]);
});

test("words_are_saved_when_the_draft_is_left", async () => {
  const { edits, view } = show();
  fireEvent.change(await screen.findByRole("textbox", { name: "Summary" }), {
    target: { value: "Four accounts" },
  });
  view.unmount();
  await waitFor(() => expect(edits().map((edit) => edit.value)).toEqual(["Four accounts"]));
});

test("a_fresh_answer_does_not_replace_words_that_wait", async () => {
  const { client } = show();
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  fireEvent.change(summary, { target: { value: "mine" } });
  act(() => {
    client.setQueryData(["referral", "r1"], referral({ summary: "theirs", title: "New title" }));
  });
  expect(await screen.findByDisplayValue("New title")).toBeInTheDocument();
  expect(summary).toHaveValue("mine");
});

test("words_that_could_not_be_saved_stay_and_say_why", async () => {
  const { user } = show({
    editReferral: () =>
      Promise.reject({
        code: "refused",
        message: "UK law alone does not carry a DSA notice",
        rule: "dsa",
        missing: [],
        incident: "",
      }),
  });
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  await user.type(summary, "x");
  await user.tab();
  expect(await screen.findByText(/UK law alone does not carry/)).toBeInTheDocument();
  expect(summary).toHaveValue("x");
});

test("a_pause_in_the_middle_of_a_sentence_does_not_eat_its_space", async () => {
  const { user, edits } = show();
  const why = await screen.findByRole("textbox", { name: /^Why: / });
  await user.type(why, "Offer ");
  await act(flushAll);
  expect(edits().map((edit) => edit.value)).toEqual(["Offer "]);
  await user.type(why, "of a crossing");
  expect(why).toHaveValue("Offer of a crossing");
});

test("the_contact_of_another_officer_is_not_written_here", async () => {
  show({ referral: async () => referral({ officer: { ...officer, id: "o2", email: null } }) });
  await screen.findByRole("article");
  expect(screen.queryByRole("textbox", { name: "Official e-mail" })).toBeNull();
});

test("words_that_fail_to_save_while_the_field_is_left_are_still_there", async () => {
  let refuse: () => void = () => undefined;
  const { user } = show({
    editReferral: () =>
      new Promise((_, no) => {
        refuse = () => no({ code: "io", message: "disk", rule: null, missing: [], incident: "" });
      }),
  });
  const summary = await screen.findByRole("textbox", { name: "Summary" });
  await user.type(summary, "mine");
  act(() => void flushAll());
  await user.tab();
  await act(async () => refuse());
  expect(await screen.findByText(/Not saved/)).toBeInTheDocument();
  expect(summary).toHaveValue("mine");
});

test("edits_reach_the_core_one_after_another", async () => {
  const running: (() => void)[] = [];
  const { user, edits } = show({
    editReferral: () =>
      new Promise((done) => {
        running.push(() => done(referral()));
      }),
  });
  await user.type(await screen.findByRole("textbox", { name: "Summary" }), "a");
  await user.type(screen.getByRole("textbox", { name: /^Why: / }), "b");
  await user.tab();
  await waitFor(() => expect(edits().length).toBe(1));
  await act(async () => running[0]?.());
  await waitFor(() => expect(edits().map((edit) => edit.field)).toEqual(["summary", "why"]));
});

test("a_time_seen_live_that_cannot_be_read_is_not_saved", async () => {
  const { user, edits } = show();
  const live = await screen.findByRole("textbox", { name: /Seen live/ });
  await user.type(live, "yesterday");
  await user.tab();
  expect(await screen.findByText(/Write day and time as/)).toBeInTheDocument();
  expect(edits()).toEqual([]);
  await user.clear(live);
  await user.type(live, "2026-01-05 08:55");
  await user.tab();
  await waitFor(() => expect(edits().map((edit) => edit.value)).toEqual(["2026-01-05T08:55:00Z"]));
});

test("discarding_names_how_many_items_go", async () => {
  const { user, host } = show({ discardReferral: async () => null });
  await user.click(await screen.findByRole("button", { name: "More" }));
  await user.click(await screen.findByRole("menuitem", { name: /Discard/ }));
  const dialog = await screen.findByRole("alertdialog");
  expect(within(dialog).getByText("1 item")).toBeInTheDocument();
  expect(host.calls.some((call) => call.name === "discardReferral")).toBe(false);
  const discard = within(dialog).getByRole("button", { name: "Discard the draft" });
  expect(discard).toBeDisabled();
  await user.type(within(dialog).getByRole("textbox", { name: /Reason/ }), "drafted twice");
  await user.click(discard);
  await waitFor(() => expect(currentRoute().id).toBeUndefined());
  expect(host.calls.find((call) => call.name === "discardReferral")?.args).toEqual([
    "r1",
    "drafted twice",
  ]);
});

test("an_item_that_cannot_be_taken_out_says_why_where_it_was_asked", async () => {
  const { user } = show({
    removeReferralItem: () =>
      Promise.reject({
        code: "refused",
        message: "This is the last item; discard the draft instead.",
        rule: "a-referral-has-an-item",
        missing: [],
        incident: "",
      }),
  });
  await user.click(await screen.findByRole("button", { name: /^Take out/ }));
  const dialog = await screen.findByRole("alertdialog");
  const reason = within(dialog).getByRole("textbox", { name: /Reason/ });
  await user.type(reason, "not one of ours");
  await user.click(within(dialog).getByRole("button", { name: "Take it out" }));
  expect(await within(dialog).findByRole("alert")).toHaveTextContent("This is the last item");
  expect(reason).toHaveValue("not one of ours");
});

test("an_export_saves_waiting_words_first_and_says_that_it_is_a_draft", async () => {
  const { user, host } = show({
    choose: async () => [{ token: "out", name: "x.txt", size: "0" }],
    exportReferral: async () => ({
      sha256: "cd".repeat(32),
      pages: null,
      draft: true,
      file_name: "NB-7K2Q-001.txt",
      told: null,
    }),
  });
  fireEvent.change(await screen.findByRole("textbox", { name: "Summary" }), {
    target: { value: "Four accounts" },
  });
  await user.click(screen.getByRole("button", { name: "Export text…" }));
  expect(await screen.findByText(/It bears DRAFT, NOT APPROVED/)).toBeInTheDocument();
  const order = host.calls.map((call) => call.name);
  expect(order.indexOf("editReferral")).toBeGreaterThan(-1);
  expect(host.calls.find((call) => call.name === "choose")?.args).toEqual([
    "save-referral",
    "NB-7K2Q-001.txt",
  ]);
  expect(order.indexOf("editReferral")).toBeLessThan(order.indexOf("exportReferral"));
});

test("a_draft_is_exported_in_every_form_under_its_outside_reference", async () => {
  const { user, host } = show({
    choose: async () => [{ token: "out", name: "x", size: "0" }],
    exportReferral: async () => ({
      sha256: "cd".repeat(32),
      pages: 4,
      draft: true,
      file_name: "NB-7K2Q-001.pdf",
      told: null,
    }),
  });
  const written = () =>
    host.calls.filter((call) => call.name === "exportReferral").map((call) => call.args[1]);
  await user.click(await screen.findByRole("button", { name: "Export PDF…" }));
  await waitFor(() => expect(written()).toEqual(["pdf"]));
  expect(await screen.findByText(/It bears DRAFT, NOT APPROVED/)).toBeInTheDocument();
  for (const [name, format] of [
    ["Export letter with PDF and CSV…", "eml"],
    ["Export exhibits as ZIP…", "zip"],
  ] as const) {
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(await screen.findByRole("menuitem", { name }));
    await waitFor(() => expect(written().at(-1)).toBe(format));
  }
  expect(host.calls.findLast((call) => call.name === "choose")?.args).toEqual([
    "save-referral",
    "NB-7K2Q-001.zip",
  ]);
});

const account = (id: string) => ({
  id,
  platform: "tiktok",
  unit: "account" as const,
  handle: id,
  platform_id: null,
  label: `@${id}`,
  snippet: "",
  language: null,
  status: "refer" as const,
  halves: 0,
  role: "unknown" as const,
  band: "low" as const,
  reasons: [],
  due: null,
  imported_at: "2026-11-23T08:00:00Z",
  exhibits: 1,
  has_open_action: false,
  warnings: [],
  is_seen: true,
  label_marks: [],
  snippet_marks: [],
  display_name: null,
  source: null,
  assignee: null,
  tags: [],
  first_seen: null,
  last_seen: null,
  snippet_from: null,
});

test("who_else_referred_it_and_who_is_linked_is_told_and_opens", async () => {
  const hit: RegisterHitView = {
    entry: "e1",
    list: "already-referred",
    owner: "Desk 4",
    contact: null,
    note: "ref 9 of 3 March",
    expires: null,
    matched_by: "handle",
    as_written: "tiktok.com/@kanali",
  };
  const held = referral({ items: [{ ...ITEM, already_referred: [hit] }] });
  const link = { account: account("b"), reasons: [], is_network: true, said: [], succession: null };
  const { user } = show({
    referral: async () => held,
    referralLinked: async () => [{ link, items: [1], stands: "not-assessed" }],
  });
  expect(await screen.findByText("ref 9 of 3 March")).toBeInTheDocument();
  expect(screen.getByText("Desk 4")).toBeInTheDocument();
  expect(await screen.findByText("not assessed")).toBeInTheDocument();
  await user.click(screen.getByRole("button", { name: /^Open @b/ }));
  expect(currentRoute()).toMatchObject({ area: "review", id: "b" });
});

test("only_the_chosen_accounts_go_into_a_new_draft", async () => {
  const { user, host } = show({
    referralCandidates: async () => [
      { platform: "tiktok", platform_name: "TikTok", accounts: [account("a"), account("b")] },
    ],
    draftReferral: async () => [referral()],
  });
  await user.click(await screen.findByRole("button", { name: /Draft for TikTok, 2 accounts/ }));
  await user.click(await screen.findByRole("checkbox", { name: /@b/ }));
  await user.click(screen.getByRole("button", { name: "Draft a notice for 1 account" }));
  await waitFor(() => expect(currentRoute().id).toBe("r1"));
  const request = host.calls.find((call) => call.name === "draftReferral")?.args[0];
  expect(request).toMatchObject({ platform: "tiktok", accounts: ["a"] });
});

test("a_law_that_is_named_asks_what_was_considered_and_the_user_is_told_or_not_with_a_reason", async () => {
  const law = { code: "made-up", label: "A law", detail: null, source: null, date: null };
  const { user, edits, view } = show({ referral: async () => referral({ law }) });
  const elements = await screen.findByRole("textbox", { name: "Law: Elements" });
  await user.type(elements, "Put online for money");
  await user.tab();
  const why = screen.getByRole("textbox", { name: "Why the user is told or not" });
  expect(screen.getByText(/The usual answer on this route/)).toBeInTheDocument();
  await user.type(why, " Before noon.");
  view.unmount();
  await waitFor(() =>
    expect(edits().map((edit) => [edit.field, edit.value])).toEqual([
      ["law_elements", "Put online for money"],
      ["tell_user_reason", "They would warn others. Before noon."],
    ]),
  );
});

test("a_referral_without_a_law_asks_nothing_of_one", async () => {
  show();
  await screen.findByRole("textbox", { name: "Why the user is told or not" });
  expect(screen.queryByRole("textbox", { name: "Law: Elements" })).toBeNull();
});
