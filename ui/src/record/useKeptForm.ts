import { type UseQueryResult, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useHost } from "../host";
import { useAutosave } from "../kit";

/** What a form holds: words, choices not made yet, lists of words. */
type Fields = { readonly [name: string]: string | null | readonly string[] };

/**
 * The fields of a form that is not sent yet. They are kept as this officer's screen state under
 * `key`, saved like every field, and are there again when the form is opened again, until `clear`.
 */
export function useKeptForm<T extends Fields>(
  key: string,
  start: T,
): {
  form: T;
  /** False until what was kept is read: what is built on the fields as they stand has to wait for it. */
  isReady: boolean;
  change: (patch: Partial<T>) => void;
  /** The form was sent, or is given up: nothing of it is kept. */
  clear: () => Promise<void>;
} {
  const host = useHost();
  const client = useQueryClient();
  const kept = useKept(key);
  const [typed, setTyped] = useState<Partial<T>>({});
  const form = { ...readForm(kept.data ?? null, start), ...typed };
  const keep = async (text: string) => {
    await host.commands.savePlace(key, text);
    client.setQueryData<string | null>(["place", key], (was) => (was === undefined ? was : text));
  };
  const { flush } = useAutosave({
    value: form,
    save: (value) => keep(JSON.stringify(value)),
    isReady: !kept.isPending,
    id: key,
  });
  const clear = async () => {
    await flush();
    await keep("").catch(() => undefined);
  };
  return {
    form,
    isReady: !kept.isPending,
    change: (patch) => setTyped((now) => ({ ...now, ...patch })),
    clear,
  };
}

/** True if something was begun under `key` and is not sent yet. */
export function useIsBegun(key: string): boolean {
  const kept = useKept(key);
  return Object.values(readObject(kept.data ?? null)).some(
    (value) => value !== null && value.length > 0,
  );
}

function useKept(key: string): UseQueryResult<string | null> {
  const host = useHost();
  return useQuery({
    queryKey: ["place", key],
    queryFn: () => host.commands.readPlace(key),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

/** What was kept, field by field; what does not read as the form has it is as at the start. */
function readForm<T extends Fields>(text: string | null, start: T): T {
  const kept = readObject(text);
  const fields = Object.entries(start).map(([name, value]) => {
    const was = kept[name];
    const isSame =
      was !== undefined && (value === null || Array.isArray(was) === Array.isArray(value));
    return [name, isSame ? was : value];
  });
  return Object.fromEntries(fields) as T;
}

function readObject(text: string | null): Fields {
  try {
    const kept: unknown = JSON.parse(text === null || text === "" ? "{}" : text);
    const entries = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter(([, value]) => isField(value)));
  } catch {
    return {};
  }
}

function isField(value: unknown): value is Fields[string] {
  const isWord = (one: unknown) => typeof one === "string";
  return value === null || isWord(value) || (Array.isArray(value) && value.every(isWord));
}
