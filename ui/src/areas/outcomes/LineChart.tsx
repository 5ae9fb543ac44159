/** Lines by month. Each is told apart by its dashes, its marks and its words, not by its colour; each mark opens its rows. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import { Bdi } from "../../kit";
import { count } from "../../lib/numbers";
import { monthName } from "./Months";
import styles from "./outcomes.module.css";

/** Lines drawn at most. */
export const SERIES = 4;

/** In a half of the screen, and over all of it: letters are of one size in both. */
const WIDTHS = { half: 420, whole: 900 } as const;
const TALL = 250;
const LEFT = 52;
/** Room after the last month. */
const AFTER = 14;
const TOP = 14;
const BASE = 206;
const DASHES = ["", "6 3", "2 3", "8 3 2 3"] as const;
/** A disc, a square, a triangle, a rhomb. */
const MARKS = [
  "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
  "M-4 -4h8v8h-8z",
  "M0 -5l5 9h-10z",
  "M0 -5l5 5l-5 5l-5 -5z",
] as const;

/** A month of a line; without a value nothing is drawn. */
export type Point = {
  readonly value: number | null;
  /** Of a band around it. */
  readonly low: number | null;
  readonly high: number | null;
  /** What is read out. */
  readonly words: string;
  readonly open: (() => void) | null;
};

type Line = { readonly key: string; readonly name: string; readonly points: readonly Point[] };

type Place = { readonly x: (at: number) => number; readonly y: (value: number) => number };

/** The chart, its key, and in words what is too little to draw. */
export function LineChart(props: {
  /** What it shows, and its headline. */
  label: string;
  months: readonly { readonly month: string; readonly of: number }[];
  width: keyof typeof WIDTHS;
  /** What the numbers under the months are. */
  ofWords: string;
  lines: readonly Line[];
  /** What the band around the first line is. */
  band?: string;
  most: number;
  step: number;
  tick: (value: number) => string;
  /** Months that are not drawn, in words; empty where all are. */
  few: string;
  /** How many lines there are besides, in words. */
  more?: string | undefined;
}): ReactNode {
  const { months, lines, step } = props;
  const top = step * Math.max(1, Math.ceil(props.most / step - 1e-9));
  const wide = WIDTHS[props.width];
  const right = wide - AFTER;
  const room = (right - LEFT) / Math.max(months.length, 1);
  const place: Place = {
    x: (at) => LEFT + room * (at + 0.5),
    y: (value) => BASE - (value / top) * (BASE - TOP),
  };
  const ticks = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  const every = Math.max(1, Math.ceil(30 / room));
  return (
    <>
      <Walk lines={lines} label={props.label} wide={wide}>
        {(stop) => (
          <>
            {ticks.map((value) => (
              <g key={value}>
                <line
                  className={styles.gridLine}
                  x1={LEFT}
                  x2={right}
                  y1={place.y(value)}
                  y2={place.y(value)}
                />
                <text x={LEFT - 6} y={place.y(value) + 4} textAnchor="end">
                  {props.tick(value)}
                </text>
              </g>
            ))}
            {months.map((month, at) =>
              at % every === 0 ? (
                <text key={month.month} x={place.x(at)} y={BASE + 18} textAnchor="middle">
                  {monthName(month.month, "short")}
                  <tspan className={styles.ofMonth} x={place.x(at)} dy={15}>
                    {count(month.of)}
                  </tspan>
                </text>
              ) : null,
            )}
            {lines.map((line, row) => (
              <Drawn key={line.key} line={line} row={row} place={place} stop={stop} />
            ))}
          </>
        )}
      </Walk>
      <ul className={styles.key}>
        {lines.map((line, row) => (
          <li key={line.key}>
            <svg viewBox="-16 -6 32 12" width="32" height="12" aria-hidden="true">
              <line className={styles.line} strokeDasharray={DASHES[row]} x1={-16} x2={16} />
              <path className={styles.bar} d={MARKS[row]} />
            </svg>
            <Bdi>{line.name}</Bdi>
          </li>
        ))}
        {props.band !== undefined && (
          <li>
            <svg viewBox="-16 -6 32 12" width="32" height="12" aria-hidden="true">
              <rect className={styles.band} x={-16} y={-6} width={32} height={12} />
            </svg>
            {props.band}
          </li>
        )}
      </ul>
      <p className={styles.quiet}>
        {[props.ofWords, props.few, props.more ?? ""].filter((words) => words !== "").join(" ")}
      </p>
    </>
  );
}

type Stop = (row: number, at: number) => { readonly tabIndex: number };

/** One stop of the keyboard for all marks: arrows go from mark to mark, Enter opens. */
function Walk(props: {
  lines: readonly Line[];
  label: string;
  wide: number;
  children: (stop: Stop) => ReactNode;
}): ReactNode {
  const { lines } = props;
  const chart = useRef<SVGSVGElement>(null);
  const has = (row: number, at: number) => (lines[row]?.points[at]?.value ?? null) !== null;
  const start = lines.flatMap((line, row) =>
    line.points.flatMap((_, at) => (has(row, at) ? [{ row, at }] : [])),
  );
  const [walked, setWalked] = useState<{ row: number; at: number } | null>(null);
  const here = walked !== null && has(walked.row, walked.at) ? walked : start[0];
  const step = (event: KeyboardEvent) => {
    if (here === undefined) return;
    const next = nextMark(event.key, here, lines, has);
    if (next === undefined) return;
    event.preventDefault();
    setWalked(next);
    chart.current?.querySelector<SVGGElement>(`[data-mark="${next.row} ${next.at}"]`)?.focus();
  };
  return (
    <svg
      ref={chart}
      className={styles.chart}
      viewBox={`0 0 ${props.wide} ${TALL}`}
      role="group"
      aria-label={props.label}
      onKeyDown={step}
    >
      {props.children((row, at) => ({
        tabIndex: here?.row === row && here.at === at ? 0 : -1,
      }))}
    </svg>
  );
}

/** Where an arrow leads: along the line, or to the nearest mark of the next one. */
function nextMark(
  key: string,
  here: { readonly row: number; readonly at: number },
  lines: readonly Line[],
  has: (row: number, at: number) => boolean,
): { row: number; at: number } | undefined {
  const along = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  const months = lines[here.row]?.points.length ?? 0;
  if (along !== 0) {
    for (let at = here.at + along; at >= 0 && at < months; at += along) {
      if (has(here.row, at)) return { row: here.row, at };
    }
  }
  const across = key === "ArrowDown" ? 1 : key === "ArrowUp" ? -1 : 0;
  if (across !== 0) {
    for (let row = here.row + across; row >= 0 && row < lines.length; row += across) {
      const near = Array.from({ length: months }, (_, at) => at)
        .filter((at) => has(row, at))
        .sort((one, other) => Math.abs(one - here.at) - Math.abs(other - here.at));
      if (near[0] !== undefined) return { row, at: near[0] };
    }
  }
  return undefined;
}

/** Runs of neighbouring months of which something is known. */
function runs(points: readonly Point[], isKnown: (point: Point) => boolean): number[][] {
  const found: number[][] = [[]];
  points.forEach((point, at) => {
    if (isKnown(point)) found.at(-1)?.push(at);
    else found.push([]);
  });
  return found.filter((run) => run.length > 1);
}

function Drawn(props: { line: Line; row: number; place: Place; stop: Stop }): ReactNode {
  const { line, row, place } = props;
  const xy = (at: number, value: number | null | undefined) =>
    `${place.x(at).toFixed(1)},${place.y(value ?? 0).toFixed(1)}`;
  return (
    <g>
      {runs(line.points, (point) => point.low !== null && point.high !== null).map((run) => (
        <polygon
          key={run[0]}
          className={styles.band}
          points={[
            ...run.map((at) => xy(at, line.points[at]?.high)),
            ...run.toReversed().map((at) => xy(at, line.points[at]?.low)),
          ].join(" ")}
        />
      ))}
      {runs(line.points, (point) => point.value !== null).map((run) => (
        <polyline
          key={run[0]}
          className={styles.line}
          strokeDasharray={DASHES[row] ?? ""}
          points={run.map((at) => xy(at, line.points[at]?.value)).join(" ")}
        />
      ))}
      {line.points.map((point, at) =>
        point.value === null ? null : (
          <Mark
            // biome-ignore lint/suspicious/noArrayIndexKey: the months, in their order
            key={at}
            point={point}
            name={`${row} ${at}`}
            shape={MARKS[row] ?? MARKS[0]}
            at={[place.x(at), place.y(point.value)]}
            stop={props.stop(row, at)}
          >
            {point.low !== null && point.high !== null && (
              <line
                className={styles.range}
                y1={place.y(point.low) - place.y(point.value)}
                y2={place.y(point.high) - place.y(point.value)}
              />
            )}
          </Mark>
        ),
      )}
    </g>
  );
}

function Mark(props: {
  point: Point;
  name: string;
  shape: string;
  at: readonly [number, number];
  stop: { readonly tabIndex: number };
  children: ReactNode;
}): ReactNode {
  const { point, at } = props;
  const press = () => point.open?.();
  return (
    <g
      role="button"
      className={styles.mark}
      data-mark={props.name}
      aria-label={point.words}
      aria-disabled={point.open === null}
      transform={`translate(${at[0].toFixed(1)} ${at[1].toFixed(1)})`}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      }}
      {...props.stop}
    >
      <title>{point.words}</title>
      {props.children}
      <circle className={styles.reach} r={11} />
      <path className={styles.bar} d={props.shape} />
    </g>
  );
}
