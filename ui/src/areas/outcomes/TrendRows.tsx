/** The accounts behind a number of the trends, with their words and the way to each record. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type TrendRowsRequest, useHost } from "../../host";
import { Bdi, ErrorState, newJob, Progress } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { RecordLink } from "./BehindNumber";
import { OpenNumber } from "./Opens";
import styles from "./outcomes.module.css";
import { w } from "./trendsWords";

/** What is asked for, but for the days on the screen. */
export type TrendNumber = Omit<TrendRowsRequest, "trends">;

/** Opens a number of the trends. */
export type OpenTrend = (request: TrendNumber, words: string) => void;

/** Which number is opened. */
export type WantedTrend = { readonly request: TrendRowsRequest; readonly words: string };

/** A number that opens its accounts. */
export function TrendCount(props: {
  value: number;
  words: string;
  of: TrendNumber;
  onOpen: OpenTrend;
}): ReactNode {
  const said = count(props.value);
  return (
    <OpenNumber
      value={props.value}
      label={w.open(said, props.words)}
      onPress={() => props.onOpen(props.of, props.words)}
    >
      {said}
    </OpenNumber>
  );
}

/** The list. */
export function TrendRows(props: { wanted: WantedTrend; onLeave: () => void }): ReactNode {
  const host = useHost();
  const [job] = useState(newJob);
  const { request, words } = props.wanted;
  const found = useQuery({
    queryKey: ["statistics", "trend-rows", request],
    queryFn: () => host.commands.trendRows(request, job),
  });
  if (found.isError) return <ErrorState error={found.error} />;
  if (found.data === undefined) return <Progress job={job} what={w.reading} />;
  const isPrice = request.kind === "price";
  return (
    <>
      <p className={styles.quiet}>
        {isPrice ? w.priceRows(found.data.length) : w.rows(found.data.length)}
      </p>
      <table className={styles.rows} aria-label={words}>
        <thead>
          <tr>
            {(isPrice ? w.priceRowColumns : w.rowColumns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {found.data.map((row) => (
            <tr key={`${row.account} ${row.at} ${row.sum ?? ""}`}>
              <th scope="row">
                <RecordLink account={row.account} label={row.label} onLeave={props.onLeave} />
              </th>
              <td>{instant(row.at)}</td>
              {isPrice && <td>{row.sum === null ? "–" : count(row.sum)}</td>}
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
    </>
  );
}
