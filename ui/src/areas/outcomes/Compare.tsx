/** Any two periods side by side, at the same lag, each difference with its interval. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ComparedView, type CompareRequest, type Unit, useHost } from "../../host";
import { Card, Pill, QueryState, Select, TextField } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { w } from "./compareWords";
import { change, duration, percent } from "./figure";
import styles from "./outcomes.module.css";
import { type Days, isDay, spanOf } from "./period";
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
                  cells: cells(measure),
                }))}
              />
            </div>
            <p className={styles.quiet}>{w.how}</p>
          </Card>
        )}
      </QueryState>
    </div>
  );
}

function cells(one: ComparedView): ReactNode[] {
  const isCount = one.measure === "taken_down" || one.measure === "referred";
  const isTime = one.measure === "median_hours";
  const value = (number: number | null, of: number) => {
    if (number === null) return "–";
    if (isCount) return count(number);
    return w.of(isTime ? duration(number) : percent(number), count(of));
  };
  const difference = (number: number) => {
    if (isCount) return change(number);
    if (isTime) return `${number < 0 ? "−" : "+"}${duration(Math.abs(number))}`;
    return w.points(change(number).replace("%", ""));
  };
  return [
    value(one.one, one.one_of),
    value(one.other, one.other_of),
    one.difference === null ? "–" : difference(one.difference),
    one.interval === null
      ? "–"
      : w.interval(difference(one.interval.low ?? 0), difference(one.interval.high ?? 0)),
    one.interval === null ? (
      w.tooFew
    ) : (
      <Pill key="said" tone={one.is_beyond_chance ? "accent" : "neutral"}>
        {one.is_beyond_chance ? w.beyond : w.within}
      </Pill>
    ),
  ];
}
