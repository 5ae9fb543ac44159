/** Takedowns by month as bars, each against the same month of the year before. */
import type { ReactNode } from "react";
import type { MonthView, StatsView } from "../../host";
import { count } from "../../lib/numbers";
import { localeCode } from "../../lib/words";
import { axisStep } from "./figure";
import styles from "./outcomes.module.css";
import { Figures, Twin } from "./Twin";
import { w } from "./words";

const WIDE = 720;
const TALL = 236;
const LEFT = 40;
const BASE = 210;
const TOP = 14;

function monthName(month: string, style: "short" | "long"): string {
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
      aside={w.byMonthAside(count(props.stats.taken_down), count(before))}
      chart={<Bars months={months} />}
      table={
        <Figures
          label={w.asTable(w.byMonth)}
          columns={w.monthColumns}
          rows={months.map((month) => ({
            key: month.month,
            name: monthName(month.month, "long"),
            cells: [
              month.taken_down,
              month.confirmed,
              month.inferred,
              month.year_before,
              month.referred,
            ].map(count),
          }))}
        />
      }
    />
  );
}

function Bars(props: { months: readonly MonthView[] }): ReactNode {
  const { months } = props;
  const most = Math.max(1, ...months.flatMap((month) => [month.taken_down, month.year_before]));
  const step = axisStep(most);
  const top = step * Math.ceil(most / step);
  const y = (value: number) => BASE - (value / top) * (BASE - TOP);
  const room = (WIDE - LEFT - 6) / Math.max(months.length, 1);
  const bar = Math.min(30, room * 0.56);
  const lines = Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDE} ${TALL}`} role="presentation">
      {lines.map((value) => (
        <g key={value}>
          <line className={styles.gridLine} x1={LEFT} x2={WIDE - 4} y1={y(value)} y2={y(value)} />
          <text x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {count(value)}
          </text>
        </g>
      ))}
      {months.map((month, at) => {
        const middle = LEFT + 4 + room * (at + 0.5);
        const isCovered = y(month.year_before) < y(month.taken_down) + 1;
        const words = isCovered ? y(month.year_before) - 5 : y(month.taken_down) - 5;
        return (
          <g key={month.month}>
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
      })}
    </svg>
  );
}
