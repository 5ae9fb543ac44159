/** The colours and fonts of the window, for what is drawn on a canvas, which no style sheet reaches. */

/** Colours and fonts by what they are for. */
export type Inks = {
  readonly ground: string;
  readonly ink: string;
  readonly line: string;
  readonly accent: string;
  readonly soft: string;
  readonly warn: string;
  readonly ok: string;
  readonly danger: string;
  readonly ring: string;
  readonly font: string;
  readonly arabic: string;
};

const TOKENS: { readonly [K in keyof Inks]: string } = {
  ground: "--surface",
  ink: "--ink",
  line: "--control",
  accent: "--accent",
  soft: "--accent-soft",
  warn: "--warn",
  ok: "--ok",
  danger: "--danger",
  ring: "--ring",
  font: "--font",
  arabic: "--font-arabic",
};

/** The tokens as they are at this moment, where `element` stands. */
export function readInks(element: Element): Inks {
  const style = getComputedStyle(element);
  const read = (name: keyof Inks) =>
    style.getPropertyValue(TOKENS[name]).replace(/\s+/g, " ").trim();
  return {
    ground: read("ground"),
    ink: read("ink"),
    line: read("line"),
    accent: read("accent"),
    soft: read("soft"),
    warn: read("warn"),
    ok: read("ok"),
    danger: read("danger"),
    ring: read("ring"),
    font: read("font"),
    arabic: read("arabic"),
  };
}

const BY_COMPUTER = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)"];

/** Tells when the colours change, by the officer's choice or the computer's; the answer ends it. */
export function onInksChanged(tell: () => void): () => void {
  const root = new MutationObserver(tell);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  const queries = BY_COMPUTER.map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener("change", tell);
  return () => {
    root.disconnect();
    for (const query of queries) query.removeEventListener("change", tell);
  };
}
