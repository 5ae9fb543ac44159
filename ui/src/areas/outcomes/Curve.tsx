/** What share was taken down by which day, for the platforms with most referred. */
import type { ReactNode } from "react";
import { type PartView, type StatsView, usePlatforms } from "../../host";
import { percent } from "./figure";
import styles from "./outcomes.module.css";
import { Figures, Twin } from "./Twin";
import { w } from "./words";

const WIDE = 360;
const TALL = 228;
const LEFT = 40;
const RIGHT = 256;
const BASE = 200;
const TOP = 30;
/** At most four series, told apart by their dashes. */
const DASHES = ["", "6 3", "2 3", "8 3 2 3"] as const;
/** Days drawn; the table goes on to 90. */
const DAYS = 30;
const TABLE_DAYS = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90] as const;

type Series = { readonly name: string; readonly shares: readonly number[] };

const sharesOf = (part: { share_by_day: PartView["share_by_day"] }) =>
  part.share_by_day.map((one) => one.share ?? 0);

/** The card. */
export function Curve(props: { stats: StatsView }): ReactNode {
  const platforms = usePlatforms();
  const series: Series[] = props.stats.by_platform
    .filter((part) => part.share_by_day.length > 0)
    .slice(0, DASHES.length)
    .map((part) => ({ name: platforms.name(part.name), shares: sharesOf(part) }));
  const all: Series = { name: w.allOf, shares: sharesOf(props.stats) };
  return (
    <Twin
      title={w.curve}
      saved="curve"
      chart={
        series.length === 0 ? (
          <p className={styles.quiet}>{w.curveNone}</p>
        ) : (
          <Lines series={series} />
        )
      }
      table={
        <Figures
          label={w.asTable(w.curve)}
          columns={[w.since, all.name, ...series.map((one) => one.name)]}
          rows={TABLE_DAYS.map((day) => ({
            key: String(day),
            name: w.curveDay(day),
            cells: [all, ...series].map((one) => percent(one.shares[day] ?? null)),
          }))}
        />
      }
    />
  );
}

const x = (day: number) => LEFT + (day / DAYS) * (RIGHT - LEFT);
const y = (share: number) => BASE - share * (BASE - TOP);

/** Where the words of each line stand: beside its end, and not over each other. */
function places(series: readonly Series[]): number[] {
  const ends = series.map((one, at) => ({ at, y: y(one.shares[DAYS] ?? 0) + 4 }));
  ends.sort((one, other) => one.y - other.y);
  let last = Number.NEGATIVE_INFINITY;
  const put: number[] = [];
  for (const end of ends) {
    last = Math.max(end.y, last + 14);
    put[end.at] = last;
  }
  return put;
}

function Lines(props: { series: readonly Series[] }): ReactNode {
  const words = places(props.series);
  return (
    <svg
      className={styles.chart}
      viewBox={`0 0 ${WIDE} ${TALL}`}
      role="img"
      aria-label={w.pictureOf(
        w.curve,
        props.series.map((one) => `${one.name} ${percent(one.shares[DAYS] ?? 0)}`).join(", "),
      )}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className={styles.gridLine} x1={LEFT} x2={RIGHT} y1={y(share)} y2={y(share)} />
          <text x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {`${share * 100}%`}
          </text>
        </g>
      ))}
      {[0, 15, DAYS].map((day) => (
        <text key={day} x={x(day)} y={BASE + 18} textAnchor="middle">
          {day === DAYS ? w.axisDays(day) : day}
        </text>
      ))}
      {props.series.map((one, at) => (
        <g key={one.name}>
          <polyline
            className={styles.line}
            strokeDasharray={DASHES[at] ?? ""}
            points={one.shares
              .slice(0, DAYS + 1)
              .map((share, day) => `${x(day).toFixed(1)},${y(share).toFixed(1)}`)
              .join(" ")}
          />
          <text x={RIGHT + 6} y={words[at]}>
            {`${one.name} ${Math.round((one.shares[DAYS] ?? 0) * 100)}%`}
          </text>
        </g>
      ))}
    </svg>
  );
}
