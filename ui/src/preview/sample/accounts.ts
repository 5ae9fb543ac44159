/** Made-up accounts: the ones of the drawing, then as many as are asked for. */
import type { AccountRow, AccountView, Commands, ExhibitView, GroupView } from "../../host";
import { hours, nobodySaid, platforms } from "./base";
import { aHit } from "./registers";
import { bioOf, sumOf } from "./sums";

const TOTAL = Number(new URLSearchParams(location.search).get("rows") ?? 12_480);

type Seed = [
  platform: string,
  label: string,
  snippet: string,
  language: string | null,
  due: number | null,
];

const SEEDS: readonly Seed[] = [
  ["tiktok", "@boys_ready_22", "Boys ready for journey tonight 🚤🇬🇧 DM", "en", 6],
  ["telegram", "channel_route_safe", "رحلة يومية الى بريطانيا مضمونة", "ar", 24],
  ["tiktok", "@udhetim_angli.24", "Nisje çdo ditë · 100% siguri · £4,500", "sq", null],
  ["facebook", "ڕێگای بەریتانیا", "گەرەنتی ١٠٠٪ · قاچاخچی · پەیوەندی", "ckb", null],
  ["tiktok", "@angli.express7", "Shares a number with 3 accounts", "en", null],
  ["instagram", "uk.dream.vip", "Đường VIP đi Anh bao đậu", "vi", null],
  ["snapchat", "fast_lorry_gb", "Taxi service UK–FR, price on snap", "en", 9],
  ["facebook", "id 100083123456417", "Passport, visa, ID original 100%", "en", null],
  ["telegram", "sarafi_london_kbl", "صرافی · انتقال پول · تضمینی", "fa", null],
  ["tiktok", "@guvenli.yol24", "Her gün çıkış, garanti, fiyat DM", "tr", null],
  ["telegram", "لار_بریتانیا", "د ټولو لپاره لار · ښه بیه · ډاډمن · ږغ", "ps", null],
  ["youtube", "Route News 7", "ክፍያ ብቻ · ጉዞ ወደ እንግሊዝ", "am", null],
];

/** The rows of a group of the queue. */
export const groups: GroupView[] = [
  { key: "urgent", label: "Urgent", start: 0, count: 2 },
  { key: "priority", label: "Priority", start: 2, count: 41 },
  { key: "review", label: "Review", start: 43, count: 112 },
  { key: "low", label: "Low", start: 155, count: 59 },
];

function idOf(index: number): string {
  return `0190a000-0000-7000-8000-${index.toString(16).padStart(12, "0")}`;
}

function row(index: number): AccountRow {
  const [platform, name, snippet, language, due] = SEEDS[index % SEEDS.length] ??
    SEEDS[0] ?? ["x", "", "", null, null];
  const label = index < SEEDS.length ? name : `${name}_${index}`;
  return {
    id: idOf(index),
    platform,
    unit: index % 9 === 3 ? "group" : "account",
    handle: label.replace(/^@/, ""),
    platform_id: String(7_312_004_599_172_264 + index),
    label,
    snippet,
    language,
    status: index === 2 ? "in-review" : index % 17 === 5 ? "second-look" : "new",
    halves: index < 155 ? 40 : 0,
    role: "unknown",
    band: index < 43 ? "priority" : index < 155 ? "review" : "low",
    reasons: index < 155 ? ["offer", "contact", "price", "every day"] : [],
    due: due === null || index >= SEEDS.length ? null : hours(due),
    imported_at: hours(-30 - index),
    exhibits: index % 5,
    has_open_action: index === 0,
    warnings: index % 4 === 3 ? ["violence" as const] : [],
    is_seen: index % 3 === 0,
    label_marks: [],
    snippet_marks: [],
    display_name: null,
    source: null,
    assignee: null,
    tags: [],
    first_seen: null,
    last_seen: null,
    snippet_from: null,
  };
}

/** One made-up exhibit. */
export function exhibit(index: number): ExhibitView {
  return {
    id: `0190a000-0000-7000-8001-${index.toString(16).padStart(12, "0")}`,
    number: `4417/${index + 11}`,
    account: idOf(2 + (index % 5)),
    account_label: "@udhetim_angli.24",
    file_name:
      ["profile-page.png", "story 19 Nov.mp4", "chat export.txt", "post-3.jpg"][index % 4] ??
      "file",
    media_type: ["image/png", "video/mp4", "text/plain", "image/jpeg"][index % 4] ?? "",
    size: String(218_334 * (index + 1)),
    sha256: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    source_url: "https://www.tiktok.com/@udhetim_angli.24",
    captured: { at: hours(-96), precision: "second", raw: null, zone: null },
    method: "screenshot",
    officer: "4417",
    attached_at: hours(-90),
    duplicate_of: index === 3 ? "4417/11" : null,
    warnings: index % 4 === 3 ? ["violence"] : [],
    is_stopped: index === 6,
    has_thumbnail: index % 4 !== 2 && index !== 6,
    viewer: index % 4 === 2 ? "text" : index % 4 === 1 ? "none" : "picture",
  };
}

function account(id: string): AccountView {
  const index = Number.parseInt(id.slice(-12), 16);
  const base = row(index);
  return {
    id,
    platform: base.platform,
    platform_name: platforms.find((one) => one.code === base.platform)?.name ?? base.platform,
    unit: base.unit,
    handle: base.handle,
    platform_id: base.platform_id,
    label: base.label,
    shown_url: `hxxps://www.tiktok[.]com/@${base.handle}`,
    canonical_url: `https://www.tiktok.com/@${base.handle}`,
    display_name: "Udhëtim Angli",
    bio: bioOf(base),
    language: base.language,
    language_name: base.language
      ? (new Intl.DisplayNames("en", { type: "language" }).of(base.language) ?? null)
      : null,
    followers: "12.4K",
    flagged_reason: "offer, contact, price, every day",
    source: "Sweep 19 Nov",
    first_seen: { at: hours(-480), precision: "day", raw: "03/11/2026", zone: null },
    last_seen_live: { at: hours(-3), precision: "second", raw: null, zone: null },
    imported_at: base.imported_at,
    status: base.status,
    role: nobodySaid,
    needs_reader:
      base.language === "ckb" ? { language: "Kurdish, Sorani", code: "ckb", waiting: 7 } : null,
    sum: sumOf(base),
    due: base.due,
    assignee: null,
    tags: [],
    extra: [
      { name: "campaign", value: "Q4" },
      { name: "region", value: "Dunkirk" },
    ],
    same_handle: [],
    aliases: [
      {
        handle: base.handle,
        platform_id: base.platform_id,
        url: null,
        first_seen: { at: hours(-480), precision: "day", raw: null, zone: null },
        last_seen: { at: hours(-3), precision: "second", raw: null, zone: null },
        source: "accounts.csv",
      },
      {
        handle: "angli_24h",
        platform_id: base.platform_id,
        url: null,
        first_seen: { at: hours(-2000), precision: "month", raw: null, zone: null },
        last_seen: { at: hours(-480), precision: "day", raw: null, zone: null },
        source: "4417",
      },
    ],
    posts: Array.from({ length: 6 }, (_, n) => ({
      id: `0190a000-0000-7000-8002-00000000000${n}`,
      unit: n === 1 ? ("story" as const) : ("post" as const),
      text: "Nisje çdo ditë · 100% siguri · £4,500 🚤",
      language: "sq",
      shown_url: `hxxps://www.tiktok[.]com/@${base.handle}/video/73400${n}`,
      posted: { at: hours(-100 - n * 30), precision: "second" as const, raw: null, zone: null },
      imported_at: base.imported_at,
    })),
    translations: [
      {
        id: "0190a000-0000-7000-8003-000000000001",
        post: null,
        text: "Travel by dinghy, France to England. 100% safe, departure every day. Price £4,500, siblings £3,000. WhatsApp +44 7700 900417",
        status: base.language === "ckb" ? "gist" : "checked",
        by: "linguist 7",
        at: hours(-70),
        officer: "4417",
        note: null,
        is_of_earlier_text: false,
      },
    ],
    cannot_read: [],
    warned: base.warnings.map((tag) => ({ tag, officer: "4417", at: hours(-50) })),
    exhibits: Array.from({ length: 4 }, (_, n) => exhibit(n)),
    assessments: [],
    changed_since_assessed: false,
    actions: [],
    notes: [
      {
        id: "0190a000-0000-7000-8004-000000000001",
        text: "Came back four days after @angli_24h was removed.",
        officer: "4417",
        at: hours(-48),
      },
    ],
    history: [
      {
        at: hours(-48),
        officer: "4417",
        kind: "noted",
        what: "Wrote a note",
        old: null,
        new: null,
        undo: null,
      },
      {
        at: hours(-90),
        officer: "4417",
        kind: "attached",
        what: "Attached 4417/11 profile-page.png",
        old: null,
        new: null,
        undo: null,
      },
      {
        at: hours(-100),
        officer: "4417",
        kind: "created",
        what: "Imported from accounts.csv, line 3",
        old: null,
        new: null,
        undo: null,
      },
    ],
    referral: null,
    past: [],
    registers: index % 5 === 4 ? [aHit("protected")] : index % 5 === 2 ? [] : [aHit("never-links")],
    warnings: [{ field: "bio", what: "A zero width space stands in the text" }],
    merged: [],
    draft: {
      answers:
        index === 2
          ? {
              news: "no",
              charity: "no",
              researcher: "no",
              campaign: "no",
              "own-journey": "no",
              family: "no",
              satire: "no",
              scam: "no",
              child: "no",
            }
          : {},
      reason:
        index === 2
          ? "Offers small-boat crossings for £4,500 with a contact number and daily departures."
          : "",
      hold_until: null,
      note: "",
      translation: "",
    },
  };
}

/** A made-up picture with words on it. */
export function pictureOf(text: string): {
  media_type: string;
  base64: string;
  width: number;
  height: number;
} {
  const canvas = document.createElement("canvas");
  canvas.width = 320;
  canvas.height = 240;
  const paint = canvas.getContext("2d");
  if (paint) {
    paint.fillStyle = "#7c8894";
    paint.fillRect(0, 0, 320, 240);
    paint.fillStyle = "#16202c";
    paint.font = "28px sans-serif";
    paint.fillText(text, 40, 130);
  }
  return {
    media_type: "image/png",
    base64: canvas.toDataURL("image/png").split(",")[1] ?? "",
    width: 320,
    height: 240,
  };
}

/** Answers about accounts, their assessments and exhibits. */
export const accounts: Partial<Commands> = {
  listAccounts: async (request) => {
    const isQueue = request.scope === "to-review";
    const most = {
      "to-review": 214,
      "due-for-erasure": 3,
      "kept-apart": 2,
      all: TOTAL,
      every: TOTAL,
    };
    const total = Math.min(most[request.scope], TOTAL);
    const wanted = request.search.toLowerCase();
    if (wanted) {
      const found = Array.from({ length: Math.min(total, 2000) }, (_, n) => row(n)).filter((one) =>
        `${one.label} ${one.snippet}`.toLowerCase().includes(wanted),
      );
      return {
        rows: found.slice(request.offset, request.offset + request.limit),
        total: found.length,
        groups: [],
        index: "ok",
        is_exact: true,
        mistakes: [],
        scan: null,
      };
    }
    const length = Math.max(0, Math.min(request.limit, total - request.offset));
    return {
      rows: Array.from({ length }, (_, n) => ({
        ...row(request.offset + n),
        ...(request.scope === "due-for-erasure" ? { status: "no-action" } : {}),
      })),
      total,
      groups: isQueue && request.order === "queue" && total === 214 ? groups : [],
      index: "ok",
      is_exact: true,
      mistakes: [],
      scan: null,
    };
  },
  accountMarks: async () => [],
  completeSearch: async () => [],
  savedViews: async () => [],
  keepViews: async () => null,
  accountIndex: async (_, id) => {
    const at = Array.from({ length: 2000 }, (_one, n) => row(n).id).indexOf(id);
    return at < 0 ? null : at;
  },
  accountFilters: async () => ({
    platforms,
    statuses: [
      { status: "new", count: 190 },
      { status: "in-review", count: 4 },
      { status: "second-look", count: 12 },
      { status: "hold", count: 8 },
      { status: "refer", count: 4 },
      { status: "no-action", count: 903 },
    ],
    warnings: [{ tag: "violence" as const, accounts: 53 }],
  }),
  account: async (id) => account(id),
  accountOpened: async () => null,
  accountsFlicked: async () => null,
  saveAssessmentDraft: async () => null,
  decide: async (request) => ({
    set: "0190a000-0000-7000-8009-000000000001",
    said: `Decided ${request.decision}`,
    status:
      request.decision === "refer" ? "refer" : request.decision === "hold" ? "hold" : "no-action",
    can_undo: true,
  }),
  act: async (request) => ({
    id: "0190a000-0000-7000-800a-000000000001",
    action: request.action,
    kind: request.kind,
    told: request.told,
    by: request.by,
    reference: request.reference,
    known: request.known,
    grading: request.grading ?? null,
    at: hours(0),
    officer: "4417",
    is_open: true,
    answer: null,
    answered_at: null,
  }),
  addNote: async ({ text }) => ({
    id: "0190a000-0000-7000-8004-000000000002",
    text,
    officer: "4417",
    at: hours(0),
  }),
  copyAccount: async () =>
    "@udhetim_angli.24 · TikTok · hxxps://www.tiktok[.]com/@udhetim_angli.24",
};
