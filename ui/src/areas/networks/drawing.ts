/** The drawing of a network: the only module that knows cytoscape, loaded when a graph is first looked at. */
import cytoscape, { type Core, type ElementDefinition } from "cytoscape";
import type { NetworkGraph } from "./graph";
import { type Inks, readInks } from "./inks";
import { type Place, placesOf } from "./places";
import { ARABIC_SIZE, LABEL_SIZE, RING, sheetOf } from "./sheet";

/** Where the nodes of an open network stand, and which of them an officer put there. */
export type Board = { readonly places: Map<string, Place>; readonly pinned: Set<string> };

/** What is drawn. */
export type Picture = {
  readonly graph: NetworkGraph;
  readonly elements: readonly ElementDefinition[];
  readonly board: Board;
};

/** What the drawing tells. */
export type Told = {
  readonly onChoose: (id: string | null) => void;
  readonly onOpen: (id: string) => void;
};

/** A drawing that is there. */
export type Drawing = {
  /** Draws these nodes and no others; all keep their places. */
  readonly show: (ids: ReadonlySet<string>) => void;
  /** Marks a node and what it hangs together with, and brings it into sight. */
  readonly choose: (id: string | null) => void;
  readonly zoomBy: (factor: number) => void;
  readonly fit: () => void;
  /** Reads the colours of the window again. */
  readonly recolour: () => void;
  readonly end: () => void;
};

/** Nodes up to which springs are worth their time: it grows with the square of the number. */
export const FEW = 120;

/** Nearer than this nothing more is to be read. */
const NEAREST = 2.5;

/** How much wider than high a graph is laid out. */
const WIDER = 1.5;

/** Values up to which their words keep their size when everything else grows small. */
const FEW_VALUES = 40;

/** Around what is fitted. */
const MARGIN = 28;

/**
 * What cytoscape calls the style element that it would add. The policy of the page forbids one without
 * a nonce; it adds none where something has this id, and our own sheet says what it would have said.
 */
const STYLE_ID = "__________cytoscape_stylesheet";

/** Draws the network into `where`, once its fonts are there. */
export async function draw(where: HTMLElement, picture: Picture, told: Told): Promise<Drawing> {
  where.id = STYLE_ID;
  const inks = readInks(where);
  await fontsFor(inks, picture);
  const cy = cytoscape({
    container: where,
    elements: [...picture.elements],
    style: sheetOf(inks),
    layout: { name: "null" },
    minZoom: 0.02,
    maxZoom: NEAREST,
    boxSelectionEnabled: false,
    autounselectify: true,
    // With very many nodes the picture of before is moved while panning, and drawn anew after it.
    textureOnViewport: picture.elements.length > 1_000,
  });
  arrange(cy, picture);
  listen(cy, picture.board, told);
  fitAll(cy);
  keepReadable(cy);
  return {
    show: (ids) =>
      cy.batch(() =>
        cy.nodes().forEach((node) => void node.toggleClass("out", !ids.has(node.id()))),
      ),
    choose: (id) => choose(cy, id),
    zoomBy: (factor) => zoomBy(cy, factor),
    fit: () => fitAll(cy),
    recolour: () => {
      cy.style(sheetOf(readInks(where)));
      keepReadable(cy);
    },
    end: () => cy.destroy(),
  };
}

/** Gives every node its place: the one it has, or by what it shares. The same network, the same places. */
export function arrange(cy: Core, picture: Pick<Picture, "graph" | "board">): void {
  const { places, pinned } = picture.board;
  const nodes = cy.nodes();
  const isKnown = nodes.toArray().every((node) => places.has(node.id()));
  const start = isKnown
    ? places
    : new Map([...placesOf(picture.graph), ...pinnedOf(picture.board)]);
  nodes.positions((node) => ({ ...(start.get(node.id()) ?? { x: 0, y: 0 }) }));
  if (!isKnown && nodes.length <= FEW) {
    const fixed = nodes.filter((node) => pinned.has(node.id()));
    fixed.lock();
    cy.layout({
      name: "cose",
      animate: false,
      // From where they stand: places drawn by lot would differ from one look to the next.
      randomize: false,
      fit: false,
      idealEdgeLength: () => 90,
      nodeRepulsion: () => 3_000,
      nodeOverlap: 8,
      gravity: 2,
      componentSpacing: 90,
    }).run();
    fixed.unlock();
    // Words are wider than high, and so is the window.
    nodes
      .difference(fixed)
      .positions((node) => ({ ...node.position(), x: node.position().x * WIDER }));
  }
  for (const node of nodes.toArray()) places.set(node.id(), { ...node.position() });
}

function pinnedOf(board: Board): [string, Place][] {
  return [...board.places].filter(([id]) => board.pinned.has(id));
}

function listen(cy: Core, board: Board, told: Told): void {
  cy.on("tap", (event) => told.onChoose(event.target === cy ? null : nodeId(event.target)));
  cy.on("dbltap", "node.account", (event) => told.onOpen(event.target.id()));
  cy.on("zoom", () => keepReadable(cy));
  cy.on("dragfree", "node", (event) => {
    board.places.set(event.target.id(), { ...event.target.position() });
    board.pinned.add(event.target.id());
  });
}

function nodeId(target: { isNode: () => boolean; id: () => string }): string | null {
  return target.isNode() ? target.id() : null;
}

function choose(cy: Core, id: string | null): void {
  const node = id === null ? cy.collection() : cy.getElementById(id);
  cy.batch(() => {
    cy.nodes(".chosen").removeStyle();
    cy.elements(".chosen, .near").removeClass("chosen near");
    node.addClass("chosen").neighborhood().addClass("near");
  });
  keepReadable(cy);
  if (node.nonempty() && !isInSight(cy, node.renderedBoundingBox())) cy.center(node);
}

/** The chosen node and what is shared can be read at any zoom, as long as the latter are few. */
function keepReadable(cy: Core): void {
  const values = cy.nodes(".value");
  const smaller = Math.min(1, cy.zoom());
  const kept = cy.nodes(".chosen").union(values.length <= FEW_VALUES ? values : cy.collection());
  cy.batch(() =>
    kept.forEach((node) => {
      const size = (node.hasClass("arabic") ? ARABIC_SIZE : LABEL_SIZE) / smaller;
      node.style("font-size", size);
      if (!node.hasClass("chosen")) return;
      node.style({ "outline-width": RING.width / smaller, "outline-offset": RING.gap / smaller });
    }),
  );
}

function isInSight(cy: Core, box: { x1: number; y1: number; x2: number; y2: number }): boolean {
  return box.x1 >= 0 && box.y1 >= 0 && box.x2 <= cy.width() && box.y2 <= cy.height();
}

function zoomBy(cy: Core, factor: number): void {
  const chosen = cy.nodes(".chosen").toArray()[0];
  const middle = { x: cy.width() / 2, y: cy.height() / 2 };
  cy.zoom({
    level: cy.zoom() * factor,
    renderedPosition: chosen?.renderedPosition() ?? middle,
  });
}

function fitAll(cy: Core): void {
  const shown = cy.nodes().not(".out");
  cy.fit(shown, MARGIN);
  // A handful of nodes is not blown up to fill the sheet.
  if (cy.zoom() > 1.2) {
    cy.zoom(1.2);
    cy.center(shown);
  }
}

/** A canvas draws with what fonts are loaded at that moment and does not draw again by itself. */
async function fontsFor(inks: Inks, picture: Picture): Promise<void> {
  const words = picture.elements.map(({ data }) => String(data.label ?? "")).join("");
  await Promise.allSettled(
    [inks.font, inks.arabic].flatMap((font) =>
      ["11px", "700 11px"].map((size) => document.fonts.load(`${size} ${font}`, words)),
    ),
  );
}
