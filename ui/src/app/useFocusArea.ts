import { useEffect, useRef } from "react";
import { activePane, focusPane } from "../kit";
import type { AreaName } from "../lib/route";

const TRIES = 30;

/** Brings the ring into an area when it opens, as soon as it has a pane to put it on. */
export function useFocusArea(area: AreaName): void {
  const seen = useRef<AreaName | null>(null);
  useEffect(() => {
    if (seen.current === area) return;
    seen.current = area;
    let left = TRIES;
    let frame = 0;
    const bring = () => {
      left -= 1;
      const isElsewhere = document.querySelector("[data-modal]") !== null;
      if (isElsewhere || (activePane() !== null && left < TRIES - 1)) return;
      if (focusPane("page") || focusPane("list") || focusPane("item")) return;
      if (left > 0) frame = requestAnimationFrame(bring);
    };
    frame = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(frame);
  }, [area]);
}
