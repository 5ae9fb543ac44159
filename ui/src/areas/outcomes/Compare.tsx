/** Any two periods side by side, at the same lag, each difference with its interval. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type ComparedView,
  type CompareRequest,
  type FigureCount,
  type Unit,
  useHost,
} from "../../host";
import { Card, Pill, QueryState, Select, TextField } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { w } from "./compareWords";
import { change, duration, percent } from "./figure";
import { figuresOf, type Opened, Opens, OpensProvider, Say } from "./Opens";
import styles from "./outcomes.module.css";
import { type Days, isDay, spanOf } from "./period";
import { Rows } from "./Rows";
import { Figures } from "./Twin";
import { w as area } from "./words";

const SIDES = ["one", "other"] as const;

/** The tab. */
export function Compare(props: { now: Date; units: readonly Unit[] }): ReactNode {
  const host = useHost();
  const [unit, setUnit] = useState<Unit>("account");
  const [days, setDays] = useState<{ readonly one: Days; readonly other: Days }>({
    one: spanOf("quarter", props.now),
    other: spanOf("quarter", props.now, 1),
  });
  const [opened, setOpened] = useState<Opened | null>(null);
  const isAsked = SIDES.every((side) => isDay(days[side].from) && isDay(days[side].to));
  const request: CompareRequest = { unit, ...days, as_at: null, with_imported: true };
  const found = useQuery({
    queryKey: ["statistics", "compare", request],
    queryFn: () => host.commands.comparePeriods(request),
    enabled: isAsked,
    placeholderData: (before) => before,
  });
  const units = props.units.includes("account")
    ? props.units
    : ["account" as const, ...props.units];
  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <Select
          label={area.unit}
          value={unit}
          onChange={setUnit}
          options={units.map((value) => ({ value, label: area.units[value] }))}
        />
        {SIDES.map((side) => (
          <fieldset key={side} className={styles.side}>
            <legend>{w[side]}</legend>
            {(["from", "to"] as const).map((end) => (
              <TextField
                key={end}
                label={`${w[end]} ${w.which[side]}`}
                type="date"
                value={days[side][end]}
                onChange={(value) =>
                  setDays((before) => ({ ...before, [side]: { ...before[side], [end]: value } }))
                }
              />
            ))}
          </fieldset>
        ))}
      </div>
      <QueryState query={found}>
        {(view) => (
          <Card
            title={w.table}
            aside={w.lag(instant(view.one.as_at, "full"), instant(view.other.as_at, "full"))}
          >
            {view.overlap && <p className={styles.quiet}>{w.overlap}</p>}
            <div className={styles.scroll} data-scroll="">
              <Figures
                label={w.table}
                columns={w.columns}
                rows={view.measures.map((measure) => ({
                  key: measure.measure,
                  name: w.measures[measure.measure],
                  cells: [
                    ...SIDES.map((side) => (
                      <OpensProvider
                        key={side}
                        value={{ figures: figuresOf(view[side], true), open: setOpened }}
                      >
                        <Side measure={measure} side={side} />
                      </OpensProvider>
                    )),
                    ...difference(measure),
                  ],
                }))}
              />
            </div>
            <p className={styles.quiet}>{w.how}</p>
          </Card>
        )}
      </QueryState>
      <Rows opened={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

/** A measure of one side: its value, and the numbers it is made of. */
function Side(props: { measure: ComparedView; side: (typeof SIDES)[number] }): ReactNode {
  const { measure: one, side } = props;
  const [value, of, part] =
    side === "one"
      ? [one.one, one.one_of, one.one_part]
      : [one.other, one.other_of, one.other_part];
  const number = (name: FigureCount, number: number) => (
    <Opens count={name} value={number} side={w.sides[side]}>
      {count(number)}
    </Opens>
  );
  if (value === null) return "–";
  if (isCount(one)) return number(one.of, of);
  if (one.part === null || part === null) {
    return <Say words={(of) => w.of(duration(value), of)} nodes={[number(one.of, of)]} />;
  }
  return (
    <Say
      words={(part, of) => w.share(percent(value), part, of)}
      nodes={[number(one.part, part), number(one.of, of)]}
    />
  );
}

const isCount = (one: ComparedView) => one.measure === "taken_down" || one.measure === "referred";

/** The difference of both sides, its interval, and what may be said of it. */
function difference(one: ComparedView): ReactNode[] {
  const words = (number: number) => {
    if (isCount(one)) return change(number);
    if (one.measure === "median_hours") {
      return `${number < 0 ? "−" : "+"}${duration(Math.abs(number))}`;
    }
    return w.points(change(number).replace("%", ""));
  };
  return [
    one.difference === null ? "–" : words(one.difference),
    one.interval === null
      ? "–"
      : w.interval(words(one.interval.low ?? 0), words(one.interval.high ?? 0)),
    one.interval === null ? (
      w.tooFew
    ) : (
      <Pill key="said" tone={one.is_beyond_chance ? "accent" : "neutral"}>
        {one.is_beyond_chance ? w.beyond : w.within}
      </Pill>
    ),
  ];
}
