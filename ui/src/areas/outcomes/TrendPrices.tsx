/** What is asked for a crossing in one currency, by month: as a chart and as a table. */
import type { ReactNode } from "react";
import type { CurrencyTrendView, PriceMonthView } from "../../host";
import { count, plural } from "../../lib/numbers";
import { axisStep } from "./figure";
import { LineChart, type Point } from "./LineChart";
import { monthName } from "./Months";
import { type OpenTrend, TrendCount } from "./TrendRows";
import { Figures, Twin } from "./Twin";
import { w } from "./trendsWords";

const sum = (value: number | null) => (value === null ? "–" : count(Math.round(value)));

/** The card. */
export function TrendPrices(props: {
  trend: CurrencyTrendView;
  few: number;
  save: ReactNode;
  onOpen: OpenTrend;
}): ReactNode {
  const { trend, few, onOpen } = props;
  const title = w.pricesIn(trend.currency);
  const request = (month: string | null) =>
    ({ kind: "price", name: trend.currency, language: "", month }) as const;
  const words = (month: string) => w.what(trend.currency, monthName(month, "long"));
  const said = trend.months.filter((month) => month.n > 0);
  const isSmall = (month: PriceMonthView) => month.n < few;
  const points = trend.months.map((month): Point => {
    const name = monthName(month.month, "long");
    const value = month.n === 0 ? null : month.median;
    const n = plural(month.n, w.price, w.pricesMany);
    return {
      value,
      low: isSmall(month) ? null : month.lower,
      high: isSmall(month) ? null : month.upper,
      words: isSmall(month)
        ? w.fewPrices(name, n, sum(month.median))
        : w.pricePoint(name, n, sum(month.median), sum(month.lower), sum(month.upper)),
      open: () => onOpen(request(month.month), words(month.month)),
    };
  });
  const most = Math.max(0, ...points.flatMap((point) => [point.value ?? 0, point.high ?? 0]));
  const last = said.at(-1);
  const headline =
    last === undefined
      ? w.noPrices
      : w.priceHeadline(
          monthName(last.month, "long"),
          sum(last.median),
          plural(last.n, w.price, w.pricesMany),
        );
  return (
    <Twin
      title={title}
      aside={w.pricesAside}
      save={props.save}
      chart={
        <LineChart
          width="half"
          label={w.chartOf(title, headline)}
          months={trend.months.map((month) => ({ month: month.month, of: month.n }))}
          ofWords={w.ofPrices(few)}
          lines={[{ key: trend.currency, name: w.halfAsks, points }]}
          band={w.band}
          step={axisStep(most)}
          most={most}
          tick={count}
          few={w.noQuarters(
            said
              .filter(isSmall)
              .map((month) => w.monthN(monthName(month.month, "long"), count(month.n))),
          )}
        />
      }
      table={
        <Figures
          label={w.tableOf(title)}
          columns={w.priceColumns}
          hasTotal
          rows={[
            ...said.map((month) => ({
              key: month.month,
              name: monthName(month.month, "long"),
              cells: [
                <TrendCount
                  key="n"
                  value={month.n}
                  words={words(month.month)}
                  of={request(month.month)}
                  onOpen={onOpen}
                />,
                sum(month.lower),
                sum(month.median),
                sum(month.upper),
              ],
            })),
            {
              key: " all",
              name: w.allMonths,
              cells: [
                <TrendCount
                  key="n"
                  value={trend.n}
                  words={trend.currency}
                  of={request(null)}
                  onOpen={onOpen}
                />,
                "",
                "",
                "",
              ],
            },
          ]}
        />
      }
    />
  );
}
