/** One draft and the acts on it. Edits go to the core one after another, so that answers arrive in order. */
import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { createContext, useCallback, useContext, useRef } from "react";
import { type ReferralView, useHost } from "../../host";
import type { HeadField, ItemField } from "./requirements";

/** Changes one field of the draft, or of one item of it. */
export type Edit = (field: HeadField | ItemField, value: string, item?: string) => Promise<void>;

const EditContext = createContext<Edit | null>(null);

/** Gives the edit of the open draft to its fields. */
export const EditProvider = EditContext.Provider;

/** The edit of the open draft. */
export function useEdit(): Edit {
  const edit = useContext(EditContext);
  if (edit === null) throw new Error("useEdit outside an EditProvider");
  return edit;
}

/** The draft, fresh after every change of the case. */
export function useReferral(id: string): UseQueryResult<ReferralView> {
  const host = useHost();
  return useQuery({ queryKey: ["referral", id], queryFn: () => host.commands.referral(id) });
}

/** The edit of one draft. */
export function useEditOf(id: string): Edit {
  const host = useHost();
  const client = useQueryClient();
  const last = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (field, value, item) => {
      const request = { referral: id, item: item ?? null, field, value };
      const done = last.current.then(async () => {
        const view = await host.commands.editReferral(request);
        await client.cancelQueries({ queryKey: ["referral", id] });
        client.setQueryData(["referral", id], view);
        void client.invalidateQueries({ queryKey: ["referrals"] });
      });
      last.current = done.catch(() => undefined);
      return done;
    },
    [host, client, id],
  );
}
