/** Keys that belong to a part of the screen and cannot be changed, for the sheet of keys. */
import { keyCaps } from "../kit/keys";
import { w } from "./words";

type FixedKeys = {
  readonly heading: string;
  readonly keys: readonly { readonly label: string; readonly caps: readonly string[] }[];
};

function cap(place: string): string {
  return keyCaps(place).join(" ");
}

const SENT_ROW = [
  ["KeyR", "removed"],
  ["KeyS", "suspended"],
  ["KeyL", "limited"],
  ["KeyD", "declined"],
  ["KeyN", "notFound"],
  ["KeyM", "moreAsked"],
  ["KeyI", "reinstated"],
  ["KeyW", "withdraw"],
  ["KeyC", "seen"],
] as const;

/** All of them, by the part they act in. */
export function fixedKeys(): readonly FixedKeys[] {
  const f = w.fixed;
  const up = cap("ArrowUp");
  const down = cap("ArrowDown");
  return [
    {
      heading: f.lines,
      keys: [
        { label: f.answerNo, caps: [cap("KeyN")] },
        { label: f.answerYes, caps: [cap("KeyY")] },
        { label: f.answerCantTell, caps: [cap("KeyT")] },
        { label: f.otherLine, caps: [up, down] },
      ],
    },
    { heading: f.noAction, keys: [{ label: f.reasons, caps: ["1 – 7"] }] },
    {
      heading: f.lists,
      keys: [
        { label: f.row, caps: [up, down] },
        { label: f.page, caps: ["Page Up", "Page Down"] },
        { label: f.ends, caps: ["Home", "End"] },
        { label: f.openRow, caps: ["Enter"] },
        { label: f.tick, caps: [cap("Space")] },
        { label: f.fold, caps: ["Enter", cap("ArrowLeft"), cap("ArrowRight")] },
      ],
    },
    {
      heading: f.grid,
      keys: [
        { label: f.cell, caps: [up, down, cap("ArrowLeft"), cap("ArrowRight")] },
        { label: f.corner, caps: ["Ctrl Home", "Ctrl End"] },
        { label: f.range, caps: [`Shift ${f.arrows}`, "Ctrl A"] },
        { label: f.copyCells, caps: ["Ctrl C"] },
        { label: f.tickRows, caps: [cap("Space")] },
        { label: f.toHeadings, caps: [`${up} ${f.fromFirst}`] },
        { label: f.sortColumn, caps: ["Enter"] },
        {
          label: f.sizeColumn,
          caps: [`Shift ${cap("ArrowLeft")}`, `Shift ${cap("ArrowRight")}`, "="],
        },
        { label: f.placeColumn, caps: [`Ctrl ${cap("ArrowLeft")}`, `Ctrl ${cap("ArrowRight")}`] },
      ],
    },
    {
      heading: f.viewer,
      keys: [
        { label: f.exhibit, caps: ["Page Up", "Page Down"] },
        { label: f.zoom, caps: ["+", "−"] },
        { label: f.whole, caps: ["0"] },
        { label: f.look, caps: [cap("ArrowLeft"), up, cap("ArrowRight"), down] },
        { label: f.grey, caps: [cap("KeyB")] },
        { label: f.cover, caps: [cap("KeyH")] },
      ],
    },
    {
      heading: f.sentRows,
      keys: [
        { label: f.row, caps: [up, down] },
        ...SENT_ROW.map(([place, label]) => ({ label: f.sentRow[label], caps: [cap(place)] })),
      ],
    },
    { heading: f.columns, keys: [{ label: f.moveColumn, caps: [`Alt ${up}`, `Alt ${down}`] }] },
    {
      heading: f.confirm,
      keys: [
        { label: f.doIt, caps: ["Enter"] },
        { label: f.doNot, caps: [cap("Escape")] },
      ],
    },
  ];
}
