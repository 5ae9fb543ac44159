/** What is asked for a crossing, and which routes and terms come and go, by month; each number opens its accounts. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ChartFormat, type TrendKind, type TrendsView, useHost } from "../../host";
import { Card, ErrorState, Muted, newJob, Progress, TextField } from "../../kit";
import styles from "./outcomes.module.css";
import { type Days, isDay, spanOf } from "./period";
import { SaveAs } from "./SaveChart";
import { TrendLines } from "./TrendLines";
import { TrendPrices } from "./TrendPrices";
import { type OpenTrend, TrendRows, type WantedTrend } from "./TrendRows";
import { w } from "./trendsWords";

/** The tab. */
export function Trends(props: { now: Date }): ReactNode {
  const host = useHost();
  const [days, setDays] = useState(() => spanOf("year", props.now));
  const [job] = useState(newJob);
  const [opened, setOpened] = useState<WantedTrend | null>(null);
  const found = useQuery({
    queryKey: ["statistics", "trends", days],
    queryFn: () => host.commands.trends(days, job),
    enabled: isDay(days.from) && isDay(days.to),
    placeholderData: (before) => before,
  });
  return (
    <div className={styles.body}>
      <div className={styles.controls}>
        <TextField
          label={w.from}
          type="date"
          value={days.from}
          onChange={(from) => setDays((before) => ({ ...before, from }))}
        />
        <TextField
          label={w.to}
          type="date"
          value={days.to}
          onChange={(to) => setDays((before) => ({ ...before, to }))}
        />
      </div>
      {found.isFetching && <Progress job={job} what={w.reading} />}
      {found.isError && <ErrorState error={found.error} />}
      {found.data && (
        <Shown view={found.data} onOpen={(request, words) => setOpened({ request, words })} />
      )}
      <TrendRows opened={opened} onClose={() => setOpened(null)} />
    </div>
  );
}

function Shown(props: {
  view: TrendsView;
  onOpen: (request: WantedTrend["request"], words: string) => void;
}): ReactNode {
  const { view } = props;
  // Of the days that are shown: other days may be chosen and not read yet.
  const days: Days = { from: view.from, to: view.to };
  const onOpen: OpenTrend = (request, words) => props.onOpen({ trends: days, ...request }, words);
  const shared = { few: view.few_below, onOpen };
  const save = (kind: TrendKind, title: string, currency = "") => (
    <Save kind={kind} title={title} currency={currency} days={days} />
  );
  return (
    <>
      {view.prices.length === 0 && (
        <Card title={w.prices}>
          <Muted>{w.noPrices}</Muted>
        </Card>
      )}
      {view.prices.length > 0 && (
        <div className={styles.halves}>
          {view.prices.map((trend) => (
            <TrendPrices
              key={trend.currency}
              trend={trend}
              save={save("price", w.pricesIn(trend.currency), trend.currency)}
              {...shared}
            />
          ))}
        </div>
      )}
      <TrendLines
        kind="route"
        lines={view.routes}
        accounts={view.accounts}
        leftOut={view.routes_left_out}
        save={save("route", w.titles.route)}
        {...shared}
      />
      <TrendLines
        kind="term"
        lines={view.terms}
        accounts={view.accounts}
        leftOut={view.terms_left_out}
        save={save("term", w.titles.term)}
        {...shared}
      />
      <p className={styles.quiet}>{w.how}</p>
    </>
  );
}

function Save(props: { kind: TrendKind; title: string; currency: string; days: Days }): ReactNode {
  const host = useHost();
  const { kind, currency, days } = props;
  const write = (format: ChartFormat, place: string) =>
    host.commands.writeTrendChart({ trends: days, kind, currency, format, place }, newJob());
  const name = currency === "" ? `${kind}s` : `${kind}s-${currency}`;
  return <SaveAs title={props.title} name={name} write={write} />;
}
