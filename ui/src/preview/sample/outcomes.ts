/** Made-up figures that add up: those of the drawing of the area. */
import type { CohortView, Commands, FrozenFigureView, PartView, StatsView } from "../../host";
import { figureAnswers } from "./figures";

const shares = (end: number, pace: number) =>
  Array.from({ length: 91 }, (_, day) => ({ day, share: end * (1 - Math.exp(-day / pace)) }));

type Counts = readonly [number, number, number, number, number, number, number, number];

function cohort(counts: Counts, inferred: number): CohortView {
  const [referred, taken, limited, declined, notFound, moreAsked, noAnswer, withdrawn] = counts;
  return {
    referred,
    taken_down: taken,
    confirmed: taken - inferred,
    inferred,
    limited,
    declined,
    not_found: notFound,
    more_asked: moreAsked,
    no_answer: noAnswer,
    withdrawn,
    reinstated: referred - counts.slice(1).reduce((sum, one) => sum + one, 0),
    not_seen_live: 0,
  };
}

function part(name: string, counts: Counts, hours: number): PartView {
  const own = cohort(counts, Math.round(counts[1] * 0.048));
  const decided = own.taken_down + own.limited + own.declined + own.not_found + own.reinstated;
  return {
    name,
    taken_down: own.taken_down,
    confirmed: own.confirmed,
    inferred: own.inferred,
    previous: Math.round(own.taken_down * 0.7),
    growth: 0.43,
    cohort: own,
    decided,
    rate_of_referred: own.taken_down / own.referred,
    rate_of_decided: own.taken_down / decided,
    median_hours_to_takedown: hours,
    p90_hours_to_takedown: hours * 5,
    share_by_day: shares(own.taken_down / own.referred, hours / 20),
  };
}

const MONTHS: readonly (readonly [string, number, number])[] = [
  ["2025-12", 465, 325],
  ["2026-01", 514, 340],
  ["2026-02", 556, 390],
  ["2026-03", 609, 430],
  ["2026-04", 623, 395],
  ["2026-05", 679, 445],
  ["2026-06", 618, 415],
  ["2026-07", 701, 530],
  ["2026-08", 789, 580],
  ["2026-09", 794, 515],
  ["2026-10", 857, 635],
  ["2026-11", 809, 600],
];

/** The figures of the drawing. */
export const figures: StatsView = {
  unit: "account",
  from: "2025-12-01",
  to: "2026-11-30",
  as_at: "2026-11-23T09:00:00Z",
  with_imported: true,
  definitions: "2026-11",
  taken_down: 8014,
  confirmed: 7630,
  inferred: 384,
  previous: 5600,
  previous_now: 5612,
  previous_from: "2024-12-01",
  previous_to: "2025-11-30",
  previous_as_at: "2025-11-23T09:00:00Z",
  growth: 8014 / 5600 - 1,
  said: {
    count: 8000,
    is_exact: false,
    percent: 40,
    is_exact_percent: false,
    is_small: false,
    small_below: 5,
    words: "more than 8,000, up more than 40 %",
  },
  cohort: cohort([8787, 7788, 56, 425, 107, 28, 345, 29], 376),
  referred: 8787,
  decided: 8385,
  rate_of_referred: 7788 / 8787,
  rate_of_decided: 7788 / 8385,
  withdrawn_or_reversed: { withdrawn: 29, reinstated: 9, both: 38, of: 8787 },
  rechecks: { seen_offline: 6100, seen_live: 601, seen_otherwise: 86, not_rechecked: 2000 },
  median_hours_to_takedown: 17,
  p90_hours_to_takedown: 100.8,
  share_by_day: shares(0.886, 1),
  median_hours_to_any_decision: 18.4,
  came_back: [
    { days: 7, back: 210, watched: 7400, share: 210 / 7400 },
    { days: 30, back: 483, watched: 7102, share: 483 / 7102 },
  ],
  backlog: {
    open: 373,
    more_asked: 28,
    by_age: [
      { over_days: 0, to_days: 7, items: 190 },
      { over_days: 7, to_days: 30, items: 120 },
      { over_days: 30, to_days: 90, items: 60 },
      { over_days: 90, to_days: null, items: 3 },
    ],
    median_days: 6.8,
    oldest_days: 112.4,
  },
  by_platform: [
    part("tiktok", [3606, 3306, 18, 88, 61, 12, 103, 18], 9),
    part("facebook", [2371, 2131, 20, 121, 25, 8, 60, 6], 21),
    part("x", [1054, 846, 12, 140, 6, 4, 44, 2], 74),
    part("telegram", [1048, 842, 4, 51, 9, 3, 136, 3], 110),
    part("youtube", [612, 575, 2, 22, 4, 1, 8, 0], 14),
    part("snapchat", [96, 88, 0, 3, 2, 0, 3, 0], 12),
  ],
  by_month: MONTHS.map(([month, taken, before]) => ({
    month,
    taken_down: taken,
    confirmed: taken - 32,
    inferred: 32,
    year_before: before,
    referred: taken + 60,
  })),
  by_cut: null,
};

const frozen: FrozenFigureView = {
  id: "0190a000-0000-7000-8f00-000000000001",
  name: "Annual report 2025",
  request: {
    unit: "account",
    from: "2025-12-01",
    to: "2026-11-30",
    as_at: "2026-11-23T09:00:00Z",
    with_imported: true,
    cut: null,
  },
  definitions: "2026-11",
  seq: 41_210,
  rows: 15_904,
  rows_sha256: "0".repeat(64),
  taken_down: 8014,
  previous: 5600,
  referred: 8787,
  said: "more than 8,000, up more than 40 %",
  by: "Made-up officer",
  at: "2026-11-23T09:05:00Z",
  is_signed: true,
};

/** What the core answers about figures. */
export const outcomeAnswers: Partial<Commands> = {
  ...figureAnswers(figures),
  frozenFigures: async () => [frozen],
  freezeFigure: async (request) => ({ ...frozen, name: request.name }),
  rederiveFigure: async () => ({
    figure: frozen,
    is_equal: false,
    are_rows_equal: false,
    definitions_now: "2026-11",
    changed: [{ field: "taken_down", frozen: "8014", now: "8013" }],
    taken_back: 2,
    without: [{ field: "referred", frozen: "9040", now: "9039" }],
  }),
  statisticsUnits: async () => ["account", "page", "post"],
  statistics: async (request) => ({
    ...figures,
    unit: request.unit,
    by_cut:
      request.cut === null
        ? null
        : {
            cut: request.cut,
            more_than_once: 0,
            parts: [part("voluntary", [8787, 7788, 56, 425, 107, 28, 345, 29], 17)],
          },
  }),
};
