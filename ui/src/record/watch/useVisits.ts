import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useHost, type VisitsView, type WatchDoneView } from "../../host";
import { useToast } from "../../kit";
import { useActed } from "../RecordProvider";
import { w as record } from "../words";

/** Live visits to an account over all officers, and whether it is watched; asked anew when the record is. */
export function useVisits(account: string) {
  const host = useHost();
  return useQuery<VisitsView>({
    queryKey: ["account", account, "visits"],
    queryFn: () => host.commands.visits(account),
  });
}

/** Does something with the word on watching an account, says so, and offers to take it back. */
export function useWatching(account: string) {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const acted = useActed();
  return async (act: () => Promise<WatchDoneView>, text: string) => {
    acted(account);
    const { set } = await act();
    void client.invalidateQueries({ queryKey: ["account", account] });
    toast({
      text,
      tone: "ok",
      undo: async () => {
        const undone = await host.commands.undo(set);
        void client.invalidateQueries({ queryKey: ["account", account] });
        if (undone.kept > 0) toast({ text: record.undone(undone), tone: "warn" });
      },
    });
  };
}
