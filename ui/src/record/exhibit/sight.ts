/** How a picture is looked at: magnified so much, moved so many pixels from the middle. */
export type Sight = { readonly scale: number; readonly x: number; readonly y: number };

/** The whole picture, in the middle. */
export const START: Sight = { scale: 1, x: 0, y: 0 };

/** Pixels an arrow key moves. */
export const STEP = 48;

const SMALLEST = 0.25;
const LARGEST = 16;

/** Nearer or farther, keeping the middle of what is seen. */
export function zoomed(sight: Sight, by: number): Sight {
  const scale = Math.min(LARGEST, Math.max(SMALLEST, sight.scale * by));
  const real = scale / sight.scale;
  return { scale, x: sight.x * real, y: sight.y * real };
}

/** Moved by so many pixels. */
export function moved(sight: Sight, x: number, y: number): Sight {
  return { ...sight, x: sight.x + x, y: sight.y + y };
}

/** As CSS. */
export function turned(sight: Sight): string {
  return `translate(${sight.x}px, ${sight.y}px) scale(${sight.scale})`;
}
