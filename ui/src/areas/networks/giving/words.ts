import { plural } from "../../../lib/numbers";
import { catalogue } from "../../../lib/words";

/** Words of a network that is given out. */
export const w = catalogue("networks/giving", {
  open: "Export",
  title: "Give the network out",
  as: "As",
  graphml: "GraphML",
  graphmlDetail:
    "For programs that draw graphs: every account shown, what they share, what was said.",
  svg: "Picture (SVG)",
  svgDetail: "The graph as it is seen, with what is hidden left out.",
  svgNot: "Open the graph first: the picture is the graph as it is seen.",
  recipient: "Who receives it",
  purpose: "What for",
  marking: "The marking stands in the file:",
  note: "It is logged as a disclosure of every account in it before a byte is written.",
  missing: "Say who receives it and what for.",
  write: "Choose a place and write",
  cancel: "Cancel",
  working: "Writing the network",
  done: (n: number, name: string) => `${plural(n, "account", "accounts")} written to ${name}`,
});
