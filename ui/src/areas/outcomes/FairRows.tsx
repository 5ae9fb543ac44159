/** The accounts behind a number of a group, each with the way to its record. */
import type { ReactNode } from "react";
import { type FairBy, type FairCount, type FairRowView, useHost, usePlatforms } from "../../host";
import { Bdi, Muted } from "../../kit";
import { BehindNumber, RecordLink } from "./BehindNumber";
import { w } from "./fairnessWords";
import { w as rows } from "./rowsWords";

/** Which number of which group is opened. */
export type OpenedGroup = {
  readonly by: FairBy;
  readonly name: string;
  readonly words: string;
  readonly count: FairCount;
};

/** The list behind a number; nothing while none is opened. */
export function FairRows(props: { opened: OpenedGroup | null; onClose: () => void }): ReactNode {
  const { opened, onClose } = props;
  const host = useHost();
  return (
    <BehindNumber<FairRowView>
      onClose={onClose}
      of={
        opened && {
          title: w.title(w.counts[opened.count], opened.words),
          asked: ["fair-rows", opened.by, opened.name, opened.count],
          page: (offset, limit) =>
            host.commands.fairRows({
              by: opened.by,
              name: opened.name,
              count: opened.count,
              offset,
              limit,
            }),
          aside: w.aside,
          columns: w.rowColumns,
          row: (row) => <Row row={row} onClose={onClose} />,
          isApart: (row) => row.is_kept_apart && row.account === null,
        }
      }
    />
  );
}

function Row(props: { row: FairRowView; onClose: () => void }): ReactNode {
  const { row } = props;
  const platforms = usePlatforms();
  const { account } = row;
  const stands = row.stands.map((bucket) => rows.stands[bucket] ?? bucket);
  return (
    <tr>
      <th scope="row">
        {account === null ? (
          <Muted>{row.is_erased ? rows.erased : rows.apart}</Muted>
        ) : (
          <RecordLink account={account} label={row.label} onLeave={props.onClose} />
        )}
      </th>
      <td>{platforms.name(row.platform)}</td>
      <td>
        <Bdi>{row.sent_in.map((sending) => sending.label || rows.before).join(", ")}</Bdi>
      </td>
      <td>
        {stands.length === 0 ? <Muted>{w.notSent}</Muted> : stands.join(", ")}
        {row.is_returned && <Muted> {w.wasReturned}</Muted>}
      </td>
    </tr>
  );
}
