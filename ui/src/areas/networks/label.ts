/** People's text as a canvas can draw it: one line, nothing hidden in it, its direction its own. */
import { pieces } from "../../lib/hidden";
import type { SharedValue } from "./graph";
import { w } from "./words";

/** Signs of a label before it is cut. */
const LONGEST = 24;

const FIRST_STRONG = "\u2068";
const POP = "\u2069";

/**
 * One line of people's text for the canvas: characters nobody can see stand as their code, it is cut
 * at whole characters, and isolated so that it does not turn the words around it.
 */
export function drawn(text: string, longest = LONGEST): string {
  const visible = pieces(text)
    .map((piece) => (piece.kind === "text" ? piece.text : `[${piece.code}]`))
    .join("")
    .replace(/\s+/g, " ")
    .trim();
  const signs = [...new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(visible)];
  const cut = signs.length <= longest ? signs : signs.slice(0, longest - 1);
  const end = signs.length <= longest ? "" : "…";
  return `${FIRST_STRONG}${cut.map(({ segment }) => segment).join("")}${end}${POP}`;
}

/** What a shared thing is, in a word: `number`, `text 2`. */
export function kindWords(value: SharedValue): string {
  const kind = w.one[value.kind];
  return value.ordinal > 0 ? w.nth(kind, value.ordinal) : kind;
}
