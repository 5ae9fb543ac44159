/** How much room the window has. */
import { useSyncExternalStore } from "react";

/** How much room there is: four columns, a drawer at the side, the list as a strip, or one pane. */
export type Room = "wide" | "drawer" | "strip" | "single";

const ROOMS: readonly { room: Room; query: string }[] = [
  { room: "wide", query: "(min-width: 1360px)" },
  { room: "drawer", query: "(min-width: 1080px)" },
  { room: "strip", query: "(min-width: 760px)" },
];

function readRoom(): Room {
  if (typeof window.matchMedia !== "function") return "wide";
  return ROOMS.find(({ query }) => window.matchMedia(query).matches)?.room ?? "single";
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
}

/** The room there is now. */
export function useRoom(): Room {
  return useSyncExternalStore(subscribe, readRoom);
}
