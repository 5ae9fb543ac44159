/** Characters that cannot be seen or that turn the direction of text: what each is called. */
const NAMES: { readonly [code: number]: string } = {
  173: "soft hyphen",
  847: "grapheme joiner",
  1564: "Arabic letter mark",
  4447: "Hangul filler",
  4448: "Hangul filler",
  6068: "Khmer vowel, invisible",
  6069: "Khmer vowel, invisible",
  6158: "Mongolian vowel separator",
  8203: "zero width space",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "end of embedding",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8289: "function application",
  8290: "invisible times",
  8291: "invisible separator",
  8292: "invisible plus",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "end of isolate",
  12644: "Hangul filler",
  65279: "byte order mark",
  65440: "Hangul filler",
};

/** A stretch of people's text: words to show, or one character nobody can see. */
export type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "hidden"; readonly code: string; readonly name: string };

function nameOf(code: number): string | null {
  const known = NAMES[code];
  if (known) return known;
  if (code >= 0xe0000 && code <= 0xe007f) return "tag character";
  if ((code < 0x20 && code !== 0x0a && code !== 0x09 && code !== 0x0d) || code === 0x7f)
    return "control";
  if (code >= 0x80 && code <= 0x9f) return "control";
  return null;
}

/** How a character is written for people: U+200B. */
export function codePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}

const FLAG_BASE = 0x1f3f4;

/**
 * Cuts text at hidden characters. The joiners U+200C and U+200D are kept in the words: Persian,
 * Kurdish and many pictures are spelt with them. Tag characters right after a black flag spell a
 * flag and are kept too.
 */
export function pieces(text: string): Piece[] {
  const out: Piece[] = [];
  let run = "";
  let inFlag = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const isTag = code >= 0xe0000 && code <= 0xe007f;
    inFlag = code === FLAG_BASE || (inFlag && isTag);
    const name = inFlag ? null : nameOf(code);
    if (name === null) {
      run += char;
      continue;
    }
    if (run) out.push({ kind: "text", text: run });
    run = "";
    out.push({ kind: "hidden", code: codePoint(code), name });
  }
  if (run) out.push({ kind: "text", text: run });
  return out;
}
