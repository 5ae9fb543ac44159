/** Register hits as sentences; kept apart from what draws them. */
import type { RegisterHitView, RegisterList } from "../../host";
import { w } from "./words";

/** The lists an officer has to know of before anything is referred. */
export const WARNING_LISTS = ["protected", "ask-first", "already-referred"] as const;

/** Hits that ask for the officer's care; what never links says nothing about referring. */
export function warningHits(hits: readonly RegisterHitView[]): readonly RegisterHitView[] {
  return hits.filter((hit) => hit.list !== "never-links");
}

/** True where the account only looks like the entry, in other letters. */
export function isAlike(hit: RegisterHitView): boolean {
  return hit.matched_by === "look-alike";
}

/** Whose the entry is, and whom to ask. */
export function ownerOf(hit: RegisterHitView): string {
  const owner = hit.owner === null ? w.ownerNotSaid : `\u2068${hit.owner}\u2069`;
  return hit.contact === null ? owner : `${owner}, ${w.askLead} \u2068${hit.contact}\u2069`;
}

/** What the Refer line says of the strictest hit; nothing where there is none. */
export function referWords(hits: readonly RegisterHitView[]): string {
  const [first] = warningHits(hits);
  if (first === undefined) return "";
  if (isAlike(first)) return `${w.looksLike(w.lists[first.list])}: ${ownerOf(first)}.`;
  const words = w.referLine(w.lists[first.list], ownerOf(first));
  return first.list === "protected" ? `${words} ${w.referProtected}` : words;
}

/** The strictest list among the hits; one that only looks alike is on none. */
export function strictest(hits: readonly RegisterHitView[]): RegisterList | null {
  return warningHits(hits).find((hit) => !isAlike(hit))?.list ?? null;
}
