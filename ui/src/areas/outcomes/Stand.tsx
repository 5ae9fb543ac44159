/** How the referred stand, by platform or by another cut; the last row is the whole. */
import { type ReactNode, useState } from "react";
import {
  type CohortView,
  type Cut,
  type FigureCount,
  type PartView,
  type StatsRequest,
  type StatsView,
  usePlatforms,
} from "../../host";
import { Bdi, Card, Muted, Select } from "../../kit";
import { count } from "../../lib/numbers";
import { duration, percent, publishable } from "./figure";
import { figuresOf, type Opened, Opens, OpensProvider } from "./Opens";
import styles from "./outcomes.module.css";
import { Figures } from "./Twin";
import { useStatistics } from "./useStatistics";
import { w } from "./words";

const CUTS: readonly Cut[] = [
  "platform",
  "route",
  "policy",
  "law",
  "language",
  "service",
  "refusal",
  "team",
];

type Row = Pick<
  PartView,
  "cohort" | "rate_of_referred" | "rate_of_decided" | "median_hours_to_takedown"
>;

/** The columns that are counts, with what each opens. */
const COLUMNS = [
  ["referred", "referred"],
  ["taken_down", "cohort.taken_down"],
  ["limited", "cohort.limited"],
  ["declined", "cohort.declined"],
  ["not_found", "cohort.not_found"],
  ["more_asked", "cohort.more_asked"],
  ["no_answer", "cohort.no_answer"],
  ["withdrawn", "cohort.withdrawn"],
  ["reinstated", "cohort.reinstated"],
  ["not_seen_live", "cohort.not_seen_live"],
] as const satisfies readonly (readonly [keyof CohortView, FigureCount])[];

function cells(row: Row, smallBelow: number | null, part?: Opened["part"]): ReactNode[] {
  const { cohort } = row;
  const counts = COLUMNS.map(([field, of]) => {
    const value = cohort[field];
    const said = publishable(value, smallBelow);
    return (
      <Opens key={field} count={of} value={value} part={part} isHeld={said !== count(value)}>
        {said}
      </Opens>
    );
  });
  // A rate beside a count that is held back would give it away.
  const isHeld = smallBelow !== null && cohort.referred < smallBelow;
  const rest = isHeld
    ? ["–", "–", "–"]
    : [
        percent(row.rate_of_referred),
        percent(row.rate_of_decided),
        duration(row.median_hours_to_takedown),
      ];
  return [...counts, ...rest];
}

/** The card of figures that are told apart by platform alone. */
export function PartsOfPlatform(props: { stats: StatsView; smallBelow: number | null }): ReactNode {
  const { stats, smallBelow } = props;
  return (
    <Card title={w.stands(publishable(stats.referred, smallBelow))}>
      <Parts stats={stats} smallBelow={smallBelow} cut="platform" parts={stats.by_platform} />
    </Card>
  );
}

/** The card. */
export function Stand(props: {
  stats: StatsView;
  asked: StatsRequest;
  smallBelow: number | null;
}): ReactNode {
  const { stats, smallBelow } = props;
  const [cut, setCut] = useState<Cut>("platform");
  const other = useStatistics(cut === "platform" ? null : { ...props.asked, cut });
  const parts = cut === "platform" ? stats.by_platform : (other.data?.by_cut?.parts ?? []);
  return (
    <Card title={w.stands(publishable(stats.referred, smallBelow))}>
      <div className={styles.cut}>
        <Select
          label={w.cut}
          hideLabel
          value={cut}
          onChange={setCut}
          options={CUTS.map((value) => ({ value, label: w.cuts[value] }))}
        />
      </div>
      <Parts stats={stats} smallBelow={smallBelow} cut={cut} parts={parts} />
      <CutText
        cut={cut}
        over={other.data?.by_cut?.more_than_once ?? 0}
        isHidden={smallBelow !== null}
      />
    </Card>
  );
}

/** What the parts are where their heading does not say it all, and by how many they are more than the whole. */
function CutText(props: { cut: Cut; over: number; isHidden: boolean }): ReactNode {
  const { cut, over } = props;
  const text = w.cutText[cut];
  if (text === undefined) return null;
  return (
    <p>
      <Muted>
        {text}
        {over > 0 && ` ${props.isHidden ? w.overSome : w.over(count(over))}`}
      </Muted>
    </p>
  );
}

function Parts(props: {
  stats: StatsView;
  smallBelow: number | null;
  cut: Cut;
  parts: readonly PartView[];
}): ReactNode {
  const { stats, smallBelow, cut, parts } = props;
  const platforms = usePlatforms();
  const nameWords = (part: PartView) => {
    if (part.name === "") return cut === "refusal" ? w.groundNotSaid : w.notSaid;
    return cut === "platform" ? platforms.name(part.name) : (w.partNames[part.name] ?? part.name);
  };
  return (
    <div className={styles.scroll} data-scroll="">
      <Figures
        label={w.stands(count(stats.referred))}
        columns={[w.cuts[cut], ...w.standColumns]}
        hasTotal
        rows={[
          ...parts.map((part) => ({
            key: part.name,
            name: <Bdi>{nameWords(part)}</Bdi>,
            cells: cells(part, smallBelow, { cut, name: part.name, words: nameWords(part) }),
          })),
          { key: " all", name: w.all(w.units[stats.unit]), cells: cells(stats, smallBelow) },
        ]}
      />
    </div>
  );
}

/** Each unit in a row of its own; there is no last row, since units are not added up. */
export function UnitsApart(props: {
  all: readonly StatsView[];
  smallBelow: number | null;
  withImported: boolean;
  onOpen: (opened: Opened) => void;
}): ReactNode {
  return (
    <Card title={w.apart} aside={w.apartText}>
      <div className={styles.scroll} data-scroll="">
        <Figures
          label={w.apart}
          columns={[w.unitColumn, ...w.standColumns]}
          rows={props.all.map((stats) => ({
            key: stats.unit,
            name: w.units[stats.unit],
            cells: cells(stats, props.smallBelow).map((cell, at) => (
              <OpensProvider
                // biome-ignore lint/suspicious/noArrayIndexKey: the columns, always in this order
                key={at}
                value={{ figures: figuresOf(stats, props.withImported), open: props.onOpen }}
              >
                {cell}
              </OpensProvider>
            )),
          }))}
        />
      </div>
    </Card>
  );
}
