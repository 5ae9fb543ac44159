/** Outcomes: what came of what was referred, with its denominator, its period and its as-at moment. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type StatsRequest, type StatsView, type Unit, useHost } from "../../host";
import { Button, EmptyState, ErrorState, Loading, Page, QueryState } from "../../kit";
import { instant } from "../../lib/time";
import { Cards } from "./Cards";
import { type Asked, Controls } from "./Controls";
import { Counted } from "./Counted";
import { Curve } from "./Curve";
import { Freeze } from "./Freeze";
import { w as frozen } from "./freezeWords";
import { Months } from "./Months";
import styles from "./outcomes.module.css";
import { asMoment, isDay, spanOf } from "./period";
import { Slices } from "./Slices";
import { Stand, UnitsApart } from "./Stand";
import { useStatistics } from "./useStatistics";
import { w } from "./words";

function start(now: Date): Asked {
  return {
    which: "account",
    span: "year",
    back: 0,
    ...spanOf("year", now),
    asAt: "",
    withImported: true,
    hidesSmall: false,
  };
}

/** What is asked of the core for a unit; null while a day is not written out. */
function requestOf(asked: Asked, unit: Unit, now: Date): StatsRequest | null {
  const days = asked.span === "choose" ? asked : spanOf(asked.span, now, asked.back);
  if (!isDay(days.from) || !isDay(days.to)) return null;
  return {
    unit,
    from: days.from,
    to: days.to,
    as_at: asMoment(asked.asAt),
    with_imported: asked.withImported,
    cut: null,
  };
}

/** The area Outcomes. */
export function OutcomesArea(): ReactNode {
  const host = useHost();
  const [now] = useState(() => new Date());
  const [asked, setAsked] = useState(() => start(now));
  const [isTold, setTold] = useState(false);
  const [isFreezing, setFreezing] = useState(false);
  const units = useQuery({
    queryKey: ["statistics", "units"],
    queryFn: () => host.commands.statisticsUnits(),
  });
  const unit = asked.which === "apart" ? "account" : asked.which;
  const request = requestOf(asked, unit, now);
  const stats = useStatistics(request);
  const small = stats.data?.said.small_below ?? null;
  const smallBelow = asked.hidesSmall ? small : null;
  return (
    <Page
      title={w.title}
      aside={stats.data && <Period stats={stats.data} />}
      actions={
        <>
          <Button size="small" onPress={() => setTold(true)}>
            {w.how}
          </Button>
          <Button size="small" onPress={() => setFreezing(true)}>
            {frozen.open}
          </Button>
        </>
      }
    >
      <Controls
        asked={asked}
        units={units.data ?? []}
        smallBelow={small ?? 0}
        onChange={(patch) => setAsked((before) => ({ ...before, ...patch }))}
      />
      {units.data?.length === 0 ? (
        <EmptyState title={w.none} icon="outcomes">
          {w.noneText}
        </EmptyState>
      ) : asked.which === "apart" ? (
        <Apart asked={asked} units={units.data ?? []} now={now} smallBelow={smallBelow} />
      ) : (
        <QueryState query={stats}>
          {(found) => <Figured stats={found} request={request} smallBelow={smallBelow} />}
        </QueryState>
      )}
      <Freeze request={request} isOpen={isFreezing} onClose={() => setFreezing(false)} />
      <Counted isOpen={isTold} onClose={() => setTold(false)} smallBelow={small} />
    </Page>
  );
}

function Period(props: { stats: StatsView }): ReactNode {
  const { stats } = props;
  const day = (text: string) => instant(`${text}T00:00:00Z`, "date");
  return (
    <>
      {w.period(day(stats.from), day(stats.to))} <b>{instant(stats.as_at, "full")}</b>
    </>
  );
}

function Figured(props: {
  stats: StatsView;
  request: StatsRequest | null;
  smallBelow: number | null;
}): ReactNode {
  const { stats, request, smallBelow } = props;
  const isEmpty = stats.referred + stats.taken_down + stats.previous === 0;
  return (
    <div className={styles.body}>
      {isEmpty ? (
        <EmptyState title={w.noneHere} icon="outcomes">
          {w.noneHereText}
        </EmptyState>
      ) : (
        <>
          <Cards stats={stats} smallBelow={smallBelow} />
          <div className={styles.charts}>
            <Months stats={stats} />
            <Curve stats={stats} />
          </div>
          {request !== null && <Stand stats={stats} asked={request} smallBelow={smallBelow} />}
        </>
      )}
      <Slices stats={stats} smallBelow={smallBelow} />
    </div>
  );
}

function Apart(props: {
  asked: Asked;
  units: readonly Unit[];
  now: Date;
  smallBelow: number | null;
}): ReactNode {
  const host = useHost();
  const requests = props.units.flatMap((unit) => requestOf(props.asked, unit, props.now) ?? []);
  const found = useQueries({
    queries: requests.map((request) => ({
      queryKey: ["statistics", request],
      queryFn: () => host.commands.statistics(request),
    })),
  });
  const failed = found.find((query) => query.isError);
  if (failed) return <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />;
  if (found.some((query) => query.isPending)) return <Loading lines={4} />;
  return (
    <UnitsApart all={found.flatMap((query) => query.data ?? [])} smallBelow={props.smallBelow} />
  );
}
