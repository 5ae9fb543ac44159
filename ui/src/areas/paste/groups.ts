/** Pasted links by where they stand, in the order in which an officer needs them. */
import type { LinkGroup, LinkView } from "../../host";

/** The groups, what is done with first, what is new last but for what cannot be added. */
export const GROUPS: readonly LinkGroup[] = [
  "removed",
  "waiting",
  "declined",
  "protected",
  "ask-first",
  "looks-like",
  "already-referred",
  "short-link",
  "known",
  "new",
  "not-added",
];

/** The groups that have any link, each with its links in the order pasted. */
export function grouped(links: readonly LinkView[]): { group: LinkGroup; links: LinkView[] }[] {
  return GROUPS.map((group) => ({
    group,
    links: links.filter((link) => link.group === group),
  })).filter((one) => one.links.length > 0);
}
