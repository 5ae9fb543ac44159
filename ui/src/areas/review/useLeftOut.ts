/** What this officer leaves out of the queue today: their own screen state, which ends by itself with the day. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useHost, type WarningTag } from "../../host";
import { WARNINGS } from "../../record/exhibit/WarningTags";

const KEY = "left-out";

/** The day, UTC, as it is kept. */
function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** Reads what was kept; of another day, or unreadable, it is nothing. */
export function readLeftOut(text: string | null, day: string): WarningTag[] {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    if (typeof kept !== "object" || kept === null || !("day" in kept) || !("tags" in kept)) {
      return [];
    }
    const { day: of, tags } = kept;
    return of === day && Array.isArray(tags) ? WARNINGS.filter((tag) => tags.includes(tag)) : [];
  } catch {
    return [];
  }
}

/** The tags that are left out, and how to leave out others. No reason is asked for. */
export function useLeftOut(): { tags: WarningTag[]; leaveOut: (tags: WarningTag[]) => void } {
  const host = useHost();
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: ["place", KEY],
    queryFn: () => host.commands.readPlace(KEY),
    refetchInterval: 60_000,
  });
  const leaveOut = (tags: WarningTag[]) => {
    const value = JSON.stringify({ day: today(), tags });
    client.setQueryData(["place", KEY], value);
    void host.commands.savePlace(KEY, value);
  };
  return { tags: readLeftOut(kept.data ?? null, today()), leaveOut };
}

/** Accounts of a list that what is left out keeps away. */
export function useLeftOutCount(
  question: Parameters<ReturnType<typeof useHost>["commands"]["listAccounts"]>[0],
  shown: number,
): number {
  const host = useHost();
  const whole = { ...question, without: [] };
  const isAsked = (question.without ?? []).length > 0;
  const all = useQuery({
    queryKey: ["accounts", whole, "count"],
    queryFn: async () => (await host.commands.listAccounts({ ...whole, limit: 0 })).total,
    enabled: isAsked,
  });
  return isAsked ? Math.max(0, (all.data ?? shown) - shown) : 0;
}
