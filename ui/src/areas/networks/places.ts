/** Where the nodes of a network stand before anything moves them: the same network, the same places. */
import type { NetworkGraph, SharedValue } from "./graph";

/** A place on the sheet. */
export type Place = { readonly x: number; readonly y: number };

/** Places by the id of the node. */
export type Places = ReadonlyMap<string, Place>;

/** Room for a node with the two lines under it. */
const CELL = { width: 150, height: 84 };

/** The angle that fills a disc evenly, whatever the number of points. */
const TURN = Math.PI * (3 - Math.sqrt(5));

/** Between two groups. */
const GAP = 70;

type Group = { readonly centre: string | null; readonly around: string[] };

/**
 * Groups every account with the value most accounts share, and puts the groups in rows, the largest
 * first. It takes time in proportion to the nodes and edges, so thousands are no matter.
 */
export function placesOf(graph: NetworkGraph): Map<string, Place> {
  const groups = groupsOf(graph);
  const discs = groups.map((group) => ({ group, radius: radiusOf(group) }));
  const area = discs.reduce((sum, { radius }) => sum + (2 * radius + GAP) ** 2, 0);
  // A sheet somewhat wider than high, as the window is.
  const width = Math.max(Math.sqrt(area * 1.6), ...discs.map(({ radius }) => 2 * radius));
  const places = new Map<string, Place>();
  let [x, y, high] = [0, 0, 0];
  for (const { group, radius } of discs) {
    if (x > 0 && x + 2 * radius > width) [x, y, high] = [0, y + high + GAP, 0];
    put(places, group, { x: x + radius, y: y + radius });
    x += 2 * radius + GAP;
    high = Math.max(high, 2 * radius);
  }
  return places;
}

function groupsOf(graph: NetworkGraph): Group[] {
  const ranked = [...graph.values].sort(
    (a, b) => b.bearers.length - a.bearers.length || (a.id < b.id ? -1 : 1),
  );
  const home = new Map<string, Group>();
  const groups: Group[] = [];
  const lesser: SharedValue[] = [];
  for (const value of ranked) {
    const free = value.bearers.filter((id) => !home.has(id));
    // One that brings nobody new stands beside somebody who bears it.
    if (free.length < 2 && value.bearers.some((id) => home.has(id))) {
      lesser.push(value);
      continue;
    }
    const group = { centre: value.id, around: [...free] };
    for (const id of free) home.set(id, group);
    groups.push(group);
  }
  for (const value of lesser) {
    const group = value.bearers.map((id) => home.get(id)).find((one) => one !== undefined);
    group?.around.push(value.id);
    for (const id of value.bearers) {
      if (home.has(id) || group === undefined) continue;
      home.set(id, group);
      group.around.push(id);
    }
  }
  const alone = graph.accounts.filter(({ id }) => !home.has(id)).map(({ id }) => id);
  return alone.length > 0 ? [...groups, { centre: null, around: alone }] : groups;
}

function radiusOf(group: Group): number {
  return reach(group.around.length) + CELL.width / 2;
}

/** How far from the centre the n-th stands: every one has the room of a cell. */
function reach(n: number): number {
  return Math.sqrt((n + 1) * CELL.width * CELL.height * 0.42) + (n > 0 ? 30 : 0);
}

function put(places: Map<string, Place>, group: Group, at: Place): void {
  if (group.centre !== null) places.set(group.centre, at);
  group.around.forEach((id, n) => {
    const far = reach(n + 1);
    const angle = n * TURN;
    places.set(id, { x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) });
  });
}
