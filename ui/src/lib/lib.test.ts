import { expect, test } from "vitest";
import { closeness } from "./fuzzy";
import { pieces } from "./hidden";
import { bytes, count, plural } from "./numbers";
import { readRoute, writeRoute } from "./route";
import { distance, instant, outside } from "./time";
import { catalogue, setLocale } from "./words";

const NOW = new Date("2026-11-23T10:00:00Z");

test("times_show_their_zone", () => {
  expect(instant("2026-11-19T15:02:00+01:00", "short", NOW)).toBe("19 Nov 14:02 UTC");
  expect(instant("2025-11-19T14:02:00Z", "short", NOW)).toBe("19 Nov 2025 14:02 UTC");
  expect(instant("2026-11-19T00:02:09Z", "full", NOW)).toBe("19 Nov 2026 00:02:09 UTC");
  expect(instant("nonsense", "short", NOW)).toBe("time not known");
});

test("a_day_shows_as_a_day_and_an_assumed_time_says_so", () => {
  const at = "2026-11-03T23:59:59Z";
  expect(outside({ at, precision: "day" }, NOW)).toBe("3 Nov 2026");
  expect(outside({ at, precision: "month" }, NOW)).toBe("Nov 2026");
  expect(outside({ at, precision: "unknown" }, NOW)).toBe("3 Nov 2026, assumed");
  expect(outside({ at, precision: "second" }, NOW)).toContain("UTC");
});

test("distances_say_their_side", () => {
  expect(distance("2026-11-23T08:00:00Z", NOW)).toBe("2 h ago");
  expect(distance("2026-11-23T16:00:00Z", NOW)).toBe("in 6 h");
  expect(distance("2026-11-19T10:00:00Z", NOW)).toBe("4 days ago");
});

test("hidden_characters_are_found_and_spelling_is_left_alone", () => {
  expect(pieces("90\u200b04")).toEqual([
    { kind: "text", text: "90" },
    { kind: "hidden", code: "U+200B", name: "zero width space" },
    { kind: "text", text: "04" },
  ]);
  expect(pieces("می\u200cخواهم")).toHaveLength(1);
  expect(pieces("👨\u200d👩\u200d👧")).toHaveLength(1);
  expect(pieces("🏴\u{e0067}\u{e0062}\u{e007f}")).toHaveLength(1);
  expect(pieces("a\u{e0067}b").map((piece) => piece.kind)).toEqual(["text", "hidden", "text"]);
  expect(pieces("abc\u202egnp.exe").some((piece) => piece.kind === "hidden")).toBe(true);
});

test("no_character_is_lost_when_text_is_cut", () => {
  const text = "a\u200b\u200b b\u2066ç\u2069\u00ad🚤";
  const again = pieces(text)
    .map((piece) =>
      piece.kind === "text"
        ? piece.text
        : String.fromCodePoint(Number.parseInt(piece.code.slice(2), 16)),
    )
    .join("");
  expect(again).toBe(text);
});

test("numbers_are_written_for_people", () => {
  expect(count(12_480)).toBe("12,480");
  expect(plural(1, "account", "accounts")).toBe("1 account");
  expect(bytes("3221225472")).toBe("3.2 GB");
  expect(bytes("12")).toBe("12 bytes");
});

test("a_place_survives_being_written_and_read", () => {
  const place = { area: "review", id: "a/b %", tab: "posts" } as const;
  expect(readRoute(writeRoute(place))).toEqual(place);
  expect(readRoute(null)).toEqual({ area: "today" });
  expect(readRoute("nowhere/1")).toEqual({ area: "today" });
  expect(readRoute("review/%E0%A4%A")).toEqual({ area: "review" });
});

test("what_is_typed_finds_the_nearest_words_first", () => {
  const lines = ["Lock the case", "Go to Colleagues", "Show all keys", "Go to Accounts"];
  const best = (typed: string) =>
    lines
      .map((line) => ({ line, score: closeness(typed, line) }))
      .filter((one) => one.score !== null)
      .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))[0]?.line;
  expect(best("lock")).toBe("Lock the case");
  expect(best("go acc")).toBe("Go to Accounts");
  expect(best("ltc")).toBe("Lock the case");
  expect(closeness("zzz", "Lock the case")).toBeNull();
});

test("a_locale_replaces_words_and_turns_the_layout_and_leaves_the_rest_english", () => {
  const words = catalogue("trial", {
    hello: "Hello",
    left: (n: number) => `${n} left`,
    in: { deep: "Deep" },
  });
  setLocale({ code: "ar", dir: "rtl", parts: { trial: { hello: "مرحبا", in: { deep: "عميق" } } } });
  expect(words.hello).toBe("مرحبا");
  expect(words.in.deep).toBe("عميق");
  expect(words.left(3)).toBe("3 left");
  expect(document.documentElement.dir).toBe("rtl");
  setLocale();
  expect(words.hello).toBe("Hello");
  expect(document.documentElement.dir).toBe("ltr");
});
