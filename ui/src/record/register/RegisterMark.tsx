import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountHitsView, type RegisterHitView, type RegisterList, useHost } from "../../host";
import { Pill } from "../../kit";
import { w } from "./words";

/** The register a line stands on, in a word. */
export function RegisterMark(props: { list: RegisterList | null }): ReactNode {
  if (props.list === null || props.list === "never-links") return null;
  return <Pill tone="warn">{w.lists[props.list]}</Pill>;
}

const NO_HITS: readonly RegisterHitView[] = [];

/** The register hits of accounts on screen, asked for at once. */
export function useRegisterHits(
  accounts: readonly string[],
): (account: string) => readonly RegisterHitView[] {
  const host = useHost();
  const query = useQuery<AccountHitsView[]>({
    queryKey: ["register-hits", ...accounts],
    queryFn: () => host.commands.registerHits([...accounts]),
    enabled: accounts.length > 0,
  });
  return (account) => query.data?.find((one) => one.account === account)?.hits ?? NO_HITS;
}
