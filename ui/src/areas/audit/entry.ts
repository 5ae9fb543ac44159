/** Reading the log: a window of it, or one entry by its number. */
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { type AuditEntryView, type Host, useHost } from "../../host";

/** One entry by its number, or `null` if the case has none such. */
export function useEntry(seq: string | null): UseQueryResult<AuditEntryView | null> {
  const host = useHost();
  return useQuery({
    queryKey: ["audit-entry", seq],
    queryFn: () => entryOf(host, Number(seq)),
    enabled: seq !== null,
  });
}

/**
 * The entries are numbered without a gap and listed newest first: the place of
 * one follows from the number of the newest. The answer is compared with the
 * number asked for, since a damaged log may have gaps.
 */
export async function entryOf(host: Host, seq: number): Promise<AuditEntryView | null> {
  if (!Number.isSafeInteger(seq) || seq < 0) return null;
  const at = (offset: number) =>
    host.commands
      .listAudit({ operation: null, offset, limit: 1 })
      .then(({ rows }) => rows[0] ?? null);
  const newest = await at(0);
  if (newest === null || newest.seq < seq) return null;
  const entry = newest.seq === seq ? newest : await at(newest.seq - seq);
  return entry?.seq === seq ? entry : null;
}
