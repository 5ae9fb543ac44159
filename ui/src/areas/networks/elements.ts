/** The nodes and edges that are drawn, with every word on them. */
import type { ElementDefinition } from "cytoscape";
import type { AccountRow, AccountStatus } from "../../host";
import { isArabicScript } from "../../kit";
import { w as record } from "../../record/words";
import type { NetworkGraph, SharedValue } from "./graph";
import { drawn, kindWords } from "./label";
import { w } from "./words";

/** How the border of an account is drawn. Its status stands under it in words as well. */
export type Mark = "open" | "look" | "held" | "going" | "done" | "danger";

const MARKS: { readonly [S in AccountStatus]: Mark } = {
  new: "open",
  "in-review": "open",
  "second-look": "look",
  hold: "held",
  refer: "going",
  drafted: "going",
  sent: "going",
  "no-action": "done",
  closed: "done",
};

/** Accounts, values and who bears what, for the drawing; `letters` gives a platform's two letters. */
export function elementsOf(
  graph: NetworkGraph,
  letters: (platform: string) => string,
): ElementDefinition[] {
  return [
    ...graph.accounts.map((row) => accountNode(row, letters(row.platform))),
    ...graph.values.map(valueNode),
    ...graph.values.flatMap((value) =>
      value.bearers.map((bearer) => ({
        group: "edges" as const,
        data: { id: `${bearer} ${value.id}`, source: bearer, target: value.id },
      })),
    ),
  ];
}

function accountNode(row: AccountRow, letters: string): ElementDefinition {
  const mark = row.has_open_action ? "danger" : MARKS[row.status];
  const words = row.has_open_action ? w.unanswered : record.status[row.status];
  return {
    group: "nodes",
    data: { id: row.id, label: `${drawn(row.label)}\n${words}`, letters },
    classes: classes("account", `mark-${mark}`, isArabicScript(row.label) && "arabic"),
  };
}

function valueNode(value: SharedValue): ElementDefinition {
  const kind = kindWords(value);
  return {
    group: "nodes",
    data: {
      id: value.id,
      label: value.value === "" ? kind : `${kind}\n${drawn(value.value)}`,
      size: Math.round(16 + 5 * Math.sqrt(Math.min(value.bearers.length, 100))),
    },
    classes: classes("value", isArabicScript(value.value) && "arabic"),
  };
}

function classes(...names: readonly (string | false)[]): string[] {
  return names.filter((name) => name !== false);
}
