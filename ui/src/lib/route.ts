/** Where the officer is. Kept in memory only: no address bar, no history on disk. */
import { useSyncExternalStore } from "react";

/** The areas of the rail. */
export const AREAS = [
  "today",
  "review",
  "accounts",
  "evidence",
  "networks",
  "drafts",
  "to-approve",
  "sent",
  "rechecks",
  "outcomes",
  "colleagues",
  "audit",
  "settings",
] as const;

/** One area of the rail. */
export type AreaName = (typeof AREAS)[number];

/** A place in the window: the area, the record that is open, and its tab. */
export type Route = { readonly area: AreaName; readonly id?: string; readonly tab?: string };

const START: Route = { area: "today" };
let route: Route = START;
let past: Route[] = [];
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Goes to a place. `replace` leaves no step to go back to, as when stepping through a list. */
export function go(to: Route, how?: { replace?: boolean }): void {
  if (!how?.replace && to.area !== route.area) past = [...past.slice(-49), route];
  route = to;
  tell();
}

/** Goes to the area before; false if there is none. */
export function goBack(): boolean {
  const to = past.at(-1);
  if (!to) return false;
  past = past.slice(0, -1);
  route = to;
  tell();
  return true;
}

/** Forgets every place, as when the case locks. */
export function resetRoute(to: Route = START): void {
  route = to;
  past = [];
  tell();
}

/** The place the window is at. */
export function currentRoute(): Route {
  return route;
}

/** The place, as the text that is kept as screen state. */
export function writeRoute(value: Route): string {
  return [value.area, value.id ?? "", value.tab ?? ""].map(encodeURIComponent).join("/");
}

/** Reads what `writeRoute` wrote; anything else leads to Today. */
export function readRoute(text: string | null | undefined): Route {
  const [area, id, tab] = (text ?? "").split("/").map((part) => {
    try {
      return decodeURIComponent(part);
    } catch {
      return "";
    }
  });
  const known = AREAS.find((name) => name === area);
  if (!known) return START;
  return { area: known, ...(id ? { id } : {}), ...(tab ? { tab } : {}) };
}

/** The place the window is at, and the ways to leave it. */
export function useRoute(): { route: Route; go: typeof go; goBack: typeof goBack } {
  const value = useSyncExternalStore(subscribe, currentRoute);
  return { route: value, go, goBack };
}
