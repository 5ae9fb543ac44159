import { type RefObject, useEffect, useRef, useState } from "react";
import type { Drawing, Picture, Told } from "./drawing";
import { onInksChanged } from "./inks";

/** Draws a picture into an element. */
export type Draw = (where: HTMLElement, picture: Picture, told: Told) => Promise<Drawing>;

/** Draws with the module that only a graph needs, loaded when the first is looked at. */
export const drawLazily: Draw = async (where, picture, told) => {
  const { draw } = await import("./drawing");
  return draw(where, picture, told);
};

/**
 * The picture, drawn into `where` for as long as it is on screen; another picture is drawn anew.
 * Colours follow the window.
 */
export function useDrawing(
  where: RefObject<HTMLElement | null>,
  picture: Picture,
  told: Told,
  draw: Draw,
): { drawing: Drawing | null; error: unknown } {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [error, setError] = useState<unknown>(null);
  const latest = useRef(told);
  useEffect(() => {
    latest.current = told;
  });
  useEffect(() => {
    const element = where.current;
    if (element === null) return;
    let isGone = false;
    let mine: Drawing | null = null;
    const hears: Told = {
      onChoose: (id) => latest.current.onChoose(id),
      onOpen: (id) => latest.current.onOpen(id),
    };
    setError(null);
    draw(element, picture, hears)
      .then((made) => {
        if (isGone) return made.end();
        mine = made;
        setDrawing(made);
      })
      .catch((problem: unknown) => {
        if (!isGone) setError(problem);
      });
    return () => {
      isGone = true;
      mine?.end();
      setDrawing(null);
    };
  }, [where, picture, draw]);
  useEffect(() => (drawing === null ? undefined : onInksChanged(drawing.recolour)), [drawing]);
  return { drawing, error };
}
