/** Made-up answers about the case and its officer. */
import type {
  AreaCountsView,
  Commands,
  ExclusionView,
  FirstScreenView,
  OfficerView,
  PersonRoleView,
  PlatformView,
  SessionView,
  SettingsView,
  StatusLineView,
} from "../../host";

/** "Now" of the preview. */
export const NOW = new Date();

/** An instant so many hours from now. */
export function hours(n: number): string {
  return new Date(NOW.getTime() + n * 3_600_000).toISOString();
}

export const officer: OfficerView = {
  id: "0190a000-0000-7000-8000-000000004417",
  name: "R. Officer",
  number: "4417",
  role: "supervisor",
  public_key:
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample 4417",
  joined_at: hours(-900),
  reads: ["en", "sq", "fr"],
  email: "referrals@occ.example",
  phone: "+44 7700 900123",
  badge: "4417",
  team: null,
};

const colleague: OfficerView = {
  ...officer,
  id: "0190a000-0000-7000-8000-000000005120",
  name: "S. Colleague",
  number: "5120",
  role: "officer",
  joined_at: hours(-300),
  reads: ["en", "ar", "fa"],
  email: null,
  phone: null,
  badge: null,
};

export const session: SessionView = {
  case_id: "0190a000-0000-7000-8000-0000000c0001",
  title: "Channel Q4 sweep",
  reference: "OCC/2026/0147",
  marking: "OFFICIAL-SENSITIVE",
  officer,
  openers: [
    { kind: "officer", label: "4417" },
    { kind: "officer", label: "5120" },
    { kind: "recovery", label: "recovery key" },
    { kind: "unit", label: "age1qxs0…9dk2" },
  ],
  is_demonstration: false,
  evidence_rules_read: true,
  last_route: null,
  cut_back: null,
};

export const counts: AreaCountsView = {
  today: 12,
  today_urgent: 3,
  review: 214,
  accounts: 12_480,
  evidence: 3_902,
  drafts: 9,
  to_draft: 4,
  rechecks: 5,
  rechecks_overdue: 2,
  to_approve: 4,
  sent: 148,
};

const status: StatusLineView = {
  unlocked_by: "4417",
  others: "unit key age1qxs0…9dk2",
  audit_checked_at: hours(-0.3),
  audit_check_is_overdue: false,
  evidence_checked_at: hours(-50),
  evidence_check_is_overdue: false,
  backed_up_at: hours(-96),
  backup_is_overdue: true,
  index: "ok",
  locks_in_seconds: null,
};

const first: FirstScreenView = {
  recent: [
    { token: "r1", name: "channel-q4-sweep.bwcase", opened_at: hours(-14), is_there: true },
    { token: "r2", name: "north-route-2025.bwcase", opened_at: hours(-700), is_there: true },
    { token: "r3", name: "usb-copy-old.bwcase", opened_at: hours(-2200), is_there: false },
  ],
  policy: {
    unit: "Online Communications Centre",
    recovery_recipients: ["age1qxs0pjw6c3kfr3v0kd7l9dk2examplerecipientofthepreview0000000"],
    date: "2026-10-01",
  },
  locked: null,
  theme: null,
  look_was_thrown_away: false,
  demonstration_passphrase: "lantern harbour cobalt meadow",
  has_demonstration: true,
  version: "0.1.0",
};

export const platforms: PlatformView[] = [
  { code: "tiktok", name: "TikTok", short: "TT", accounts: 4100 },
  { code: "facebook", name: "Facebook", short: "FB", accounts: 3200 },
  { code: "instagram", name: "Instagram", short: "IG", accounts: 2100 },
  { code: "telegram", name: "Telegram", short: "TG", accounts: 1500 },
  { code: "snapchat", name: "Snapchat", short: "SC", accounts: 700 },
  { code: "x", name: "X", short: "X", accounts: 500 },
  { code: "youtube", name: "YouTube", short: "YT", accounts: 380 },
];

export const exclusions: ExclusionView[] = [
  ["news", "News or journalist", "Could this be news or a journalist at work?"],
  ["charity", "Charity, lawyer, rescue", "Could this be a charity, a lawyer or a rescue group?"],
  ["researcher", "Researcher", "Could this be a researcher?"],
  ["campaign", "Government campaign", "Could this be a government's own campaign?"],
  [
    "own-journey",
    "Own journey, asks help",
    "Could this be someone telling their own journey or asking for help?",
  ],
  ["family", "Family search", "Could this be a family looking for someone?"],
  ["satire", "Satire", "Could this be satire?"],
  ["scam", "Scam, no real service", "Could this be a scam with no real service behind it?"],
  ["child", "A child shown or speaking", "Is a child shown or speaking?"],
  ["quoted", "Someone else quoted", "Could these be someone else's words, quoted?"],
].map(([name, short, question]) => ({
  name: name ?? "",
  short: short ?? "",
  question: question ?? "",
}));

let settings: SettingsView = {
  theme: new URLSearchParams(location.search).get("theme") ?? "system",
  idle_minutes: 10,
  single_keys: "on",
  keys: {},
  text_size: 14,
  text_is_enough: false,
};
const places = new Map<string, string>();

/** Answers about the case, its officers and the screen. */
export const base: Partial<Commands> = {
  firstScreen: async () => first,
  judgePassphrase: async ({ passphrase }) => ({
    score: Math.min(4, Math.floor(passphrase.length / 5)),
    is_acceptable: passphrase.length > 17,
    warning: passphrase.length > 17 ? null : "This is a very common passphrase",
    suggestions:
      passphrase.length > 17 ? [] : ["Add another word or two. Uncommon words are better."],
  }),
  choose: async (kind) => [
    {
      token: "t1",
      name: kind.startsWith("save") ? "export.csv" : "accounts.csv",
      size: "31234567",
    },
  ],
  beginCase: async () => ({
    key: "AGE-SECRET-KEY-1EXAMPLEPREVIEWKEYNOTREAL0QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L",
    confirm_last: 6,
  }),
  saveRecoveryKey: async () => null,
  confirmCase: async () => session,
  abandonCase: async () => null,
  openCase: async ({ passphrase }) => {
    await new Promise((done) => setTimeout(done, 900));
    const codes = [
      "wrong-passphrase",
      "damaged",
      "newer-version",
      "open-elsewhere",
      "missing",
      "no-case",
    ] as const;
    const code = codes.find((one) => one === passphrase);
    if (code) throw { code, message: "", rule: null, missing: [], incident: "7f3a-19c2" };
    return session;
  },
  openDemonstration: async () => ({ ...session, is_demonstration: true, title: "Demonstration" }),
  joinCase: async () => session,
  forgetRecent: async () => null,
  session: async () => null,
  lock: async () => null,
  touch: async () => null,
  areaCounts: async () => counts,
  statusLine: async () => status,
  officers: async () => [officer, colleague],
  setOfficer: async (request) =>
    Object.assign(
      officer,
      Object.fromEntries(Object.entries(request).filter(([, value]) => value !== null)),
    ),
  inviteOfficer: async ({ name, number, role }) => ({ ...colleague, name, number, role }),
  platforms: async () => platforms,
  exclusions: async () => exclusions,
  settings: async () => settings,
  saveSettings: async (next) => {
    settings = next;
    return null;
  },
  readPlace: async (key) => places.get(key) ?? null,
  savePlace: async (key, value) => {
    places.set(key, value);
    return null;
  },
  cancel: async () => null,
  undo: async () => ({ removed: 0, restored: 1, kept: 0 }),
};

/** The role of a person nobody has said anything about. */
export const nobodySaid: PersonRoleView = {
  role: "unknown",
  rests_on: null,
  words: null,
  officer: null,
  at: null,
};
