/** One key an item: what each key of a row enters, and how an item stands. */
import type { ItemEventView, ItemView, PlatformDecision } from "../../../host";

/** The keys of a row, in the order they are shown. */
export const KEYS: readonly { readonly place: string; readonly decision: PlatformDecision }[] = [
  { place: "KeyR", decision: "removed" },
  { place: "KeyS", decision: "suspended" },
  { place: "KeyL", decision: "limited" },
  { place: "KeyD", decision: "declined" },
  { place: "KeyN", decision: "not-found" },
  { place: "KeyM", decision: "more-asked" },
  { place: "KeyI", decision: "reinstated" },
];

/** The key that withdraws, and the one that enters what was seen. */
export const WITHDRAW = "KeyW";
export const LOOK = "KeyC";

/** A press as far as a row cares. */
type Pressed = { code: string; key: string; ctrlKey: boolean; altKey: boolean; metaKey: boolean };

/** The place of the key that was pressed: by its place, or by what it types where no place is told. */
export function placeOf(pressed: Pressed): string | null {
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  if (pressed.code !== "" && pressed.code !== "Unidentified") return pressed.code;
  return /^[a-z]$/i.test(pressed.key) ? `Key${pressed.key.toUpperCase()}` : null;
}

/** Decisions for which the platform gives a ground. */
export function asksGround(decision: PlatformDecision): boolean {
  return decision === "declined" || decision === "limited" || decision === "more-asked";
}

/** True for the words of the closed list. */
export function isDecision(value: string): value is PlatformDecision {
  return KEYS.some((key) => key.decision === value);
}

/** How an item stands: withdrawn outranks what the platform decided last. */
export function standOf(item: ItemView): {
  withdrawn: ItemEventView | null;
  decided: ItemEventView | null;
} {
  return {
    withdrawn: item.events.findLast((event) => event.kind === "withdrawn") ?? null,
    decided: item.events.findLast((event) => event.kind === "decided") ?? null,
  };
}

/** True if nothing more is awaited of it. */
export function isAnswered(item: ItemView): boolean {
  const { withdrawn, decided } = standOf(item);
  return withdrawn !== null || (decided !== null && decided.value !== "more-asked");
}

/** True if it was seen live after the platform took it down. */
function isBack(item: ItemView, decided: ItemEventView): boolean {
  const { seen } = item;
  if (seen === null || seen.value !== "live") return false;
  const isGone = decided.value === "removed" || decided.value === "suspended";
  return isGone && seen.happened.at > decided.happened.at;
}

/** True if it can be referred again: the platform left it standing, or it is live again after it was taken down. */
export function canGoAgain(item: ItemView): boolean {
  const { withdrawn, decided } = standOf(item);
  if (withdrawn === null && decided !== null && isBack(item, decided)) return true;
  const standing = ["declined", "not-found", "limited", "reinstated"];
  return withdrawn === null && decided !== null && standing.includes(decided.value);
}
