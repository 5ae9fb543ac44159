/** Lists of referrals by where they stand, and acts on one. */
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReferralRow, type ReferralState, type ReferralView, useHost } from "../../host";
import { useCommand } from "../../kit";
import { type AreaName, useRoute } from "../../lib/route";
import { useBusy } from "../../record/useBusy";

/** Referrals that stand in one of these states, in the order the states are given. */
export function useRows(states: readonly ReferralState[]): UseQueryResult<ReferralRow[]> {
  const host = useHost();
  return useQuery({
    queryKey: ["referrals", ...states],
    queryFn: async () => {
      const lists = await Promise.all(states.map((state) => host.commands.listReferrals(state)));
      return lists.flat();
    },
  });
}

/** `j` and `k` go along a list of referrals. */
export function useStepping(
  rows: readonly ReferralRow[],
  current: string | null,
  area: AreaName,
): void {
  const { go } = useRoute();
  const at = rows.findIndex((row) => row.id === current);
  const step = (by: 1 | -1) => {
    const next = rows[at < 0 ? 0 : at + by];
    if (next !== undefined) go({ area, id: next.id }, { replace: true });
  };
  useCommand("next", () => step(1), at < rows.length - 1);
  useCommand("previous", () => step(-1), at > 0);
}

/** Does something to a referral and shows what came of it; one act at a time. `error` is in words. */
export function useActs(): {
  act: (work: () => Promise<ReferralView>) => Promise<void>;
  isBusy: boolean;
  error: string | null;
  clear: () => void;
} {
  const client = useQueryClient();
  const { isBusy, error, run, clear } = useBusy();
  const act = (work: () => Promise<ReferralView>) =>
    run(async () => {
      const view = await work();
      await client.cancelQueries({ queryKey: ["referral", view.id] });
      client.setQueryData(["referral", view.id], view);
      for (const key of ["referrals", "today", "area-counts"]) {
        void client.invalidateQueries({ queryKey: [key] });
      }
    });
  return { act, isBusy, error, clear };
}
