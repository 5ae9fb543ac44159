/** A list of any length: only the rows on screen are in the page. */
import { type ReactNode, useEffect, useId, useMemo, useRef } from "react";
import { cx } from "../lib/css";
import { count } from "../lib/numbers";
import { InPlaceOfRows } from "./InPlaceOfRows";
import styles from "./ListWindow.module.css";
import { useScroll, useShown, useViewport } from "./scrolling";
import { useListActs } from "./useListActs";
import type { ListSource } from "./useListWindow";
import { type Group, type Line, ListShape, ScrollScale } from "./windowing";
import { w } from "./words";

/** How a row stands: `isCurrent` is the open one, `isSelected` is ticked for a bulk act. */
export type RowState = {
  readonly index: number;
  readonly isCurrent: boolean;
  readonly isSelected: boolean;
};

/** What a long list takes. */
export type ListWindowProps<Row> = {
  source: ListSource<Row>;
  label: string;
  rowKey: (row: Row) => string;
  /** Draws a row; return `null` cells never, the row's height is fixed. */
  renderRow: (row: Row, state: RowState) => ReactNode;
  rowHeight?: number;
  /** Index of the open row, or null. */
  current: number | null;
  onCurrent: (index: number, row: Row | undefined) => void;
  /** Enter, or a double press. */
  onOpen?: (index: number, row: Row | undefined) => void;
  foldedGroups?: ReadonlySet<string>;
  onFold?: (key: string) => void;
  selected?: ReadonlySet<string>;
  onSelected?: (selected: Set<string>) => void;
  empty?: ReactNode;
  /** A line of column headings. */
  header?: ReactNode;
  /** Columns, for assistive technology. */
  columns?: number;
};

const GROUP_HEIGHT = 24;
const OVERSCAN = 6;
const NONE: ReadonlySet<string> = new Set();

/** Brings the open row into sight whenever another is opened, and the heading the cursor stands on. */
function useReveal(
  shape: ListShape,
  current: number | null,
  group: string | null,
  room: { place: number; viewport: number; heading: number; moveTo: (place: number) => void },
): void {
  const { place, viewport, heading, moveTo } = room;
  const revealed = useRef<number | null>(null);
  useEffect(() => {
    if (current === null || revealed.current === current || viewport === 0) return;
    const top = shape.topOf(current);
    if (top === null) return;
    revealed.current = current;
    if (top - heading < place) moveTo(top - heading);
    else if (top + shape.rowHeight > place + viewport) moveTo(top + shape.rowHeight - viewport);
  }, [current, shape, place, viewport, heading, moveTo]);
  const stood = useRef<string | null>(null);
  useEffect(() => {
    if (stood.current === group) return;
    stood.current = group;
    const top = group === null ? null : shape.topOfGroup(group);
    if (top === null) return;
    if (top < place) moveTo(top);
    else if (top + heading > place + viewport) moveTo(top + heading - viewport);
  }, [group, shape, place, viewport, heading, moveTo]);
}

/** A long list with one open row. */
export function ListWindow<Row>(props: ListWindowProps<Row>): ReactNode {
  const { source, current, rowHeight = 52, foldedGroups = NONE } = props;
  const id = useId();
  const [box, viewport] = useViewport();
  const shape = useMemo(
    () => new ListShape(source.total, source.groups, foldedGroups, rowHeight, GROUP_HEIGHT),
    [source.total, source.groups, foldedGroups, rowHeight],
  );
  const scale = useMemo(() => new ScrollScale(shape.height, viewport), [shape, viewport]);
  const { place, moveTo, onScroll } = useScroll(scale, box, source.identity);
  const around = (from: number) =>
    shape.between(from - OVERSCAN * rowHeight, from + viewport + OVERSCAN * rowHeight);
  useWanted(source, around(place));
  const shown = useShown(source, shape, place, viewport);
  const lines = around(shown);
  const heading = source.groups.length > 0 ? GROUP_HEIGHT : 0;
  const page = Math.max(1, Math.floor(viewport / rowHeight) - 1);
  const { group, ...acts } = useListActs(props, shape, page);
  useReveal(shape, current, group, { place, viewport, heading, moveTo });
  const active = activeLine(lines, current, group);
  return (
    <div className={styles.frame}>
      {props.header}
      <div
        ref={box}
        id={id}
        role="grid"
        aria-label={props.label}
        aria-rowcount={source.total}
        aria-colcount={props.columns ?? 1}
        aria-busy={source.isLoading || source.isStale}
        aria-multiselectable={props.onSelected ? true : undefined}
        {...(active === null ? {} : { "aria-activedescendant": `${id}-${active}` })}
        tabIndex={0}
        data-pane-focus=""
        data-on-group={group === null ? undefined : ""}
        className={styles.box}
        onScroll={onScroll}
        {...acts}
      >
        <InPlaceOfRows source={source} empty={props.empty} />
        <div className={styles.spacer} style={{ blockSize: scale.spacer }} role="presentation">
          <div className={styles.layer} style={{ blockSize: viewport }} role="presentation">
            {lines.map((line) => (
              <LineView
                key={lineKey(line)}
                line={line}
                shift={-shown}
                list={props}
                id={id}
                shape={shape}
                group={group}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

/** Asks for the rows around the wanted place. */
function useWanted<Row>(source: ListSource<Row>, lines: readonly Line[]): void {
  const rows = lines.filter((line) => line.kind === "row");
  const first = rows[0]?.index ?? 0;
  const last = rows.at(-1)?.index ?? 0;
  const { want } = source;
  useEffect(() => want(first, last), [want, first, last]);
}

/** The end of the id of the line the keys act on, if it is in the page. */
function activeLine(lines: readonly Line[], current: number | null, group: string | null) {
  const line = lines.find((one) =>
    one.kind === "group" ? one.group.key === group : group === null && one.index === current,
  );
  if (line === undefined) return null;
  return line.kind === "group" ? `group-${line.group.key}` : line.index;
}

function lineKey(line: Line): string {
  return line.kind === "group" ? `group ${line.group.key}` : `row ${line.index}`;
}

function LineView<Row>(props: {
  line: Line;
  shift: number;
  list: ListWindowProps<Row>;
  id: string;
  shape: ListShape;
  /** The heading the cursor stands on. */
  group: string | null;
}): ReactNode {
  const { line, list, id, shape } = props;
  const top = line.top + props.shift;
  if (line.kind === "group") {
    return (
      <GroupLine
        id={`${id}-group-${line.group.key}`}
        group={line.group}
        hasCursor={line.group.key === props.group}
        top={top}
        list={list}
        height={shape.groupHeight}
      />
    );
  }
  const { index } = line;
  const row = list.source.rowAt(index);
  const isCurrent = list.current === index;
  const isSelected = row !== undefined && (list.selected?.has(list.rowKey(row)) ?? false);
  return (
    <div
      id={`${id}-${index}`}
      role="row"
      aria-rowindex={index + 1}
      aria-selected={list.onSelected ? isSelected : isCurrent}
      {...(isCurrent ? { "aria-current": "true" as const } : {})}
      data-index={index}
      className={cx(styles.row, isCurrent && styles.current, isSelected && styles.selected)}
      style={{ transform: `translateY(${top}px)`, blockSize: shape.rowHeight }}
    >
      {list.columns ? (
        row && list.renderRow(row, { index, isCurrent, isSelected })
      ) : (
        <div role="gridcell" className={styles.cell}>
          {row ? (
            list.renderRow(row, { index, isCurrent, isSelected })
          ) : (
            <span className={styles.bone} />
          )}
        </div>
      )}
    </div>
  );
}

function GroupLine<Row>(props: {
  id: string;
  group: Group;
  /** The keys act on this heading. */
  hasCursor: boolean;
  top: number;
  list: ListWindowProps<Row>;
  height: number;
}): ReactNode {
  const { group, list } = props;
  const isFolded = list.foldedGroups?.has(group.key) ?? false;
  const words = (
    <>
      <span className={styles.groupLabel}>
        {isFolded ? w.list.folded(group.label) : group.label}
      </span>
      <span className={styles.groupCount}>{count(group.count)}</span>
    </>
  );
  return (
    <div
      id={props.id}
      role="row"
      data-cursor={props.hasCursor || undefined}
      className={styles.group}
      style={{ transform: `translateY(${props.top}px)`, blockSize: props.height }}
    >
      <div role="gridcell" className={styles.groupCell}>
        {list.onFold ? (
          <button
            type="button"
            tabIndex={-1}
            className={styles.groupButton}
            aria-expanded={!isFolded}
            aria-label={isFolded ? w.list.unfold(group.label) : w.list.fold(group.label)}
            onPointerUp={(event) => event.stopPropagation()}
            onClick={() => list.onFold?.(group.key)}
          >
            {words}
          </button>
        ) : (
          words
        )}
      </div>
    </div>
  );
}
