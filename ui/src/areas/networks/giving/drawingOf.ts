import type { NetworkDrawing } from "../../../host";
import { elementsOf } from "../elements";
import type { NetworkGraph } from "../graph";
import type { Places } from "../places";

/**
 * The graph as it is seen, for a file: every node that is shown at its place, with the words under
 * it. Null before the graph has been drawn, when no node has a place.
 */
export function drawingOf(
  shown: NetworkGraph,
  places: Places,
  letters: (platform: string) => string,
): NetworkDrawing | null {
  const accounts = new Set(shown.accounts.map(({ id }) => id));
  const nodes: NetworkDrawing["nodes"] = [];
  const edges: NetworkDrawing["edges"] = [];
  for (const { data } of elementsOf(shown, letters)) {
    const { source, target } = data;
    if (typeof source === "string" && typeof target === "string") {
      edges.push({ from: source, to: target });
      continue;
    }
    const id = String(data.id);
    const place = places.get(id);
    if (place === undefined) continue;
    nodes.push({
      id,
      label: String(data.label ?? ""),
      letters: String(data.letters ?? ""),
      is_account: accounts.has(id),
      x: place.x,
      y: place.y,
      size: typeof data.size === "number" ? data.size : 36,
    });
  }
  return nodes.length === 0 ? null : { nodes, edges };
}
