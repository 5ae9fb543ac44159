import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AccountOrder, type AccountStatus, useHost } from "../../host";
import { useAutosave } from "../../kit";
import type { ListQuestion } from "../../record/list/useAccountList";

/** What the table of accounts is narrowed to, its order and its columns. */
export type AccountsPlace = {
  search: string;
  statuses: readonly AccountStatus[];
  platforms: readonly string[];
  onlyReadable: boolean;
  /** Only accounts that this officer works on. */
  isMine: boolean;
  /** Another list: accounts left without action whose time has run, which no other list holds. */
  isDueForErasure: boolean;
  /** Another list: victims, children and third parties, which no other list holds. Never kept: each opening says what for. */
  isKeptApart: boolean;
  tags: readonly string[];
  order: AccountOrder;
  isDescending: boolean;
  /** Keys of the columns that are shown, in their order. */
  columns: readonly string[];
  /** Widths of the columns that were sized, in pixels. */
  widths: { readonly [key: string]: number };
  /** The row that the keys act on. */
  row: number;
};

/** What the table can be ordered by. */
export const ORDERS = [
  "imported",
  "last-seen",
  "handle",
  "platform",
  "status",
  "unit",
  "language",
  "score",
  "queue",
] as const satisfies readonly AccountOrder[];

/** The table before anybody has changed it. */
export const START: AccountsPlace = {
  search: "",
  statuses: [],
  platforms: [],
  onlyReadable: false,
  isMine: false,
  isDueForErasure: false,
  isKeptApart: false,
  tags: [],
  order: "imported",
  isDescending: true,
  columns: [
    "account",
    "status",
    "tags",
    "assignee",
    "language",
    "exhibits",
    "last",
    "imported",
    "snippet",
  ],
  widths: {},
  row: 0,
};

/** Reads a table that was kept; what does not read as one is the start. */
export function readAccountsPlace(text: string | null): AccountsPlace {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    const read = typeof kept === "object" && kept !== null ? { ...START, ...kept } : START;
    const place = { ...read, isKeptApart: false };
    return ORDERS.includes(place.order) ? place : { ...place, order: START.order };
  } catch {
    return START;
  }
}

/** What takes every search and filter away; which list it is stays. */
export const CLEAR: Partial<AccountsPlace> = {
  search: START.search,
  statuses: [],
  platforms: [],
  onlyReadable: false,
  isMine: false,
  tags: [],
};

/** True when nothing narrows the list. */
export function isWhole(place: AccountsPlace): boolean {
  return (
    place.search === "" &&
    place.statuses.length === 0 &&
    place.platforms.length === 0 &&
    !place.onlyReadable &&
    !place.isMine &&
    place.tags.length === 0
  );
}

/** What the table asks of the core. */
export function questionOf(place: AccountsPlace, officer: string): ListQuestion {
  return {
    scope: place.isKeptApart ? "kept-apart" : place.isDueForErasure ? "due-for-erasure" : "all",
    search: place.search,
    statuses: [...place.statuses],
    platforms: [...place.platforms],
    only_readable: place.onlyReadable,
    assigned: place.isMine ? officer : null,
    tags: [...place.tags],
    order: place.order,
    is_descending: place.isDescending,
  };
}

/** The table's state, kept as this officer's screen state. */
export function useAccountsPlace(): {
  place: AccountsPlace;
  change: (patch: Partial<AccountsPlace>) => void;
  isReady: boolean;
} {
  const host = useHost();
  const kept = useQuery({
    queryKey: ["place", "accounts"],
    queryFn: () => host.commands.readPlace("accounts"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [changed, setChanged] = useState<Partial<AccountsPlace>>({});
  const isReady = !kept.isPending;
  const place = { ...readAccountsPlace(kept.data ?? null), ...changed };
  useAutosave({
    value: place,
    save: (value) => host.commands.savePlace("accounts", JSON.stringify(value)),
    isReady,
  });
  return { place, change: (patch) => setChanged((now) => ({ ...now, ...patch })), isReady };
}
