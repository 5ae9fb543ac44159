import { expect, test } from "vitest";
import css from "./tokens.css?raw";

function theme(selector: string, from = 0): Map<string, string> {
  const start = css.indexOf(selector, from);
  const block = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? "", m[2] ?? ""]),
  );
}

function luminance(hex: string): number {
  const parts = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((v) =>
    v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly [ink: string, ground: string][] = [
  ...["ink", "ink-2", "ink-3"].flatMap((ink) =>
    ["bg", "surface", "sunken", "accent-soft"].map((ground): [string, string] => [ink, ground]),
  ),
  ["ink", "tint"],
  ["ink", "warn-soft"],
  ["ink", "danger-soft"],
  ["accent-ink", "surface"],
  ["accent-ink", "bg"],
  ["accent-ink", "accent-soft"],
  ["danger-ink", "surface"],
  ["danger-ink", "bg"],
  ["danger-ink", "danger-soft"],
  ["warn-ink", "surface"],
  ["warn-ink", "warn-soft"],
  ["ok-ink", "surface"],
  ["ok-ink", "ok-soft"],
  ["on-accent", "accent"],
  ["on-strong", "strong"],
  ["on-danger", "danger"],
  ["on-warn", "warn"],
  ["on-ok", "ok"],
  ["on-band", "band"],
  ["rail-ink", "rail"],
  ["rail-ink-2", "rail"],
  ["rail-ink-2", "rail-on"],
  ["rail-title", "rail-on"],
];

const CONTROLS: readonly [line: string, ground: string][] = [
  ["control", "surface"],
  ["control", "bg"],
  ["ring", "surface"],
  ["ring", "bg"],
  ["ring", "accent-soft"],
  ["accent", "surface"],
  ["accent", "accent-soft"],
  ["tint-line", "surface"],
];

const THEMES: readonly [name: string, selector: string][] = [
  ["light", '[data-theme="light"]'],
  ["dark", '\n[data-theme="dark"]'],
  ["contrast", '\n[data-theme="contrast"]'],
];

test.each(THEMES)("text_is_readable_on_every_ground_it_stands_on in %s", (_, selector) => {
  const colours = theme(selector);
  const poor = TEXT.map(([ink, ground]) => ({
    ink,
    ground,
    ratio: contrast(colours.get(ink) ?? "#000000", colours.get(ground) ?? "#000000"),
  })).filter(({ ratio }) => ratio < 4.5);
  expect(poor).toEqual([]);
});

test.each(THEMES)("controls_and_focus_can_be_seen in %s", (_, selector) => {
  const colours = theme(selector);
  const poor = CONTROLS.map(([line, ground]) => ({
    line,
    ground,
    ratio: contrast(colours.get(line) ?? "#000000", colours.get(ground) ?? "#000000"),
  })).filter(({ ratio }) => ratio < 3);
  expect(poor).toEqual([]);
});

test.each([
  ["dark", "(prefers-color-scheme: dark)"],
  ["contrast", "(prefers-contrast: more)"],
])("%s_by_the_computer_is_the_same_by_choice", (name, query) => {
  const byComputer = theme(":root:not([data-theme])", css.indexOf(query));
  expect(byComputer.size).toBeGreaterThan(30);
  expect(byComputer).toEqual(theme(`\n[data-theme="${name}"]`));
});
