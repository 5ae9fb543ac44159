import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type CareView, useHost } from "../../host";

/** The key of this officer's own day. */
export const CARE_KEY = ["care"] as const;

/** What this officer opened today that bears a warning. Asked again often: it costs a row. */
export function useCare(): UseQueryResult<CareView> {
  const host = useHost();
  return useQuery({
    queryKey: CARE_KEY,
    queryFn: () => host.commands.care(),
    refetchInterval: 30_000,
  });
}
