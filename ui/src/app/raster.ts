/** True for WebKit on Linux, which draws thin strokes paler than other engines. */
function drawsThin(agent: string): boolean {
  return agent.includes("Linux") && agent.includes("AppleWebKit") && !agent.includes("Chrome");
}

/** Tells the tokens how this engine draws, so that text is equally dark in each. */
export function markRaster(): void {
  if (drawsThin(navigator.userAgent)) document.documentElement.dataset.raster = "thin";
}
