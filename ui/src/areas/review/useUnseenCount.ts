import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useHost } from "../../host";
import type { ListQuestion } from "../../record/list/useAccountList";

/**
 * Accounts of the queue this officer has not opened, by their own screen state; null until it is known. Asked again
 * with every account that is opened.
 */
export function useUnseenCount(question: ListQuestion, id: string | null): number | null {
  const host = useHost();
  const asked = { ...question, only_unseen: true, offset: 0, limit: 0 };
  const answer = useQuery({
    queryKey: ["accounts", asked, "unseen", id],
    queryFn: async () => (await host.commands.listAccounts(asked)).total,
    placeholderData: keepPreviousData,
    refetchInterval: 30_000,
  });
  return answer.data ?? null;
}
