/** The items behind a number: where each stands, what it was sent in, and the way to its record. */
import type { ReactNode } from "react";
import { type FigureRowView, useHost, usePlatforms } from "../../host";
import { Bdi, Muted } from "../../kit";
import { instant } from "../../lib/time";
import { BehindNumber, RecordLink } from "./BehindNumber";
import { type Opened, openedWords } from "./Opens";
import styles from "./outcomes.module.css";
import { w } from "./rowsWords";

/** The list behind a number; nothing while none is opened. */
export function Rows(props: { opened: Opened | null; onClose: () => void }): ReactNode {
  const { opened, onClose } = props;
  const host = useHost();
  return (
    <BehindNumber<FigureRowView>
      onClose={onClose}
      of={
        opened && {
          title: w.title(openedWords(opened)),
          asked: ["rows", opened],
          page: (offset, limit) =>
            host.commands.figureRows({
              figures: opened.figures,
              count: opened.count,
              part: opened.part ? { cut: opened.part.cut, name: opened.part.name } : null,
              month: opened.month?.name ?? null,
              offset,
              limit,
            }),
          aside: w.aside,
          columns: w.columns,
          row: (row) => <Row row={row} onClose={onClose} />,
          isApart: (row) => row.is_kept_apart && row.account === null,
        }
      }
    />
  );
}

function Row(props: { row: FigureRowView; onClose: () => void }): ReactNode {
  const { row } = props;
  const platforms = usePlatforms();
  const { account } = row;
  const sentIn = row.sent_in.map((sending) => sending.label || w.before);
  return (
    <tr>
      <th scope="row">
        {account === null ? (
          <Muted>{row.is_erased ? w.erased : w.apart}</Muted>
        ) : (
          <RecordLink account={account} label={row.label} onLeave={props.onClose} />
        )}
        {row.post !== "" && <Muted> {w.post}</Muted>}
      </th>
      <td>{platforms.name(row.platform)}</td>
      <td>
        <Bdi>{sentIn.join(", ")}</Bdi>
      </td>
      <td>{instant(row.sent)}</td>
      <td>
        {w.stands[row.stands] ?? row.stands}
        {row.is_inferred && <Muted> {w.seen}</Muted>}
      </td>
      <td>
        {row.decisions.map((event, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: events of one item, in their order
          <span key={at} className={styles.event}>
            {w.events[event.what] ?? event.what} {instant(event.at)}
            {event.is_imported && <Muted> {w.imported}</Muted>}
          </span>
        ))}
      </td>
    </tr>
  );
}
