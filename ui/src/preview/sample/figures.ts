/** What the core answers behind, beside and after the figures: made up. */
import type {
  Commands,
  CompareView,
  FairGroupView,
  FairRowView,
  FigureRowView,
  FurtherView,
  GroupRateView,
  PublishedView,
  StatsView,
  TrendsView,
} from "../../host";

const ACCOUNT = "0190a000-0000-7000-8a00-000000000001";

const row: FigureRowView = {
  account: ACCOUNT,
  label: "@made_up_pier",
  platform: "tiktok",
  unit: "account",
  post: "",
  sent_in: [{ referral: null, label: "OCC-20418" }],
  sent: "2026-01-05T10:00:00Z",
  stands: "taken_down",
  since: "2026-01-06T09:00:00Z",
  is_inferred: false,
  decisions: [
    { what: "sent", at: "2026-01-05T10:00:00Z", is_imported: true },
    { what: "removed", at: "2026-01-06T09:00:00Z", is_imported: true },
  ],
  is_kept_apart: false,
  is_erased: false,
};

const apart: FigureRowView = {
  ...row,
  account: null,
  label: "",
  sent_in: [],
  is_kept_apart: true,
};

const none = { count: 0, rows: [] };

const further: FurtherView = {
  from: "2025-12-01",
  to: "2026-11-30",
  as_at: "2026-11-23T09:00:00Z",
  intelligence: { ...none, count: 12 },
  preservation: none,
  safeguarding: none,
  arrests: {
    count: 1,
    rows: [
      {
        at: "2026-03-01T23:59:59Z",
        reference: "KP/26/1",
        accounts: [[ACCOUNT, "@made_up_pier"]],
        kept_apart: 1,
      },
    ],
  },
  convictions: none,
};

const compared = (stats: StatsView): CompareView => ({
  one: stats,
  other: { ...stats, as_at: "2025-11-23T09:00:00Z" },
  overlap: false,
  measures: [
    {
      measure: "taken_down",
      one: 8014,
      one_of: 8014,
      one_part: null,
      other: 5600,
      other_of: 5600,
      other_part: null,
      of: "taken_down",
      part: null,
      difference: 0.431,
      interval: { low: 0.383, high: 0.481 },
      is_beyond_chance: true,
    },
    {
      measure: "rate_of_referred",
      one: 0.886,
      one_of: 8787,
      one_part: 7788,
      other: 0.88,
      other_of: 6100,
      other_part: 5368,
      of: "referred",
      part: "cohort.taken_down",
      difference: 0.006,
      interval: { low: -0.004, high: 0.017 },
      is_beyond_chance: false,
    },
  ],
});

const rate = (part: number, whole: number, isApart = false): GroupRateView => ({
  part,
  whole,
  share: whole === 0 ? null : part / whole,
  interval: whole === 0 ? null : { low: 0.4, high: 0.6 },
  rest: 0.7,
  is_apart: isApart,
});

const group = (name: string, words: string): FairGroupView => ({
  name,
  words,
  seen: 120,
  referred: rate(60, 120, true),
  returned: rate(3, 60),
  declined: rate(5, 40),
  reversed: rate(0, 60),
  lexicon: name === "sq" ? { terms: 84, unchecked: 12, version: "2026-11-27" } : null,
});

const fairRow: FairRowView = {
  account: ACCOUNT,
  label: "@made_up_pier",
  platform: "tiktok",
  sent_in: [{ referral: null, label: "KIT-40" }],
  stands: ["declined"],
  is_returned: true,
  is_kept_apart: false,
  is_erased: false,
};

const trends: TrendsView = {
  from: "2025-12-01",
  to: "2026-11-30",
  as_at: "2026-11-23T09:00:00Z",
  accounts: 90,
  few_below: 5,
  prices: [
    {
      currency: "GBP",
      n: 14,
      months: [
        { month: "2026-10", n: 8, accounts: 7, lower: 3000, median: 3500, upper: 4500 },
        { month: "2026-11", n: 6, accounts: 6, lower: 3200, median: 4000, upper: 5000 },
      ],
    },
  ],
  routes: [
    {
      kind: "route",
      name: "Dunkirk → Dover",
      language: "",
      meaning: "",
      accounts: 11,
      months: [
        { month: "2026-10", accounts: 3, of: 50 },
        { month: "2026-11", accounts: 9, of: 40 },
      ],
      change: 0.165,
      interval: { low: 0.02, high: 0.31 },
      is_beyond_chance: true,
    },
  ],
  routes_left_out: 0,
  terms: [],
  terms_left_out: 0,
};

/** What was published, and corrected. */
export const published: PublishedView = {
  id: "0190a000-0000-7000-8f00-000000000009",
  said: "More than 8,000 accounts were taken down.",
  place: "Written answer 12",
  cleared_by: "Deputy director",
  at: { at: "2026-11-24T23:59:59Z", precision: "day", raw: "2026-11-24", zone: null },
  figure: "Annual report 2025",
  officer: "Made-up officer",
  recorded: "2026-11-24T10:00:00Z",
  corrections: [
    {
      words: "It was 7,990: some had been put back.",
      at: { at: "2026-12-01T23:59:59Z", precision: "day", raw: "2026-12-01", zone: null },
      officer: "Made-up officer",
      recorded: "2026-12-01T10:00:00Z",
    },
  ],
  rederived: {
    is_equal: false,
    is_signed: true,
    may_be_said: "more than 8,000, up more than 40 %",
    changed: [{ field: "taken_down", frozen: "8014", now: "8013" }],
    taken_back: 0,
    without: [],
  },
};

/** The answers; `stats` are the figures they belong to. */
export function figureAnswers(stats: StatsView): Partial<Commands> {
  return {
    figureRows: async () => ({ total: 3, as_at: stats.as_at, rows: [row, { ...row }, apart] }),
    pooledStatistics: async ({ figures }) => ({
      stats: { ...stats, unit: figures.unit },
      items: 9040,
      files: [
        { file: "4417.csv", rows: 5210 },
        { file: "5522.csv", rows: 3900 },
      ],
      duplicates: [{ item: "00ff00ff", files: ["4417.csv", "5522.csv"], differs_at: [] }],
      units: ["account", "post"],
      unmarked: ["5522.csv"],
    }),
    writeFigures: async () => ({ rows: 9040, sha256: "ab", entry: 7 }),
    furtherFigures: async () => further,
    comparePeriods: async () => compared(stats),
    trends: async () => trends,
    trendRows: async () => ({
      total: 1,
      as_at: trends.as_at,
      rows: [
        {
          account: ACCOUNT,
          label: "@made_up_pier",
          platform: "tiktok",
          at: "2026-11-03T10:00:00Z",
          sum: 4000,
          quotes: ["£4,000"],
        },
      ],
    }),
    fairness: async () => ({
      as_at: stats.as_at,
      languages: [group("sq", "Albanian"), group("", "not known")],
      sources: [group("Patrol list", "Patrol list")],
    }),
    fairRows: async () => ({
      total: 2,
      as_at: stats.as_at,
      rows: [fairRow, { ...fairRow, account: null, label: "", sent_in: [], is_kept_apart: true }],
    }),
    publishedFigures: async () => [published],
    publishFigure: async () => published,
    correctPublished: async () => published,
    justiceFacts: async () => [],
    writeReport: async () => ({
      pages: 3,
      held_back: 4,
      sha256: "0".repeat(64),
      file_name: "report.pdf",
      entry: 9,
    }),
    writeTrendChart: async () => ({
      sha256: "0".repeat(64),
      file_name: "routes.svg",
      entry: 11,
    }),
    writeChart: async () => ({ sha256: "0".repeat(64), file_name: "months.png", entry: 10 }),
  };
}
