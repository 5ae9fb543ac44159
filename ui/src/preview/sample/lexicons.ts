/** Made-up lexicons and bands: what is changed stands, and two accounts move when scored again. */
import type { Commands, ErrorView, LexiconView, MovesView, TermView } from "../../host";
import { hours } from "./base";

type Word = readonly [term: string, category: string, meaning: string, weight: number];

const CATEGORIES = [
  ["transport", "T", "Transport: boat, lorry, car, plane, and the offer of passage", 8],
  ["route", "R", "Route and places", 4],
  ["schedule", "S", "Schedule: tonight, every day, a date", 6],
  ["guarantee", "G", "Guarantee and safety", 6],
  ["payment", "V", "Payment: on arrival, hawala, money held by a third", 7],
  ["documents", "D", "Documents: passports, visas, permits", 9],
  ["against", "−", "Against: news, rescue, charity, court, own story, question, travel agent", 14],
] as const;

const WORDS: { readonly [language: string]: readonly Word[] } = {
  sq: [
    ["me gomone", "transport", "in a rubber boat", 4],
    ["gomone", "transport", "rubber boat", 3],
    ["nisje çdo ditë", "schedule", "departure every day", 5],
    ["100% siguri", "guarantee", "100% safe", 4],
    ["pagesa në mbërritje", "payment", "payment on arrival", 6],
    ["rruga e kamionit", "route", "the lorry route", 3],
    ["sipas gazetës", "against", "according to the newspaper", -4],
  ],
  ar: [
    ["قارب مطاطي", "transport", "rubber boat", 3],
    ["رحلة مضمونة", "guarantee", "guaranteed journey", 5],
    ["الدفع عند الوصول", "payment", "payment on arrival", 6],
  ],
  ckb: [
    ["بە بەلەم", "transport", "by boat", 4],
    ["بەلەمی خێرا", "transport", "fast boat", 4],
    ["ڕێگای بەریتانیا", "route", "the way to Britain", 3],
    ["ڕێگای سەلامەت لە فەڕەنساوە بۆ بەریتانیا بە بەلەمی خێرا", "route", "safe way to Britain", 5],
    ["پارە دوای گەیشتن", "payment", "money after arrival", 6],
  ],
  mul: [["🚤", "transport", "motor boat", 1]],
};

const NAMES: { readonly [language: string]: string } = {
  sq: "Albanian",
  ar: "Arabic",
  ckb: "Kurdish, Sorani",
  mul: "Signs of no language",
};

function termOf([term, category, meaning, weight]: Word, n: number): TermView {
  const isPublished = n % 3 === 0;
  return {
    term,
    category,
    meaning,
    weight,
    source: isPublished ? "https://news.example/lajme/gomone-dhe-kamione" : "to validate",
    date: "2026-11-27",
    reviewer: n % 3 === 1 ? "L. Linguist" : "",
    needs_linguist: n % 3 === 2,
  };
}

function begin(language: string): TermView[] {
  const terms = (WORDS[language] ?? []).map(termOf);
  if (language !== "sq") return terms;
  const more = Array.from({ length: 380 }, (_, n) =>
    termOf([`fjalë e sajuar ${n + 1}*`, "route", `made-up word ${n + 1}`, 1 + (n % 5)], n),
  );
  return [...terms, ...more];
}

const terms = new Map(Object.keys(WORDS).map((language) => [language, begin(language)]));
const own = new Map<string, number>();
let bands: [number, number] = [10, 16];
let noActionDays = 90;
let isLevel = true;

const moves: MovesView = {
  scored: 12_480,
  up: 1,
  down: 1,
  moved: [
    {
      account: "0190a000-0000-7000-8000-000000000001",
      label: "channel_route_safe",
      from: "review",
      to: "priority",
    },
    {
      account: "0190a000-0000-7000-8000-000000000002",
      label: "@udhetim_angli.24",
      from: "review",
      to: "low",
    },
  ],
};

function view(language: string): LexiconView {
  const all = terms.get(language) ?? [];
  const number = own.get(language);
  return {
    language,
    name: NAMES[language] ?? language,
    version: number === undefined ? "2026-11-27" : `2026-11-28.${number}`,
    terms: all.length,
    unchecked: all.filter((term) => term.needs_linguist).length,
    is_own: number !== undefined,
    officer: number === undefined ? null : "4417",
    at: number === undefined ? null : hours(0),
  };
}

function put(language: string, next: TermView[]): void {
  terms.set(language, next);
  own.set(language, (own.get(language) ?? 0) + 1);
  isLevel = false;
}

function invalid(message: string): ErrorView {
  return { code: "invalid", message, rule: null, missing: [], incident: "" };
}

const decided = (n: number) => ({
  refer: n,
  hold: n % 3,
  no_action: 21 - 2 * n,
  gone: Math.floor(n / 2),
  left_standing: n % 2,
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

/** Answers about what the case scores with. */
export const lexiconAnswers: Partial<Commands> = {
  lexicons: async () => [...terms.keys()].map(view),
  lexiconTerms: async (language) => terms.get(language) ?? [],
  changeLexicon: async ({ language, changes }) => {
    let next = terms.get(language) ?? [];
    for (const { before, after } of changes) {
      if (before === null) next = after === null ? next : [...next, after];
      else next = next.flatMap((one) => (one.term !== before ? [one] : after ? [after] : []));
    }
    put(language, next);
    return null;
  },
  resetLexicon: async (language) => {
    terms.set(language, begin(language));
    isLevel = !own.delete(language);
    return !isLevel;
  },
  previewLexicon: async () => ({
    file_name: "lexicon-sq.csv",
    version: "2026-11-28",
    faults: [],
    added: 3,
    changed: 2,
    removed: 1,
    unchanged: 384,
    is_taken: false,
  }),
  takeLexicon: async (language) => {
    put(language, [...(terms.get(language) ?? [])].slice(1));
    const counts = { added: 3, changed: 2, removed: 1, unchanged: 384 };
    return {
      file_name: "lexicon-sq.csv",
      version: "2026-11-28",
      faults: [],
      ...counts,
      is_taken: true,
    };
  },
  saveLexicon: async () => null,
  scoring: async () => ({
    review_from: bands[0],
    priority_from: bands[1],
    come_with: [10, 16],
    no_action_days: noActionDays,
    no_action_days_come_with: 90,
    is_level: isLevel,
    categories: CATEGORIES.map(([code, letter, name, cap]) => ({ code, letter, name, cap })),
  }),
  setBands: async (review, priority) => {
    if (review < 1 || priority <= review || priority > 200) {
      throw invalid("Review must begin at 1 point or more, and priority above it, at 200 at most.");
    }
    bands = [review, priority];
    isLevel = false;
    return null;
  },
  setNoActionDays: async (days) => {
    if (days < 1 || days > 3650) throw invalid("Between 1 day and 3650 days.");
    noActionDays = days;
    return null;
  },
  calibration: async () => ({
    bands: [
      {
        band: "priority",
        decided: { gone: 38, left_standing: 9, refer: 61, hold: 9, no_action: 14 },
      },
      {
        band: "review",
        decided: { gone: 11, left_standing: 6, refer: 22, hold: 18, no_action: 57 },
      },
      { band: "low", decided: { gone: 0, left_standing: 1, refer: 1, hold: 0, no_action: 3 } },
    ],
    terms: [...terms]
      .flatMap(([language, all]) =>
        all
          .slice(0, 9)
          .map(({ term, category }, n) => ({ language, term, category, decided: decided(n) })),
      )
      .sort((one, other) => other.decided.no_action - one.decided.no_action),
  }),
  scoreAnew: async () => {
    await pause(3000);
    isLevel = true;
    return moves;
  },
};
