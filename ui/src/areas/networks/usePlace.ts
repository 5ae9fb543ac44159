import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useHost } from "../../host";
import { useAutosave } from "../../kit";

/** How a network is shown: as a table, which is always complete, as a graph of the same, or by when its accounts were there. */
export type NetworkShow = "table" | "graph" | "timeline";

/** What an officer set in this area. */
export type NetworksPlace = { readonly show: NetworkShow };

/** The area before anybody has set anything: the table. */
export const START: NetworksPlace = { show: "table" };

/** Reads a place that was kept; what does not read as one is the start. */
export function readNetworksPlace(text: string | null): NetworksPlace {
  try {
    const kept: unknown = JSON.parse(text ?? "{}");
    if (typeof kept !== "object" || kept === null || !("show" in kept)) return START;
    return kept.show === "graph" || kept.show === "timeline" ? { show: kept.show } : START;
  } catch {
    return START;
  }
}

/** The place, kept as this officer's screen state. `isReady` is false until it has been read. */
export function useNetworksPlace(): {
  place: NetworksPlace;
  change: (patch: Partial<NetworksPlace>) => void;
  isReady: boolean;
} {
  const host = useHost();
  const kept = useQuery({
    queryKey: ["place", "networks"],
    queryFn: () => host.commands.readPlace("networks"),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const [changed, setChanged] = useState<Partial<NetworksPlace>>({});
  const isReady = !kept.isPending;
  const place = { ...readNetworksPlace(kept.data ?? null), ...changed };
  useAutosave({
    value: place,
    save: (value) => host.commands.savePlace("networks", JSON.stringify(value)),
    isReady,
  });
  return { place, change: (patch) => setChanged((now) => ({ ...now, ...patch })), isReady };
}
