import type { PersonRole } from "../../host";

/** Every role, in the order it is offered. */
export const ROLES = [
  "suspect",
  "witness",
  "victim",
  "child",
  "third-party",
  "unknown",
] as const satisfies readonly PersonRole[];

/** True for those who leave lists, networks and exports. */
export function isKeptApart(role: PersonRole): boolean {
  return role === "victim" || role === "child" || role === "third-party";
}

/** True for those who are never referred. */
export function isNeverReferred(role: PersonRole): role is "victim" | "child" {
  return role === "victim" || role === "child";
}
