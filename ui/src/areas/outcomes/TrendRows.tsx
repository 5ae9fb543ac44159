/** The accounts behind a number of the trends, with their words and the way to each record. */
import { type ReactNode, useState } from "react";
import { type TrendRowsRequest, type TrendRowView, useHost } from "../../host";
import { Bdi, newJob, Progress } from "../../kit";
import { count } from "../../lib/numbers";
import { instant } from "../../lib/time";
import { BehindNumber, RecordLink } from "./BehindNumber";
import { OpenNumber } from "./Opens";
import styles from "./outcomes.module.css";
import { w } from "./trendsWords";

/** What is asked for, but for its page. */
type Whole = Omit<TrendRowsRequest, "offset" | "limit">;

/** What is asked for, but for the days on the screen. */
export type TrendNumber = Omit<Whole, "trends">;

/** Opens a number of the trends. */
export type OpenTrend = (request: TrendNumber, words: string) => void;

/** Which number is opened. */
export type WantedTrend = { readonly request: Whole; readonly words: string };

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

/** The list behind a number; nothing while none is opened. */
export function TrendRows(props: { opened: WantedTrend | null; onClose: () => void }): ReactNode {
  const { opened, onClose } = props;
  const host = useHost();
  const [job] = useState(newJob);
  const isPrice = opened?.request.kind === "price";
  return (
    <BehindNumber<TrendRowView>
      onClose={onClose}
      of={
        opened && {
          title: opened.words,
          asked: ["trend-rows", opened.request],
          page: (offset, limit) =>
            host.commands.trendRows({ ...opened.request, offset, limit }, job),
          aside: isPrice ? w.priceRows : w.rows,
          columns: isPrice ? w.priceRowColumns : w.rowColumns,
          row: (row) => <Row row={row} isPrice={isPrice} onClose={onClose} />,
          isApart: () => false,
          reading: <Progress job={job} what={w.reading} />,
        }
      }
    />
  );
}

function Row(props: { row: TrendRowView; isPrice: boolean; onClose: () => void }): ReactNode {
  const { row } = props;
  return (
    <tr>
      <th scope="row">
        <RecordLink account={row.account} label={row.label} onLeave={props.onClose} />
      </th>
      <td>{instant(row.at)}</td>
      {props.isPrice && <td>{row.sum === null ? "–" : count(row.sum)}</td>}
      <td>
        {row.quotes.map((quote) => (
          <span key={quote} className={styles.event}>
            <Bdi>{quote}</Bdi>
          </span>
        ))}
      </td>
    </tr>
  );
}
