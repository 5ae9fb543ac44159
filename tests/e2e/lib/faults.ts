/** What must hold on every screen: no request refused by the policy, no serious fault of accessibility. */
import assert from "node:assert/strict";
import type { Workbench } from "./workbench.ts";

export async function faultsOf(bench: Workbench): Promise<readonly string[]> {
  const refused = (await bench.refusedByPolicy()).map((one) => `refused by the policy: ${one}`);
  return [...refused, ...(await bench.page.accessibilityFaults())];
}

export async function assertSound(bench: Workbench, screen: string): Promise<void> {
  assert.deepEqual(await faultsOf(bench), [], screen);
}

/** Runs in the page: buttons whose box leaves the nearest box that frames or clips them, or the window. */
function buttonsOutside(): string[] {
  const slack = 1;
  const faults: string[] = [];
  for (const button of document.querySelectorAll<HTMLElement>("button,[role=button],a[href]")) {
    if (!button.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const box = button.getBoundingClientRect();
    if (box.width === 0 || box.height === 0) continue;
    const parent = button.parentElement;
    if (parent === null) continue;
    const around = parent.getBoundingClientRect();
    // Kept for a screen reader alone, as the way out of a menu is: cut to one pixel, nobody sees it leave.
    if (around.width <= 1 && around.height <= 1 && getComputedStyle(parent).clipPath !== "none")
      continue;
    const isPlaced = ["absolute", "fixed"].includes(getComputedStyle(button).position);
    const isInline = getComputedStyle(parent).display === "inline";
    const leavesSide = box.left < around.left - slack || box.right > around.right + slack;
    const leavesTop = box.top < around.top - slack || box.bottom > around.bottom + slack;
    const name = (button.getAttribute("aria-label") ?? button.textContent ?? "")
      .trim()
      .slice(0, 40);
    if (!isPlaced && !isInline && (leavesSide || leavesTop)) {
      faults.push(
        `“${name}” leaves its parent: ${JSON.stringify(box)} in ${JSON.stringify(around)}`,
      );
    }
    if (box.left < -slack || box.right > window.innerWidth + slack) {
      const scroller = button.closest("[data-scroll]");
      if (scroller === null) faults.push(`“${name}” leaves the window: ${JSON.stringify(box)}`);
    }
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth + slack)
    faults.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
  return faults;
}

export async function assertNothingLeaves(bench: Workbench, screen: string): Promise<void> {
  await bench.page.frame();
  assert.deepEqual(await bench.browser.execute(buttonsOutside), [], `${screen}: boxes outside`);
}
