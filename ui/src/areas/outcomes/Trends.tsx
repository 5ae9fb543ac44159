/** What is asked for a crossing, and which routes and terms come and go, by month; each number opens its accounts. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type CurrencyTrendView,
  type TrendLineView,
  type TrendRowsRequest,
  type TrendsView,
  useHost,
} from "../../host";
import {
  Bdi,
  Card,
  Dialog,
  ErrorState,
  LinkButton,
  Muted,
  newJob,
  Pill,
  Progress,
  TextField,
} from "../../kit";
import { count } from "../../lib/numbers";
import { go } from "../../lib/route";
import { instant } from "../../lib/time";
import { change } from "./figure";
import { monthName } from "./Months";
import styles from "./outcomes.module.css";
import { isDay, spanOf } from "./period";
import { Figures } from "./Twin";
import { w } from "./trendsWords";

type Wanted = { readonly request: TrendRowsRequest; readonly words: string };

/** The tab. */
export function Trends(props: { now: Date }): ReactNode {
  const host = useHost();
  const [days, setDays] = useState(() => spanOf("year", props.now));
  const [job] = useState(newJob);
  const [opened, setOpened] = useState<Wanted | null>(null);
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
        <Shown
          view={found.data}
          onOpen={(request, words) => setOpened({ request: { trends: days, ...request }, words })}
        />
      )}
      <Dialog
        title={opened?.words ?? ""}
        isOpen={opened !== null}
        onClose={() => setOpened(null)}
        size="wide"
      >
        {opened !== null && <Accounts wanted={opened} onLeave={() => setOpened(null)} />}
      </Dialog>
    </div>
  );
}

type Open = (request: Omit<TrendRowsRequest, "trends">, words: string) => void;

function Shown(props: { view: TrendsView; onOpen: Open }): ReactNode {
  const { view, onOpen } = props;
  return (
    <>
      <Card title={w.prices} aside={w.pricesAside}>
        {view.prices.length === 0 && <Muted>{w.noPrices}</Muted>}
        <div className={styles.halves}>
          {view.prices.map((trend) => (
            <Currency key={trend.currency} trend={trend} onOpen={onOpen} />
          ))}
        </div>
      </Card>
      <Lines
        title={w.routes}
        first={w.route}
        lines={view.routes}
        of={view.accounts}
        onOpen={onOpen}
      />
      <Lines title={w.terms} first={w.term} lines={view.terms} of={view.accounts} onOpen={onOpen} />
      <p className={styles.quiet}>{w.how}</p>
    </>
  );
}

function Accountable(props: { value: number; what: string; onPress: () => void }): ReactNode {
  const said = count(props.value);
  if (props.value === 0) return <Muted>{said}</Muted>;
  return (
    <span className={styles.opens}>
      <LinkButton ariaLabel={w.open(said, props.what)} onPress={props.onPress}>
        {said}
      </LinkButton>
    </span>
  );
}

function Currency(props: { trend: CurrencyTrendView; onOpen: Open }): ReactNode {
  const { trend, onOpen } = props;
  const sum = (value: number | null) => (value === null ? "–" : count(Math.round(value)));
  return (
    <div>
      <h3 className={styles.label}>{w.currency(trend.currency, trend.n)}</h3>
      <Figures
        label={w.currency(trend.currency, trend.n)}
        columns={w.priceColumns}
        rows={trend.months
          .filter((month) => month.n > 0)
          .map((month) => {
            const words = w.what(trend.currency, monthName(month.month, "long"));
            const request = {
              kind: "price" as const,
              name: trend.currency,
              language: "",
              month: month.month,
            };
            return {
              key: month.month,
              name: monthName(month.month, "long"),
              cells: [
                <Accountable
                  key="n"
                  value={month.n}
                  what={words}
                  onPress={() => onOpen(request, words)}
                />,
                sum(month.lower),
                sum(month.median),
                sum(month.upper),
              ],
            };
          })}
      />
    </div>
  );
}

function Lines(props: {
  title: string;
  first: string;
  lines: readonly TrendLineView[];
  of: number;
  onOpen: Open;
}): ReactNode {
  const months = props.lines[0]?.months.map((month) => month.month) ?? [];
  return (
    <Card title={props.title} aside={w.aside(props.of)}>
      {props.lines.length === 0 ? (
        <Muted>{w.none}</Muted>
      ) : (
        <div className={styles.scroll} data-scroll="">
          <Figures
            label={props.title}
            columns={[
              props.first,
              w.all,
              ...months.map((month) => monthName(month, "long")),
              w.change,
            ]}
            rows={props.lines.map((line) => ({
              key: `${line.language} ${line.name}`,
              name: (
                <>
                  <Bdi>{line.name}</Bdi> {line.meaning !== "" && <Muted>{line.meaning}</Muted>}
                </>
              ),
              cells: [
                cell(line, null, line.accounts, props.onOpen),
                ...line.months.map((month) =>
                  cell(line, month.month, month.accounts, props.onOpen),
                ),
                <Change key="change" line={line} />,
              ],
            }))}
          />
        </div>
      )}
    </Card>
  );
}

function cell(line: TrendLineView, month: string | null, value: number, onOpen: Open): ReactNode {
  const words = month === null ? line.name : w.what(line.name, monthName(month, "long"));
  const { kind, name, language } = line;
  return (
    <Accountable
      key={month ?? "all"}
      value={value}
      what={words}
      onPress={() => onOpen({ kind, name, language, month }, words)}
    />
  );
}

function Change(props: { line: TrendLineView }): ReactNode {
  const { line } = props;
  if (line.change === null) return "–";
  return (
    <>
      {w.points(change(line.change).replace("%", ""))}{" "}
      {line.is_beyond_chance && <Pill tone="accent">{line.change > 0 ? w.rising : w.falling}</Pill>}
    </>
  );
}

function Accounts(props: { wanted: Wanted; onLeave: () => void }): ReactNode {
  const host = useHost();
  const [job] = useState(newJob);
  const found = useQuery({
    queryKey: ["statistics", "trend-rows", props.wanted.request],
    queryFn: () => host.commands.trendRows(props.wanted.request, job),
  });
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.data === undefined) return <Progress job={job} what={w.reading} />;
  return (
    <table className={styles.rows} aria-label={props.wanted.words}>
      <thead>
        <tr>
          {w.rowColumns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.data.map((row) => (
          <tr key={row.account}>
            <th scope="row">
              <LinkButton
                ariaLabel={w.record(row.label)}
                onPress={() => {
                  props.onLeave();
                  go({ area: "accounts", id: row.account });
                }}
              >
                <Bdi>{row.label}</Bdi>
              </LinkButton>
            </th>
            <td>{instant(row.at)}</td>
            <td>
              {row.quotes.map((quote) => (
                <span key={quote} className={styles.event}>
                  <Bdi>{quote}</Bdi>
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
