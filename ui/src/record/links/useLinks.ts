import { useQuery } from "@tanstack/react-query";
import { type LinkedView, type LinkReasonView, type LinksView, useHost } from "../../host";
import { w } from "./words";

/** What the account shares with others, asked when it is shown. */
export function useLinks(account: string) {
  const host = useHost();
  return useQuery<LinksView>({
    queryKey: ["account-links", account],
    queryFn: () => host.commands.accountLinks(account),
  });
}

/** The reasons of a link, each kind once: `same number, same text`. */
export function reasonWords(reasons: readonly LinkReasonView[]): string {
  return [...new Set(reasons.map((reason) => reason.said))].join(", ");
}

/** The reasons of a link, and what officers said of the two. */
export function allWords(link: LinkedView): string {
  const said = link.said.map(({ kind }) => w.saidShort[kind]);
  return [...said, reasonWords(link.reasons)].filter((words) => words !== "").join(", ");
}

/** True if nobody has decided about the account. */
export function isOpen(link: LinkedView): boolean {
  const { status } = link.account;
  return status === "new" || status === "in-review" || status === "second-look";
}
