import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactNode } from "react";
import {
  type AccountRow,
  type AccountView,
  type CareView,
  type Commands,
  type ExclusionView,
  type ExhibitView,
  HostProvider,
  type IndicatorView,
  SessionProvider,
  type SessionView,
  type SumView,
} from "../host";
import { type FakeHost, fakeHost } from "../host/fake";
import { CommandBoard, CommandProvider, type CommandSpec, ToastProvider } from "../kit";
import { ExhibitProvider } from "./exhibit/ExhibitProvider";
import { RecordProvider } from "./RecordProvider";

/** Made-up records for the tests of everything that shows them. */
export const lines: ExclusionView[] = ["news", "charity", "quoted"].map((name) => ({
  name,
  short: `Line ${name}`,
  question: `Could this be ${name}?`,
}));

/** What nothing found comes to. */
export function aSum(change: Partial<SumView> = {}): SumView {
  return {
    halves: 0,
    band: "low",
    review_from: 10,
    priority_from: 16,
    has_offer: false,
    has_support: false,
    reasons: [],
    due: null,
    lines: [],
    ...change,
  };
}

/** A line of a sum. */
export function anIndicator(change: Partial<IndicatorView> = {}): IndicatorView {
  return {
    field: "bio",
    post: null,
    category: "schedule",
    letter: "S",
    title: "Schedule",
    quote: "çdo ditë",
    start: 7,
    end: 15,
    term: "çdo ditë",
    meaning: "every day",
    language: "sq",
    rule: "lexicon/sq",
    version: "2026-11-27",
    needs_linguist: false,
    weight: 4,
    halves: 8,
    is_capped: false,
    answer: null,
    ...change,
  };
}

/** An account nobody has looked at. */
export function anAccount(change: Partial<AccountView> = {}): AccountView {
  return {
    id: "account-1",
    platform: "tiktok",
    platform_name: "TikTok",
    unit: "account",
    handle: "made_up_24",
    platform_id: "7312004599172264",
    label: "@made_up_24",
    shown_url: "hxxps://www.tiktok[.]com/@made_up_24",
    canonical_url: "https://www.tiktok.com/@made_up_24",
    display_name: null,
    bio: "Nisje çdo ditë",
    language: "sq",
    language_name: "Albanian",
    followers: null,
    flagged_reason: "price, contact",
    source: "sweep",
    first_seen: null,
    last_seen_live: null,
    imported_at: "2026-11-19T14:02:00Z",
    status: "new",
    role: { role: "unknown", rests_on: null, words: null, officer: null, at: null },
    needs_reader: null,
    sum: aSum(),
    due: null,
    assignee: null,
    tags: [],
    extra: [],
    aliases: [],
    same_handle: [],
    posts: [],
    translations: [],
    cannot_read: [],
    warned: [],
    exhibits: [],
    assessments: [],
    changed_since_assessed: false,
    actions: [],
    notes: [],
    history: [],
    referral: null,
    past: [],
    registers: [],
    warnings: [],
    draft: { answers: {}, reason: "", hold_until: null, note: "", translation: "" },
    merged: [],
    ...change,
  };
}

/** A day on which nothing with a warning was opened. */
export function aDay(change: Partial<CareView> = {}): CareView {
  return {
    opened_today: 0,
    since_break: 0,
    run_began: null,
    is_break_due: false,
    rule: {
      rule: { items: 20, minutes: 60, pause_minutes: 10, contact: "" },
      is_of_unit: false,
      source: "made up",
    },
    ...change,
  };
}

/** A row of a list. */
export function aRow(index: number, change: Partial<AccountRow> = {}): AccountRow {
  return {
    id: `account-${index}`,
    platform: "tiktok",
    unit: "account",
    handle: `made_up_${index}`,
    platform_id: null,
    label: `@made_up_${index}`,
    snippet: "Nisje çdo ditë",
    language: "sq",
    status: "new",
    role: "unknown",
    halves: 0,
    band: "low",
    reasons: [],
    due: null,
    imported_at: "2026-11-19T14:02:00Z",
    exhibits: 0,
    has_open_action: false,
    warnings: [],
    is_seen: false,
    label_marks: [],
    snippet_marks: [],
    display_name: null,
    source: null,
    assignee: null,
    tags: [],
    first_seen: null,
    last_seen: null,
    snippet_from: null,
    ...change,
  };
}

/** A picture attached to an account. */
export function anExhibit(change: Partial<ExhibitView> = {}): ExhibitView {
  return {
    id: "exhibit-1",
    number: "4417/1",
    account: "account-1",
    account_label: "@made_up_24",
    file_name: "profile.png",
    media_type: "image/png",
    size: "2048",
    sha256: "aa11",
    source_url: "https://www.tiktok.com/@made_up_24",
    captured: null,
    method: "screenshot",
    officer: "4417",
    attached_at: "2026-11-20T10:00:00Z",
    duplicate_of: null,
    warnings: [],
    is_stopped: false,
    has_thumbnail: true,
    viewer: "picture",
    ...change,
  };
}

/** One grey pixel. */
export const pixel = {
  media_type: "image/png",
  base64:
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  width: 1,
  height: 1,
};

/** The session of an officer who has read the evidence rules. */
export const session: SessionView = {
  case_id: "case-1",
  title: "Made-up case",
  reference: "OCC/1",
  marking: "OFFICIAL",
  officer: {
    id: "officer-1",
    name: "A. Officer",
    number: "4417",
    role: "officer",
    public_key: "",
    joined_at: "2026-11-01T00:00:00Z",
    reads: ["en"],
    email: null,
    phone: null,
    badge: null,
    team: null,
  },
  openers: [],
  is_demonstration: false,
  evidence_rules_read: true,
  last_route: null,
  cut_back: null,
};

/** A host that answers what every record asks; a test adds its own. */
export function recordHost(answers: Partial<Commands> = {}): FakeHost {
  return fakeHost({
    account: async (id) => anAccount({ id }),
    exclusions: async () => lines,
    platforms: async () => [{ code: "tiktok", name: "TikTok", short: "TT", accounts: 1 }],
    settings: async () => ({
      theme: "light",
      idle_minutes: 10,
      single_keys: "on",
      keys: {},
      text_size: 14,
      text_is_enough: false,
    }),
    session: async () => session,
    accountIndex: async () => null,
    accountMarks: async () => [],
    accountLinks: async () => ({ links: [], total: 0, shared: [], why_none: null, chain: [] }),
    completeSearch: async () => [],
    savedViews: async () => [],
    keepViews: async () => null,
    accountOpened: async () => null,
    accountsFlicked: async () => null,
    saveAssessmentDraft: async () => null,
    readPlace: async () => null,
    savePlace: async () => null,
    thumbnail: async () => pixel,
    dutyContacts: async () => [],
    promisesOn: async () => [],
    visits: async () => ({
      visits: 0,
      recent: 0,
      days: 28,
      limit: 3,
      officers: 0,
      last: null,
      watch: null,
      is_asked: false,
    }),
    care: async () => aDay(),
    ...answers,
  });
}

/** The names of the commands that were asked, with what they were asked. */
export function asked(host: FakeHost, name: keyof Commands): readonly unknown[][] {
  return host.calls.filter((call) => call.name === name).map((call) => [...call.args]);
}

/** Shows part of the window over a host, with the keys of `specs`. */
export function show(
  host: FakeHost,
  specs: readonly CommandSpec[],
  children: ReactNode,
  given: { current?: string | null; session?: SessionView } = {},
) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return render(
    <HostProvider host={host}>
      <QueryClientProvider client={client}>
        <CommandProvider board={new CommandBoard(specs)}>
          <SessionProvider session={given.session ?? session}>
            <ToastProvider>
              {given.current === undefined ? (
                children
              ) : (
                <RecordProvider current={given.current}>
                  <ExhibitProvider>{children}</ExhibitProvider>
                </RecordProvider>
              )}
            </ToastProvider>
          </SessionProvider>
        </CommandProvider>
      </QueryClientProvider>
    </HostProvider>,
  );
}
