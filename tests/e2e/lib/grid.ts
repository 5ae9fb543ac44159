/** The table of all accounts, as a test drives it and looks at it. */
import type { Workbench } from "./workbench.ts";

/** Gives the grid the ring. */
export async function focusGrid({ page }: Workbench): Promise<void> {
  await page.browser.execute(() => {
    document.querySelector<HTMLElement>("[role=grid]")?.focus();
  });
}

/** What the cell that the keys act on says. */
export async function activeCell({ page }: Workbench): Promise<string> {
  return await page.browser.execute(() => {
    const grid = document.querySelector("[role=grid]");
    const id = grid?.getAttribute("aria-activedescendant") ?? "";
    return document.getElementById(id)?.textContent ?? "";
  });
}

/** How long each frame of a scroll took in milliseconds, and how many places of a row were seen blank. */
export type Scroll = { readonly times: number[]; readonly blank: number };

/** Scrolls by so many pixels a frame, or with 0 from one end to the other; looks at every row after each. */
export async function scroll({ page }: Workbench, frames: number, step: number): Promise<Scroll> {
  return await page.browser.execute(scrolled, frames, step);
}

/** Runs in the page. */
async function scrolled(frames: number, step: number): Promise<{ times: number[]; blank: number }> {
  const grid = document.querySelector<HTMLElement>("[role=grid]");
  if (!grid) return { times: [], blank: -1 };
  const times: number[] = [];
  let blank = 0;
  let before = await new Promise<number>((next) => requestAnimationFrame(next));
  for (let n = 1; n <= frames; n += 1) {
    const whole = grid.scrollHeight - grid.clientHeight;
    grid.scrollTop = step > 0 ? grid.scrollTop + step : whole * (n / frames);
    const now = await new Promise<number>((next) => requestAnimationFrame(next));
    times.push(now - before);
    before = now;
    const box = grid.getBoundingClientRect();
    for (let y = box.top + 48; y < box.bottom - 24; y += 64) {
      const row = document.elementFromPoint(box.left + 120, y)?.closest("[role=row]");
      if (!row?.textContent) blank += 1;
    }
  }
  return { times, blank };
}
