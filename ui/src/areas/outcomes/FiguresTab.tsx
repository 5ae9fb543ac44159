/** The figures of a unit and a period: cards, charts, how the referred stand, what waits. */
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type StatsRequest, type StatsView, type Unit, useHost } from "../../host";
import { EmptyState, ErrorState, Loading, QueryState } from "../../kit";
import { Cards } from "./Cards";
import { Curve } from "./Curve";
import { Further } from "./Further";
import { Months } from "./Months";
import { type Opened, OpensProvider } from "./Opens";
import styles from "./outcomes.module.css";
import { type Asked, requestOf } from "./period";
import { Rows } from "./Rows";
import { Slices } from "./Slices";
import { Stand, UnitsApart } from "./Stand";
import { useStatistics } from "./useStatistics";
import { w } from "./words";

/** What is asked for, under its controls. */
export function FiguresTab(props: {
  asked: Asked;
  units: readonly Unit[];
  now: Date;
  smallBelow: number | null;
}): ReactNode {
  const { asked } = props;
  const unit = asked.which === "apart" ? "account" : asked.which;
  const request = requestOf(asked, unit, props.now);
  const stats = useStatistics(request);
  if (asked.which === "apart") return <Apart {...props} />;
  return (
    <QueryState query={stats}>
      {(found) => <Figured stats={found} request={request} smallBelow={props.smallBelow} />}
    </QueryState>
  );
}

function Figured(props: {
  stats: StatsView;
  request: StatsRequest | null;
  smallBelow: number | null;
}): ReactNode {
  const { stats, request, smallBelow } = props;
  const [opened, setOpened] = useState<Opened | null>(null);
  const isEmpty = stats.referred + stats.taken_down + stats.previous === 0;
  // At the moment of what is shown: a number that is opened later has the rows it had.
  const figures = request === null ? null : { ...request, as_at: stats.as_at };
  return (
    <OpensProvider value={figures === null ? null : { figures, open: setOpened }}>
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
        {figures !== null && <Further figures={figures} smallBelow={smallBelow} />}
      </div>
      <Rows opened={opened} onClose={() => setOpened(null)} />
    </OpensProvider>
  );
}

function Apart(props: {
  asked: Asked;
  units: readonly Unit[];
  now: Date;
  smallBelow: number | null;
}): ReactNode {
  const host = useHost();
  const [opened, setOpened] = useState<Opened | null>(null);
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
    <>
      <UnitsApart
        all={found.flatMap((query) => query.data ?? [])}
        smallBelow={props.smallBelow}
        withImported={requests.every((request) => request.with_imported)}
        onOpen={setOpened}
      />
      <Rows opened={opened} onClose={() => setOpened(null)} />
    </>
  );
}
