/** Made-up files in and out. `?import=slow` never finishes reading; `?import=bad` adds up wrongly. */
import type { ColumnView, Commands, Field, ImportCounts, RowFate, RowPreview } from "../../host";
import { hours } from "./base";

const WISH = new URLSearchParams(location.search).get("import");

const COLUMNS: readonly [string, Field, string[]][] = [
  ["Plattform", "platform", ["TikTok", "Telegram", "tiktok"]],
  ["username", "handle", ["@udhetim_angli.24", "لار_بریتانیا", "angli.express7"]],
  ["profile_link", "url", ["https://www.tiktok.com/@udhetim_angli.24", "t.me/lar_gb", ""]],
  ["Account ID", "platform-id", ["7312004599172264", "", "7331208841120077"]],
  [
    "bio",
    "bio",
    [
      "Nisje çdo ditë · 100% siguri · £4,500",
      "رحلة يومية الى بريطانيا مضمونة",
      "WhatsApp +44 7700 900417",
    ],
  ],
  ["followers", "followers", ["1,204", "33", "8900"]],
  ["Datum", "first-seen", ["19.11.2026 14:02", "20.11.2026", ""]],
  ["flag reason", "reason", ["price and phone", "offer", "offer"]],
  ["Kanal intern", "extra", ["desk 3", "desk 3", "desk 1"]],
  ["prio_2024", "extra", ["", "", ""]],
];

const COUNTS: ImportCounts = {
  read: 10_000,
  created: 8_412,
  updated: 611,
  unchanged: 720,
  merged: 219,
  rejected: WISH === "bad" ? 31 : 38,
  erased: 0,
};

const WHY: Record<RowFate, readonly string[]> = {
  created: ["new account", "new account, same handle as another on Telegram"],
  updated: ["profile text, followers", "handle: angli_24h → udhetim_angli.24"],
  unchanged: ["nothing new"],
  merged: ["same account as line 17", "further post of line 240"],
  rejected: [
    "names no account: no handle, address or id",
    "“Plattform” holds “TT/IG”: one row, one platform",
    "the row has 9 cells, the header 10",
    "“profile_link” is not an address: htp:/tiktok/angli",
  ],
  erased: ["erased on 2026-11-02, certificate 3"],
};

function rowsOf(fate: RowFate): RowPreview[] {
  return Array.from({ length: Math.min(200, COUNTS[fate]) }, (_, n) => ({
    line: 2 + n * 7 + fate.length,
    fate,
    label:
      n % 6 === 2
        ? "ڕێگای بەریتانیا"
        : fate === "rejected" && n % 4 === 0
          ? ""
          : `@kanali_${n * 7}`,
    why: WHY[fate][n % WHY[fate].length] ?? "",
    changes:
      fate === "updated"
        ? [
            { field: "bio", column: null, old: "Nisje çdo ditë", new: "Nisje sonte · £4,500" },
            { field: "extra", column: "Kanal intern", old: null, new: "desk 3" },
          ]
        : [],
    register: fate === "created" && n === 3 ? ("protected" as const) : null,
  }));
}

const wait = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Answers about files in and out. */
export const exchangeAnswers: Partial<Commands> = {
  previewImport: async (request) => {
    await wait(WISH === "slow" ? 1e9 : 300);
    const columns: ColumnView[] = COLUMNS.map(([header, field, samples], index) => ({
      index,
      header,
      field: request.fields?.[index] ?? field,
      samples,
    }));
    return {
      preview: "p1",
      file_name: "flagged accounts, november.csv",
      encoding: request.encoding ?? "windows-1256",
      delimiter: request.delimiter ?? ";",
      header_line: request.header_line ?? 1,
      sheet: null,
      sheets: [],
      mapping: null,
      offered: [],
      warnings: [{ kind: "digits-lost" as const, rows: 3, first_line: 412, lines: [] }],
      columns,
      counts: COUNTS,
      registers: [{ list: "protected" as const, entries: 1 }],
      rows: (["rejected", "created", "updated", "unchanged", "merged"] as const).flatMap(rowsOf),
    };
  },
  commitImport: async () => {
    await wait(500);
    return {
      batch: "0190e000-0000-7000-8000-000000000001",
      encoding: "windows-1256",
      delimiter: ";",
      header_line: 1,
      sheet: null,
      mapping: null,
      warnings: [],
      ...COUNTS,
    };
  },
  dropPreview: async () => null,
  saveRejected: async () => COUNTS.rejected,
  previewRows: async ({ fate, offset, limit }) => {
    const all = rowsOf(fate ?? "created");
    return { rows: all.slice(offset, offset + limit), total: all.length };
  },
  saveRows: async () => COUNTS.read,
  mappings: async () => [{ name: "Desk 3", columns: ["Plattform", "username"] }],
  listBatches: async () => ({ rows: [], total: 0 }),
  batchAccounts: async () => ({ rows: [], total: 0 }),
  undoImport: async () => ({
    removed: 8_409,
    restored: 1_302,
    kept: 3,
    accounts: 1,
    kept_accounts: [
      {
        account: "0190e000-0000-7000-8000-000000000007",
        label: "@kanali_7",
        why: "Account assessed (4417)",
      },
    ],
  }),
  exportColumns: async () =>
    [
      ["breakwater_marking", "Marking", true, false],
      ["platform", "Platform", true, false],
      ["handle", "Handle without @", true, false],
      ["platform_id", "Platform’s own id", true, false],
      ["url", "Address of the account", true, false],
      ["display_name", "Name shown", true, false],
      ["bio", "Profile text", true, false],
      ["language", "Language code", true, false],
      ["status", "Where it stands", true, false],
      ["first_seen", "First seen, by the source", false, false],
      ["followers", "Followers", false, false],
      ["notes", "Officers’ notes", false, false],
      ["Kanal intern", "", false, true],
      ["prio_2024", "", false, true],
    ].map(([name, label, is_default, is_extra]) => ({
      name: String(name),
      label: String(label),
      is_default: Boolean(is_default),
      is_extra: Boolean(is_extra),
    })),
  exportAhead: async () => ({ accounts: 12_480, kept_apart: 2, ungraded: 40 }),
  exportCsv: async () => {
    await wait(600);
    return {
      rows: 12_480,
      kept_apart: 0,
      left_out: 2,
      ungraded: 40,
      sha256: "a3c1f0d9".repeat(8),
      entry: 1_288,
      file_name: "accounts-2026-11-23.csv",
    };
  },
  exportNetwork: async () => ({
    accounts: 60,
    sha256: "0".repeat(64),
    entry: 2141,
    file_name: "network.graphml",
  }),
  sharingLog: async () =>
    Array.from({ length: new URLSearchParams(location.search).has("empty") ? 0 : 140 }, (_, n) => ({
      at: hours(-n * 5),
      officer: n % 3 === 0 ? "5120" : "4417",
      what: ["export", "referral draft", "copied address", "exhibit"][n % 4] ?? "export",
      recipient:
        [
          "Sgt N. Example, Kent desk",
          "TikTok Information Technologies UK Ltd",
          "",
          "ضابط الاتصال، كاليه",
        ][n % 4] ?? "",
      purpose:
        [
          "de-confliction before the weekend",
          "draft for review",
          "",
          "linked number +44 7700 900417",
        ][n % 4] ?? "",
      entry: 1_288 - n * 9,
    })),
};
