/** Accounts this officer skipped in the queue: their own screen state, oldest first, until they are opened again. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useHost } from "../../host";

const KEY = "skipped";
const PLACE = ["place", KEY] as const;
/** More are forgotten, the oldest first: they stand in the queue all the same. */
const MOST = 500;

/** Reads what was kept; unreadable is nothing. */
export function readSkipped(text: string | null): string[] {
  try {
    const kept: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

/** What was skipped, skipping one more, and taking one off, as when it is opened again or decided. */
export function useSkipped(): {
  ids: readonly string[];
  put: (id: string) => void;
  forget: (id: string) => void;
} {
  const host = useHost();
  const client = useQueryClient();
  const kept = useQuery({
    queryKey: PLACE,
    queryFn: () => host.commands.readPlace(KEY),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const now = () => readSkipped(client.getQueryData<string | null>(PLACE) ?? null);
  const keep = (ids: readonly string[]) => {
    const value = JSON.stringify(ids.slice(-MOST));
    client.setQueryData(PLACE, value);
    void host.commands.savePlace(KEY, value);
  };
  return {
    ids: readSkipped(kept.data ?? null),
    put: (id) => keep([...now().filter((one) => one !== id), id]),
    forget: (id) => {
      const ids = now();
      if (ids.includes(id)) keep(ids.filter((one) => one !== id));
    },
  };
}
