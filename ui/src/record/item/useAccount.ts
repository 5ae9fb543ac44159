import { useQuery } from "@tanstack/react-query";
import { type AccountView, type ExclusionView, useHost } from "../../host";

/** One account, all of it. Never another account's while this one is on its way. */
export function useAccount(id: string | null) {
  const host = useHost();
  return useQuery<AccountView>({
    queryKey: ["account", id],
    queryFn: () => host.commands.account(id ?? ""),
    enabled: id !== null,
  });
}

/** The "Could this be…?" lines; they do not change while a case is open. */
export function useExclusions() {
  const host = useHost();
  return useQuery<ExclusionView[]>({
    queryKey: ["exclusions"],
    queryFn: () => host.commands.exclusions(),
    staleTime: Number.POSITIVE_INFINITY,
  });
}
