/** Takedowns by month as bars, each against the same month of the year before. */
import type { ReactNode } from "react";
import type { FigureCount, MonthView, StatsView } from "../../host";
import { count } from "../../lib/numbers";
import { localeCode } from "../../lib/words";
import { axisStep } from "./figure";
import { Opens, useOpening } from "./Opens";
import styles from "./outcomes.module.css";
import { Figures, Twin } from "./Twin";
import { w } from "./words";

const WIDE = 720;
const TALL = 236;
const LEFT = 40;
const BASE = 210;
const TOP = 14;

const COLUMNS = [
  "taken_down",
  "confirmed",
  "inferred",
  "year_before",
  "referred",
] as const satisfies readonly FigureCount[];

/** A month as it stands under a bar, or with its year. */
export function monthName(month: string, style: "short" | "long"): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  const year = style === "long" ? ({ year: "numeric" } as const) : {};
  return new Intl.DateTimeFormat(localeCode(), { month: "short", ...year, timeZone: "UTC" }).format(
    date,
  );
}

/** The card. */
export function Months(props: { stats: StatsView }): ReactNode {
  const months = props.stats.by_month;
  const before = months.reduce((sum, month) => sum + month.year_before, 0);
  return (
    <Twin
      title={w.byMonth}
      saved="months"
      aside={w.byMonthAside(count(props.stats.taken_down), count(before))}
      chart={
        <Bars
          months={months}
          label={w.pictureOf(w.byMonth, headline(months, props.stats.taken_down, before))}
        />
      }
      table={
        <Figures
          label={w.asTable(w.byMonth)}
          columns={w.monthColumns}
          rows={months.map((month) => ({
            key: month.month,
            name: monthName(month.month, "long"),
            cells: COLUMNS.map((of) => (
              <Opens
                key={of}
                count={of}
                value={month[of]}
                month={{ name: month.month, words: monthName(month.month, "long") }}
              >
                {count(month[of])}
              </Opens>
            )),
          }))}
        />
      }
    />
  );
}

/** The chart in a sentence: what is in it, and where it is highest. */
function headline(months: readonly MonthView[], taken: number, before: number): string {
  const [highest] = months.toSorted((one, other) => other.taken_down - one.taken_down);
  const said = w.monthsHeadline(count(taken), count(before));
  if (highest === undefined || highest.taken_down === 0) return said;
  return w.monthsMost(said, monthName(highest.month, "long"), count(highest.taken_down));
}

function Bars(props: { months: readonly MonthView[]; label: string }): ReactNode {
  const { months } = props;
  const most = Math.max(1, ...months.flatMap((month) => [month.taken_down, month.year_before]));
  const step = axisStep(most);
  const top = step * Math.ceil(most / step);
  const y = (value: number) => BASE - (value / top) * (BASE - TOP);
  const room = (WIDE - LEFT - 6) / Math.max(months.length, 1);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDE} ${TALL}`}
      role="group"
      aria-label={props.label}
    >
      {lines.map((value) => (
        <g key={value}>
          <line className={styles.gridLine} x1={LEFT} x2={WIDE - 4} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {count(value)}
          </text>
        </g>
      ))}
      {months.map((month, at) => (
        <Bar key={month.month} month={month} at={at} room={room} y={y} />
      ))}
    </svg>
  );
}

function Bar(props: {
  month: MonthView;
  at: number;
  room: number;
  y: (value: number) => number;
}): ReactNode {
  const { month, at, room, y } = props;
  const open = useOpening();
  const bar = Math.min(30, room * 0.56);
  const middle = LEFT + 4 + room * (at + 0.5);
  const isCovered = y(month.year_before) < y(month.taken_down) + 1;
  const words = isCovered ? y(month.year_before) - 5 : y(month.taken_down) - 5;
  const name = monthName(month.month, "long");
  const press = () => {
    if (month.taken_down > 0) {
      open?.({ count: "taken_down", month: { name: month.month, words: name } });
    }
  };
  return (
    <g
      role="button"
      tabIndex={0}
      className={styles.pressed}
      aria-label={w.monthBar(name, count(month.taken_down))}
      aria-disabled={open === null || month.taken_down === 0}
      onClick={press}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        press();
      }}
    >
      <rect
        className={styles.bar}
        x={middle - bar / 2}
        y={y(month.taken_down)}
        width={bar}
        height={BASE - y(month.taken_down)}
      />
      <line
        className={styles.beforeLine}
        x1={middle - bar * 0.7}
        x2={middle + bar * 0.7}
        y1={y(month.year_before)}
        y2={y(month.year_before)}
      />
      {room > 24 && (
        <text x={middle} y={words} textAnchor="middle">
          {count(month.taken_down)}
        </text>
      )}
      {(room > 24 || at % 3 === 0) && (
        <text x={middle} y={BASE + 18} textAnchor="middle">
          {monthName(month.month, "short")}
        </text>
      )}
    </g>
  );
}
