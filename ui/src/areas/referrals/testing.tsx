/** What the tests of handed-over referrals share: a made-up referral, and the area around it. */
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import type { ReactNode } from "react";
import {
  type Commands,
  HostProvider,
  type ItemView,
  type OfficerView,
  type ReferralRow,
  type ReferralView,
} from "../../host";
import { fakeHost } from "../../host/fake";
import { CommandBoard, CommandProvider, type CommandSpec, ToastProvider } from "../../kit";
import { go } from "../../lib/route";
import { referralsCommands } from "./commands";

const OFFICER: OfficerView = {
  id: "o2",
  name: "Another officer",
  number: "4418",
  role: "officer",
  public_key: "ssh-ed25519 AAAA",
  joined_at: "2026-11-01T08:00:00Z",
  reads: ["en"],
  email: "second@unit.example",
  phone: null,
  badge: null,
  team: null,
};

/** An item of it. */
export function item(position: number, part: Partial<ItemView> = {}): ItemView {
  return {
    id: `i${position}`,
    position,
    account: `a${position}`,
    label: position === 2 ? "ڕێگای بەریتانیا" : `@kanali_${position}`,
    unit: "account",
    post: null,
    assessment: `s${position}`,
    address: "https://www.tiktok.com/@kanali",
    platform_id: "73120",
    handle: "kanali",
    handle_seen: null,
    seen_live: null,
    place: "profile text",
    words: "رحلة يومية",
    translation: "daily trip",
    translation_by: "linguist 7, checked",
    why: "Offers a crossing with a price",
    exhibits: [],
    events: [],
    seen: null,
    earlier: [],
    already_referred: [],
    canonical: null,
    ...part,
  };
}

/** A submission that another officer made, ready to be read. */
export function submitted(part: Partial<ReferralView> = {}): ReferralView {
  return {
    id: "r1",
    label: "R-001",
    outside_reference: "NB-7K2Q-001",
    platform: "tiktok",
    platform_name: "TikTok",
    addressee: null,
    state: "submitted",
    title: "Referral of accounts",
    policy: null,
    law: null,
    law_notes: { elements: null, reach: null, defence: null, decided_by: null },
    route: "voluntary",
    tell_user: { answer: "no", reason: "They would warn others.", is_usual: true, source: "" },
    summary: "Two accounts sell crossings.",
    officer: OFFICER,
    from: "Online Communications Centre",
    good_faith: true,
    created_at: "2026-11-23T08:00:00Z",
    items: [item(1), item(2)],
    requirements: [],
    is_ready: true,
    asked: [],
    submission: {
      number: 1,
      sha256: "00".repeat(32),
      by: "Another officer, 4418",
      at: "2026-11-23T09:00:00Z",
      sealed: [{ format: "txt", sha256: "ab".repeat(32), pages: null }],
      approved_by: null,
      approved_at: null,
      aged: null,
      returned_by: null,
      return_reason: null,
      opened: [],
      since: null,
    },
    can_approve: true,
    second: {
      is_own: false,
      drafters: ["Another officer, 4418"],
      approvers: ["Sam Okafor, 4417"],
    },
    policies: [],
    laws: [],
    ...part,
  };
}

/** The row of a referral in a list. */
export function row(view: ReferralView, part: Partial<ReferralRow> = {}): ReferralRow {
  return {
    id: view.id,
    label: view.label,
    platform: view.platform,
    platform_name: view.platform_name,
    items: view.items.length,
    state: view.state,
    missing: 0,
    changed_at: "2026-11-23T09:00:00Z",
    submitted_by: view.submission?.by ?? null,
    submitted_at: view.submission?.at ?? null,
    return_reason: null,
    can_approve: view.can_approve,
    sent_at: null,
    reference: null,
    answered: 0,
    is_late: false,
    heard_at: null,
    ...part,
  };
}

/** Shows an area with one referral that the fake core keeps; `change` is what an act makes of it. */
export function show(
  area: "to-approve" | "sent" | "drafts",
  screenOf: () => ReactNode,
  first: ReferralView,
  answers: (core: {
    held: () => ReferralView;
    change: (part: Partial<ReferralView>) => ReferralView;
  }) => Partial<Commands>,
) {
  let held = first;
  const change = (part: Partial<ReferralView>) => {
    held = { ...held, ...part };
    return held;
  };
  const host = fakeHost({
    platforms: async () => [],
    listReferrals: async (asked) => (asked === held.state ? [row(held)] : []),
    referralCandidates: async () => [],
    referral: async () => held,
    openForApproval: async () => held,
    readPlace: async () => null,
    savePlace: async () => null,
    registerHits: async () => [],
    withdrawalReasons: async () => [],
    promisesOn: async () => [],
    letters: async () => [],
    ...answers({ held: () => held, change }),
  });
  go({ area, id: first.id });
  const Screen = screenOf;
  const specs: readonly CommandSpec[] = [
    ...referralsCommands,
    { id: "undo", label: () => "Undo", group: () => "List", key: "Ctrl+KeyZ", inFields: false },
    { id: "drawer.toggle", label: () => "Drawer", group: () => "Window", key: "KeyI" },
  ];
  render(
    <HostProvider host={host}>
      <QueryClientProvider client={new QueryClient()}>
        <CommandProvider board={new CommandBoard(specs)}>
          <ToastProvider>
            <Screen />
          </ToastProvider>
        </CommandProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
  const asked = (name: keyof Commands) => host.calls.filter((call) => call.name === name);
  return { host, asked, user: userEvent.setup() };
}
