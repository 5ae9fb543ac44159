/** Made-up sums: every sign of the drawing that stands in a profile text. */
import type { AccountRow, AccountView } from "../../host";

/** The signs in the words of the drawing: where, kind, letter, meaning, weight. */
const SIGNS: readonly [string, string, string, string, number][] = [
  ["me gomone 🚤", "Transport", "T", "by dinghy", 5],
  ["Francë → Angli", "Route", "R", "France – England", 2],
  ["100% siguri", "Guarantee", "G", "100% safe", 4],
  ["nisje çdo ditë", "Schedule", "S", "departure every day", 4],
  ["£4,500", "Price", "P", "GBP 4500", 4],
  ["£3,000", "Price", "P", "GBP 3000 siblings", 1],
  ["+44 7700 900417", "Contact", "C", "", 4],
];

/** What the words of an account come to. */
export function sumOf(base: AccountRow): AccountView["sum"] {
  const bio = bioOf(base);
  const lines = SIGNS.filter(([quote]) => bio.includes(quote)).map(
    ([quote, title, letter, meaning, weight], n) => {
      const start = Array.from(bio.slice(0, bio.indexOf(quote))).length;
      return {
        field: "bio" as const,
        post: null,
        category: title.toLowerCase(),
        letter,
        title,
        quote,
        start,
        end: start + Array.from(quote).length,
        term: quote,
        meaning,
        language: "sq",
        rule: "lexicon/sq",
        version: "2026-11-27",
        needs_linguist: n === 0,
        weight,
        halves: n === 2 ? weight : weight * 2,
        is_capped: false,
        answer: n === 2 ? ("unsure" as const) : null,
      };
    },
  );
  return {
    halves: lines.reduce((sum, line) => sum + line.halves, 0),
    band: base.band,
    review_from: 10,
    priority_from: 16,
    has_offer: true,
    has_support: true,
    reasons: base.reasons,
    due: base.due,
    lines,
  };
}

/** The profile text of an account. */
export function bioOf(base: AccountRow): string {
  return base.label === "@udhetim_angli.24"
    ? "Udhëtim me gomone 🚤 Francë → Angli. 100% siguri, nisje çdo ditë. Çmimi £4,500, vëllezër £3,000. WhatsApp +44 7700 900417\u200b"
    : base.snippet;
}
