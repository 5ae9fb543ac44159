/** Made-up drafts: the one of the drawing can be edited; its requirements follow. */
import type {
  AccountRow,
  ChoiceView,
  Commands,
  ItemView,
  ReferralView,
  RequirementView,
} from "../../host";
import { hours, officer } from "./base";
import { edited } from "./referralEdits";
import { rowOf } from "./rows";

const POLICIES: ChoiceView[] = [
  {
    code: "tiktok-human-trafficking-and-smuggling-2025-09-13",
    label: "Community Guidelines, Human Trafficking and Smuggling",
    detail: "no promoting or facilitating of human trafficking or smuggling (our words)",
    source: "Open Terms Archive, TikTok, Community Guidelines",
    date: "2025-09-13",
  },
  {
    code: "tiktok-frauds-2025-09-13",
    label: "Community Guidelines, Frauds and Scams",
    detail: "no coordinating, facilitating or giving instructions for scams",
    source: "Open Terms Archive, TikTok, Community Guidelines",
    date: "2025-09-13",
  },
];

const LAWS: ChoiceView[] = [
  {
    code: "bsai-2025-s17",
    label: "Border Security, Asylum and Immigration Act 2025, section 17",
    detail: "online advertising of unlawful immigration services",
    source: "legislation.gov.uk",
    date: "2025-12-02",
  },
  {
    code: "ia-1971-s25",
    label: "Immigration Act 1971, section 25",
    detail: "assisting unlawful immigration",
    source: "legislation.gov.uk",
    date: "2022-06-28",
  },
];

function item(position: number, part: Partial<ItemView>): ItemView {
  const id = `0190c000-0000-7000-8000-${String(position).padStart(12, "0")}`;
  return {
    id,
    position,
    account: "0190a000-0000-7000-8000-000000000002",
    label: "@udhetim_angli.24",
    unit: "account",
    post: null,
    assessment: id,
    address: "https://www.tiktok.com/@udhetim_angli.24",
    platform_id: "7312004599172264",
    handle: "udhetim_angli.24",
    handle_seen: { at: hours(-3), precision: "second", raw: null, zone: null },
    seen_live: { at: hours(-3), precision: "second", raw: null, zone: null },
    place: "profile text",
    words: "",
    translation: null,
    translation_by: null,
    why: "",
    exhibits: [],
    events: [],
    seen: null,
    earlier: [],
    already_referred: [],
    canonical: null,
    ...part,
  };
}

function exhibit(number: string, is_chosen: boolean) {
  return { id: `e-${number}`, number, sha256: "9f2c".repeat(16), is_chosen };
}

const ITEMS: ItemView[] = [
  item(1, {
    words: "nisje çdo ditë … £4,500 … WhatsApp +44 7700 900417",
    translation: "departure every day … £4,500 …",
    translation_by: "linguist 7, checked",
    why: "Offer of a crossing with price and contact",
    exhibits: [exhibit("4417/14", true), exhibit("4417/15", true), exhibit("4417/16", false)],
  }),
  item(2, {
    label: "@angli.express7",
    address: "https://www.tiktok.com/@angli.express7",
    platform_id: "7331208841120077",
    place: "video 7340…, 0:04–0:11",
    words: "رحلة يومية الى بريطانيا مضمونة",
    translation: "daily trip to Britain, guaranteed",
    translation_by: "linguist 7, checked",
    why: "Offer; same number as 1",
    exhibits: [exhibit("4417/18", true)],
  }),
  item(3, {
    label: "@rruga.gb",
    address: "https://www.tiktok.com/@rruga.gb",
    platform_id: null,
    place: "profile text",
    words: "گەشتی ڕۆژانە بۆ بەریتانیا، گەرەنتی ١٠٠٪",
    translation: "daily trip to Britain, 100% guaranteed",
    translation_by: "linguist 3, gist",
    why: "Offer with guarantee",
    exhibits: [exhibit("4417/22", false), exhibit("4417/23", false)],
  }),
  item(4, {
    label: "@uk_taxi_service",
    address: "https://www.tiktok.com/@uk_taxi_service",
    platform_id: "7329911223344556",
    seen_live: null,
    place: "profile text",
    words: "Taxi UK–FR every night, safe, price in DM. Boys ready.",
    why: "",
    exhibits: [exhibit("4417/25", true)],
  }),
];

const state = new Map<string, ReferralView>();

function view(id: string, platform: string, name: string, items: ItemView[]): ReferralView {
  return {
    id,
    label: `R-${id.slice(-3)}`,
    outside_reference: `NB-7K2Q-${id.slice(-3)}`,
    platform,
    platform_name: name,
    addressee: platform === "tiktok" ? "TikTok Information Technologies UK Ltd" : null,
    state: "draft",
    title: "Referral of accounts offering small-boat crossings for payment",
    policy: POLICIES[0] ?? null,
    law: LAWS[0] ?? null,
    law_notes: { elements: null, reach: null, defence: null, decided_by: null },
    route: "voluntary",
    tell_user: { answer: "no", reason: "They would warn others.", is_usual: true, source: "" },
    summary:
      "Four accounts advertise crossings of the Channel in small boats against payment, with prices and a contact number. Two of them share the number.",
    officer,
    from: "Online Communications Centre",
    good_faith: true,
    created_at: hours(-20),
    items,
    requirements: [],
    is_ready: false,
    asked: [],
    submission: null,
    can_approve: false,
    second: { is_own: true, drafters: ["Sam Okafor, 4417"], approvers: [] },
    policies: POLICIES,
    laws: LAWS,
  };
}

const SEEDS: readonly [string, string, string, ItemView[]][] = [
  ["0190b000-0000-7000-8000-000000000031", "tiktok", "TikTok", ITEMS],
  ["0190b000-0000-7000-8000-000000000030", "facebook", "Facebook", ITEMS.slice(0, 3)],
  ["0190b000-0000-7000-8000-000000000029", "telegram", "Telegram", ITEMS.slice(0, 2)],
  ["0190b000-0000-7000-8000-000000000028", "x", "X", ITEMS],
  ["0190b000-0000-7000-8000-000000000027", "youtube", "YouTube", ITEMS.slice(1, 2)],
];
for (const [id, platform, name, items] of SEEDS) state.set(id, view(id, platform, name, items));

const DSA = "Regulation (EU) 2022/2065, Art. 16(2)";

function requirementsOf(referral: ReferralView): RequirementView[] {
  const line = (name: string, label: string, is_met: boolean, detail: string, source: string) => ({
    name,
    label,
    is_met,
    detail,
    item: null,
    source,
  });
  const each = (
    name: string,
    label: string,
    source: string,
    met: (one: ItemView) => boolean,
    detail: string,
  ) =>
    referral.items.map((one) => ({
      name: `item.${one.position}.${name}`,
      label: `${one.label}: ${label}`,
      is_met: met(one),
      detail: met(one) ? "" : detail,
      item: one.id,
      source,
    }));
  return [
    line("title", "Title", referral.title !== "", "Say in one line what is referred.", "unit"),
    line("summary", "Summary", referral.summary !== "", "Two or three sentences.", `${DSA}(a)`),
    line(
      "policy",
      "Rule quoted",
      referral.policy !== null,
      "Choose the rule that is broken.",
      `${DSA}(a)`,
    ),
    ...each("why", "reason", `${DSA}(a)`, (one) => one.why !== "", "One sentence."),
    ...each(
      "address",
      "exact address",
      `${DSA}(b)`,
      (one) => one.address !== null,
      "No address is known.",
    ),
    ...each(
      "place",
      "words referred to",
      `${DSA}(b)`,
      (one) => one.place !== "",
      "Profile text, post, mm:ss.",
    ),
    line(
      "email",
      "Officer, official e-mail, phone",
      officer.email !== null,
      "Fill in under Settings.",
      `${DSA}(c)`,
    ),
    line(
      "good_faith",
      "Good-faith statement",
      referral.good_faith,
      "Tick it if it is so.",
      `${DSA}(d)`,
    ),
    ...each(
      "seen_live",
      "seen live",
      "unit",
      (one) => one.seen_live !== null,
      "Look again, then say when.",
    ),
    ...each(
      "exhibits",
      "account screenshot",
      "TikTok, guidelines of 22 January 2026",
      (one) => one.exhibits.some((exhibit) => exhibit.is_chosen),
      "TikTok asks for a screenshot of the account.",
    ),
  ];
}

function answer(id: string): ReferralView {
  const held = state.get(id);
  if (!held)
    throw {
      code: "not-found",
      message: "There is no such draft.",
      rule: null,
      missing: [],
      incident: "",
    };
  const requirements = requirementsOf(held);
  return { ...held, requirements, is_ready: requirements.every((one) => one.is_met) };
}

function candidate(n: number, platform: string): AccountRow {
  return {
    id: `0190d000-0000-7000-8000-${String(n).padStart(12, "0")}`,
    platform,
    unit: "account",
    handle: `kanali_${n}`,
    platform_id: null,
    label: n === 2 ? "ڕێگای بەریتانیا" : `@kanali_${n}`,
    snippet:
      n === 2
        ? "گەرەنتی ١٠٠٪ · قاچاخچی · پەیوەندی"
        : "Udhëtime në Angli, nisje çdo natë, çmim 4500",
    language: n === 2 ? "ckb" : "sq",
    status: "refer",
    halves: 36,
    role: "unknown",
    band: "priority",
    reasons: ["offer", "price"],
    due: null,
    imported_at: hours(-60),
    exhibits: n % 3,
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
  };
}

const SHOWS_NOTHING = new URLSearchParams(location.search).has("empty");

/** Answers about drafts. */
export const referralAnswers: Partial<Commands> = {
  listReferrals: async (asked) =>
    SHOWS_NOTHING
      ? []
      : [...state.keys()]
          .map((id) => rowOf(answer(id)))
          .filter((row) => asked === null || row.state === asked),
  referralCandidates: async () =>
    SHOWS_NOTHING
      ? []
      : [
          {
            platform: "tiktok",
            platform_name: "TikTok",
            accounts: [1, 2, 3, 4, 5, 6].map((n) => candidate(n, "tiktok")),
          },
          {
            platform: "instagram",
            platform_name: "Instagram",
            accounts: [7, 8].map((n) => candidate(n, "instagram")),
          },
        ],
  referral: async (id) => answer(id),
  editReferral: async (request) => {
    state.set(request.referral, edited(answer(request.referral), request));
    return answer(request.referral);
  },
  removeReferralItem: async (id, itemId) => {
    const held = answer(id);
    state.set(id, { ...held, items: held.items.filter((one) => one.id !== itemId) });
    return answer(id);
  },
  discardReferral: async (id) => {
    state.delete(id);
    return null;
  },
  draftReferral: async ({ platform, accounts }) => {
    const id = "0190b000-0000-7000-8000-000000000032";
    state.set(id, view(id, platform, platform, ITEMS.slice(0, accounts.length)));
    return [answer(id)];
  },
  referralLinked: async () => [],
  exportReferral: async (id, format) => ({
    sha256: "4f1b8d3a".repeat(8),
    pages: null,
    draft: true,
    file_name: `${answer(id).outside_reference}.${format}`,
    told: null,
  }),
};
