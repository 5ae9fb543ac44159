/** Entering an area of referrals: something is open at once, and the list has the focus, so that the keyboard goes on. */
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef } from "react";
import type { ReferralRow } from "../../host";
import { useRoom } from "../../kit";
import { type AreaName, useRoute } from "../../lib/route";

/** What was opened by entering, and whether its card had the focus since. */
let entered: { id: string; isFresh: boolean } | null = null;

/**
 * On entering the area: where the officer was last, else the first of the list. It is opened as if chosen. Where only one
 * pane fits, the list stays. Whoever leaves the item afterwards is not led back to it.
 */
export function useEntry(
  area: AreaName,
  rows: readonly Pick<ReferralRow, "id">[] | undefined,
  isElsewhere = false,
): void {
  const { route, go } = useRoute();
  const client = useQueryClient();
  const isSingle = useRoom() === "single";
  const id = route.area === area ? route.id : undefined;
  const hasEntered = useRef(id !== undefined || isSingle || isElsewhere);
  useEffect(() => {
    if (id !== undefined) client.setQueryData(["referrals-last", area], id);
  }, [client, area, id]);
  useEffect(() => {
    if (hasEntered.current || rows === undefined || route.area !== area) return;
    hasEntered.current = true;
    const last = client.getQueryData<string>(["referrals-last", area]);
    const to = rows.find((row) => row.id === last) ?? rows[0];
    if (to === undefined) return;
    entered = { id: to.id, isFresh: true };
    go({ area, id: to.id }, { replace: true });
  }, [client, area, rows, route.area, go]);
}

/** The card of what entering opened takes the focus, and takes it again where drawing the page anew lost it. */
export function useEntryFocus(
  id: string,
  isCurrent: boolean,
  card: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    if (!isCurrent || entered?.id !== id) return;
    if (!entered.isFresh && document.activeElement !== document.body) return;
    entered.isFresh = false;
    card.current?.focus();
  }, [id, isCurrent, card]);
}
