/** The keys and the pointer of a long list. */
import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useState } from "react";
import type { ListWindowProps } from "./ListWindow";
import type { Cursor, ListShape } from "./windowing";

const NONE: ReadonlySet<string> = new Set();

/**
 * What keys and pointer do: arrows, Page Up and Down, Home and End move; Enter opens; Space ticks.
 * Where groups fold, arrows stop on their headings too: Enter, Space and the sideways arrows fold and
 * unfold there. `group` is the heading they stopped on.
 */
export function useListActs<Row>(list: ListWindowProps<Row>, shape: ListShape, page: number) {
  const { source, current, selected = NONE, onFold } = list;
  const [stop, setStop] = useState<{ key: string; current: number | null } | null>(null);
  const group = stop !== null && stop.current === current ? stop.key : null;
  const goTo = (index: number | null) => {
    setStop(null);
    if (index !== null) list.onCurrent(index, source.rowAt(index));
  };
  const moveTo = (to: Cursor | null) => {
    if (to?.kind === "group") setStop({ key: to.key, current });
    else goTo(to?.index ?? null);
  };
  const step = (by: 1 | -1) => {
    if (onFold === undefined) {
      goTo(current === null ? shape.firstRow() : shape.step(current, by));
    } else if (group !== null) {
      moveTo(shape.stepLine({ kind: "group", key: group }, by));
    } else if (current !== null) {
      moveTo(shape.stepLine({ kind: "row", index: current }, by));
    } else {
      moveTo(shape.firstLine());
    }
  };
  const toggle = (index: number) => {
    const row = source.rowAt(index);
    if (!row || !list.onSelected) return;
    const key = list.rowKey(row);
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    list.onSelected(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isOfControl(event)) return;
    const from = current ?? shape.firstRow();
    const moves: { [key: string]: () => void } = {
      ArrowDown: () => step(1),
      ArrowUp: () => step(-1),
      Home: () => goTo(shape.firstRow()),
      End: () => goTo(shape.lastRow()),
    };
    if (from !== null) {
      moves.PageDown = () => goTo(shape.step(from, page));
      moves.PageUp = () => goTo(shape.step(from, -page));
      moves.Enter = () => list.onOpen?.(from, source.rowAt(from));
      if (list.onSelected) moves[" "] = () => toggle(from);
    }
    if (onFold !== undefined) {
      Object.assign(moves, foldKeys(event, { list, shape, group, current, moveTo }));
    }
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  const onPointerUp = (event: ReactPointerEvent) => {
    const line = (event.target as HTMLElement).closest<HTMLElement>("[data-index]");
    if (!line || event.button !== 0) return;
    const index = Number(line.dataset.index);
    if ((event.ctrlKey || event.metaKey) && list.onSelected) toggle(index);
    else goTo(index);
  };
  const onDoubleClick = () => {
    if (current !== null) list.onOpen?.(current, source.rowAt(current));
  };
  return { group, onKeyDown, onPointerUp, onDoubleClick };
}

/** True if the key belongs to a button or a field inside a row. */
function isOfControl(event: KeyboardEvent): boolean {
  const control = (event.target as HTMLElement).closest("button,a,input,select,textarea");
  if (control === null || event.target === event.currentTarget) return false;
  return event.key === "Enter" || event.key === " " || control.matches("input,select,textarea");
}

/** On a heading: fold and unfold. On a row: sideways, to its heading. */
function foldKeys<Row>(
  event: KeyboardEvent,
  at: {
    list: ListWindowProps<Row>;
    shape: ListShape;
    group: string | null;
    current: number | null;
    moveTo: (to: Cursor | null) => void;
  },
): { [key: string]: () => void } {
  const { list, shape, group, current, moveTo } = at;
  const isMirrored = getComputedStyle(event.currentTarget).direction === "rtl";
  const [outward, inward] = isMirrored ? ["ArrowRight", "ArrowLeft"] : ["ArrowLeft", "ArrowRight"];
  if (group === null) {
    const of = current === null ? null : shape.groupOf(current);
    return of === null ? {} : { [outward]: () => moveTo({ kind: "group", key: of }) };
  }
  const isFolded = list.foldedGroups?.has(group) ?? false;
  const fold = () => list.onFold?.(group);
  const stay = () => undefined;
  return {
    Enter: fold,
    " ": fold,
    [outward]: isFolded ? stay : fold,
    [inward]: isFolded ? fold : stay,
  };
}
