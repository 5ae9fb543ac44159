/** Opening a submission for approval renders what would be sent, once, into sealed objects. */
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReferralView, useHost } from "../../../host";

/** How far the rendering is; asked for only where whoever is here may sign. */
export function useForApproval(referral: ReferralView): UseQueryResult<true> {
  const host = useHost();
  const client = useQueryClient();
  return useQuery({
    queryKey: ["for-approval", referral.id, referral.submission?.number ?? 0],
    queryFn: async (): Promise<true> => {
      const view = await host.commands.openForApproval(referral.id);
      client.setQueryData<ReferralView>(["referral", referral.id], (now) =>
        now === undefined ? view : { ...now, submission: view.submission },
      );
      return true;
    },
    enabled: referral.can_approve,
    gcTime: 0,
  });
}
