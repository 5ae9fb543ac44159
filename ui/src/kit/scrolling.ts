/** Scrolling a list that may be longer than a page can be: the place in it, and the bar that stands for it. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { ListSource } from "./useListWindow";
import type { ListShape, ScrollScale } from "./windowing";

/** The box that scrolls, and the height it shows. */
export function useViewport(): [React.RefObject<HTMLDivElement | null>, number] {
  const ref = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => setHeight(element.clientHeight || 600);
    measure();
    if (typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, height];
}

/** Keeps the place in the list and the bar in step, also where the bar is shorter than the list. */
export function useScroll(
  scale: ScrollScale,
  box: React.RefObject<HTMLDivElement | null>,
  identity: string,
) {
  const [place, setPlace] = useState(0);
  const expected = useRef<number | null>(null);
  const moveTo = useCallback(
    (wanted: number) => {
      const next = scale.clamp(wanted);
      setPlace(next);
      const element = box.current;
      if (!element) return;
      const bar = scale.toBar(next);
      expected.current = Math.round(bar);
      element.scrollTop = bar;
    },
    [scale, box],
  );
  const onScroll = useCallback(() => {
    const element = box.current;
    if (!element) return;
    if (expected.current !== null && Math.abs(element.scrollTop - expected.current) <= 2) {
      expected.current = null;
      return;
    }
    expected.current = null;
    setPlace(scale.clamp(scale.toPlace(element.scrollTop)));
  }, [scale, box]);
  const seen = useRef(identity);
  useEffect(() => {
    if (seen.current === identity) return;
    seen.current = identity;
    moveTo(0);
  }, [identity, moveTo]);
  const latest = useRef({ scale, place, moveTo });
  latest.current = { scale, place, moveTo };
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const wheel = (event: WheelEvent) => {
      const now = latest.current;
      if (!now.scale.isCapped || event.ctrlKey) return;
      event.preventDefault();
      const unit = event.deltaMode === 1 ? 40 : event.deltaMode === 2 ? element.clientHeight : 1;
      now.moveTo(now.place + event.deltaY * unit);
    };
    element.addEventListener("wheel", wheel, { passive: false });
    return () => element.removeEventListener("wheel", wheel);
  }, [box]);
  return { place: scale.clamp(place), moveTo, onScroll };
}

/** The place that is drawn: the wanted one as soon as all its rows are there, until then the one before. */
export function useShown<Row>(
  source: ListSource<Row>,
  shape: ListShape,
  place: number,
  viewport: number,
): number {
  const drawn = useRef(place);
  const isThere = (from: number) =>
    shape
      .between(from, from + viewport)
      .every((line) => line.kind === "group" || source.rowAt(line.index) !== undefined);
  if (isThere(place) || !isThere(drawn.current)) drawn.current = place;
  return drawn.current;
}
