/** How nodes and edges look. Status is a border and words, a kind of node is a shape: never colour alone. */
import type { NodeSingular, StylesheetJson } from "cytoscape";
import type { Mark } from "./elements";
import type { Inks } from "./inks";

type Border = { readonly style: string; readonly width: number; readonly ink: keyof Inks };

const BORDERS: { readonly [M in Mark]: Border } = {
  open: { style: "solid", width: 2, ink: "line" },
  look: { style: "double", width: 6, ink: "warn" },
  held: { style: "dashed", width: 2, ink: "line" },
  going: { style: "solid", width: 4, ink: "accent" },
  done: { style: "dotted", width: 3, ink: "ok" },
  danger: { style: "double", width: 8, ink: "danger" },
};

/** Size of the words under a node. */
export const LABEL_SIZE = 11;

/** The same in Arabic script: marks above and below the letters want more room than Latin does. */
export const ARABIC_SIZE = 12.5;

/** The ring around the chosen node. */
export const RING = { width: 4, gap: 3 };

/** The look of the graph in these colours. */
export function sheetOf(inks: Inks): StylesheetJson {
  return [...nodes(inks), ...marks(inks), ...edges(inks), ...states(inks)];
}

function nodes(inks: Inks): StylesheetJson {
  const badges = new Map<string, string>();
  const badge = (node: NodeSingular) => {
    const letters = String(node.data("letters"));
    const known = badges.get(letters) ?? badgeOf(letters, inks.ink);
    badges.set(letters, known);
    return known;
  };
  return [
    {
      selector: "node",
      style: {
        label: "data(label)",
        color: inks.ink,
        "font-family": inks.font,
        "font-size": LABEL_SIZE,
        "line-height": 1.3,
        "text-wrap": "wrap",
        "text-valign": "bottom",
        "text-margin-y": 4,
        "text-background-color": inks.ground,
        "text-background-opacity": 0.85,
        "text-background-padding": "1px",
        "min-zoomed-font-size": 7,
      },
    },
    {
      selector: "node.account",
      style: {
        shape: "round-rectangle",
        width: 36,
        height: 36,
        "background-color": inks.ground,
        "background-image": badge,
        "background-fit": "contain",
        "z-index": 2,
      },
    },
    {
      selector: "node.value",
      style: {
        shape: "ellipse",
        width: "data(size)",
        height: "data(size)",
        "background-color": inks.soft,
        "border-color": inks.accent,
        "border-width": 1.5,
        "z-index": 3,
      },
    },
    {
      selector: "node.arabic",
      style: { "font-family": inks.arabic, "font-size": ARABIC_SIZE, "line-height": 1.5 },
    },
  ];
}

function marks(inks: Inks): StylesheetJson {
  return Object.entries(BORDERS).map(([mark, border]) => ({
    selector: `node.mark-${mark}`,
    style: {
      "border-style": border.style as "solid",
      "border-width": border.width,
      "border-color": inks[border.ink],
    },
  }));
}

function edges(inks: Inks): StylesheetJson {
  return [
    {
      selector: "edge",
      style: {
        width: 1,
        "line-color": inks.line,
        "line-opacity": 0.7,
        "curve-style": "haystack",
        "haystack-radius": 0,
      },
    },
  ];
}

function states(inks: Inks): StylesheetJson {
  return [
    { selector: ".out", style: { display: "none" } },
    { selector: "edge.near", style: { width: 3, "line-color": inks.accent, "line-opacity": 1 } },
    {
      selector: "node.near, node.chosen",
      style: { "font-weight": 700, "min-zoomed-font-size": 0, "z-index": 4 },
    },
    {
      selector: "node.chosen",
      style: {
        "outline-width": RING.width,
        "outline-offset": RING.gap,
        "outline-color": inks.ring,
        "outline-opacity": 1,
        "z-index": 5,
      },
    },
  ];
}

/** The platform's letters as a picture: a node has one label, and that is its name. */
function badgeOf(letters: string, ink: string): string {
  const safe = letters.replace(/[^\p{L}\p{N}]/gu, "");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="60" viewBox="0 0 30 30"><text x="15" y="19.5" text-anchor="middle" font-family="sans-serif" font-weight="700" font-size="12" fill="${ink}">${safe}</text></svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
}
