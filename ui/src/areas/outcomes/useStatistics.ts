import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type StatsRequest, type StatsView, useHost } from "../../host";

/** The figures that are asked for; nothing is asked while `request` is null. The figures before stay until then. */
export function useStatistics(request: StatsRequest | null): UseQueryResult<StatsView> {
  const host = useHost();
  return useQuery({
    queryKey: ["statistics", request],
    queryFn: () => {
      if (request === null) throw new Error("no figures are asked for");
      return host.commands.statistics(request);
    },
    enabled: request !== null,
    placeholderData: (before) => before,
  });
}
