import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AccountStatus, useHost, type WarningTag } from "../../host";
import { useAutosave } from "../../kit";
import type { ListQuestion } from "../../record/list/useAccountList";

/** Where the officer is in the queue: the open account and what the list is narrowed to. */
export type ReviewPlace = {
  id: string | null;
  /** Its row, so that it is found again at once in a long list. */
  index: number;
  search: string;
  statuses: readonly AccountStatus[];
  platforms: readonly string[];
  onlyReadable: boolean;
  onlyUnseen: boolean;
  folded: readonly string[];
};

/** The queue as it is when nobody has narrowed it: what is low waits folded. */
export const START: ReviewPlace = {
  id: null,
  index: 0,
  search: "",
  statuses: [],
  platforms: [],
  onlyReadable: false,
  onlyUnseen: false,
  folded: ["low"],
};

/** What the queue asks of the core: what it is narrowed to, without what is left out today. */
export function questionOf(place: ReviewPlace, leftOut: readonly WarningTag[]): ListQuestion {
  return {
    scope: "to-review",
    search: place.search,
    statuses: [...place.statuses],
    platforms: [...place.platforms],
    only_readable: place.onlyReadable,
    assigned: null,
    tags: [],
    without: [...leftOut],
    only_unseen: place.onlyUnseen,
    order: "queue",
    is_descending: false,
  };
}

/** Reads a place that was kept; what does not read as one is the start. */
export function readReviewPlace(text: string | null): ReviewPlace {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    return typeof kept === "object" && kept !== null ? { ...START, ...kept } : START;
  } catch {
    return START;
  }
}

/** The place, kept as this officer's screen state. `isReady` is false until it has been read. */
export function useReviewPlace(): {
  place: ReviewPlace;
  change: (patch: Partial<ReviewPlace>) => void;
  isReady: boolean;
} {
  const host = useHost();
  const kept = useQuery({
    queryKey: ["place", "review"],
    queryFn: () => host.commands.readPlace("review"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [changed, setChanged] = useState<Partial<ReviewPlace>>({});
  const isReady = !kept.isPending;
  const place = { ...readReviewPlace(kept.data ?? null), ...changed };
  useAutosave({
    value: place,
    save: (value) => host.commands.savePlace("review", JSON.stringify(value)),
    isReady,
  });
  return {
    place,
    change: (patch) => setChanged((now) => ({ ...now, ...patch })),
    isReady,
  };
}
