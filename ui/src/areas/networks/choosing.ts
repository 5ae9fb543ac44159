/** Which node of the graph is chosen, and where a key takes it. */
import type { Place, Places } from "./places";

/** The way an arrow points, on the sheet. */
export type Way = "left" | "right" | "up" | "down";

/** What an officer does to the choice. */
export type Choosing =
  | { readonly to: "node"; readonly id: string | null }
  | { readonly to: "way"; readonly way: Way }
  | { readonly to: "next" | "previous" | "first" | "last" };

/** What there is to choose from: accounts in the table's order, and where every node stands. */
export type Ground = { readonly accounts: readonly string[]; readonly places: Places };

const STEP: { readonly [W in Way]: Place } = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
};

/**
 * The choice after it. An arrow takes it to the nearest account in its direction and leaves it where
 * there is none; next and previous follow the table, so that every account is reached.
 */
export function chosenAfter(id: string | null, what: Choosing, ground: Ground): string | null {
  const { accounts } = ground;
  switch (what.to) {
    case "node":
      return what.id;
    case "way":
      return towards(id, what.way, ground);
    case "first":
      return accounts[0] ?? null;
    case "last":
      return accounts.at(-1) ?? null;
    case "next":
    case "previous": {
      const at = id === null ? -1 : accounts.indexOf(id);
      if (at < 0) return accounts[0] ?? null;
      return accounts[at + (what.to === "next" ? 1 : -1)] ?? id;
    }
  }
}

function towards(id: string | null, way: Way, ground: Ground): string | null {
  const from = id === null ? undefined : ground.places.get(id);
  if (from === undefined) return ground.accounts[0] ?? null;
  const step = STEP[way];
  let best: { id: string; far: number } | null = null;
  for (const one of ground.accounts) {
    const place = ground.places.get(one);
    if (one === id || place === undefined) continue;
    const along = (place.x - from.x) * step.x + (place.y - from.y) * step.y;
    const across = Math.abs((place.x - from.x) * step.y) + Math.abs((place.y - from.y) * step.x);
    // Within a quarter of the compass, and rather straight ahead than near.
    if (along <= 0 || across > along) continue;
    const far = along + 2 * across;
    if (best === null || far < best.far) best = { id: one, far };
  }
  return best?.id ?? id;
}

/** A key of the graph: what it chooses, or what else it does. */
export type GraphKey = Choosing | { readonly to: "open" | "closer" | "farther" | "fit" };

type Pressed = { readonly key: string; readonly code: string };

const BY_KEY: { readonly [key: string]: GraphKey } = {
  ArrowLeft: { to: "way", way: "left" },
  ArrowRight: { to: "way", way: "right" },
  ArrowUp: { to: "way", way: "up" },
  ArrowDown: { to: "way", way: "down" },
  Home: { to: "first" },
  End: { to: "last" },
  Enter: { to: "open" },
  "+": { to: "closer" },
  "=": { to: "closer" },
  "-": { to: "farther" },
  "0": { to: "fit" },
};

/** The same keys by their place, for layouts that write other signs there. */
const BY_PLACE: { readonly [code: string]: GraphKey } = {
  NumpadAdd: { to: "closer" },
  NumpadSubtract: { to: "farther" },
  Equal: { to: "closer" },
  Minus: { to: "farther" },
  Digit0: { to: "fit" },
  Numpad0: { to: "fit" },
};

/** What a press means in the graph; null for a key that is not the graph's. */
export function graphKey(pressed: Pressed): GraphKey | null {
  return BY_KEY[pressed.key] ?? BY_PLACE[pressed.code] ?? null;
}
