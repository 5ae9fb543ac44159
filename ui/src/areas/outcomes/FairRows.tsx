/** The accounts behind a number of a group, each with the way to its record. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type FairBy, type FairCount, type FairRowView, useHost, usePlatforms } from "../../host";
import { Bdi, Button, Dialog, ErrorState, LinkButton, Loading, Muted } from "../../kit";
import { go } from "../../lib/route";
import { instant } from "../../lib/time";
import { w } from "./fairnessWords";
import styles from "./outcomes.module.css";
import { w as rows } from "./rowsWords";

const PAGE = 50;

/** Which number of which group is opened. */
export type OpenedGroup = {
  readonly by: FairBy;
  readonly name: string;
  readonly words: string;
  readonly count: FairCount;
};

const title = (opened: OpenedGroup) => w.title(w.counts[opened.count], opened.words);

/** The list behind a number; nothing while none is opened. */
export function FairRows(props: { opened: OpenedGroup | null; onClose: () => void }): ReactNode {
  const { opened } = props;
  return (
    <Dialog
      title={opened === null ? "" : title(opened)}
      isOpen={opened !== null}
      onClose={props.onClose}
      size="full"
    >
      {opened !== null && <List opened={opened} onClose={props.onClose} />}
    </Dialog>
  );
}

function List(props: { opened: OpenedGroup; onClose: () => void }): ReactNode {
  const host = useHost();
  const { by, name, count } = props.opened;
  const found = useInfiniteQuery({
    queryKey: ["statistics", "fair-rows", by, name, count],
    queryFn: ({ pageParam }) =>
      host.commands.fairRows({ by, name, count, offset: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < last.total ? shown : undefined;
    },
  });
  const all = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const [page] = found.data?.pages ?? [];
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (page === undefined) return <Loading lines={6} />;
  return (
    <>
      <p className={styles.quiet}>{w.aside(page.total, instant(page.as_at, "full"))}</p>
      <div className={styles.scroll} data-scroll="">
        <table className={styles.rows} aria-label={title(props.opened)}>
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
            {all.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an account has no name of its own while it is kept apart
              <Row key={at} row={row} onClose={props.onClose} />
            ))}
          </tbody>
        </table>
      </div>
      {all.some((row) => row.account === null) && <Muted>{rows.apartText}</Muted>}
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {rows.more(Math.min(PAGE, page.total - all.length))}
        </Button>
      )}
    </>
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
          <Muted>{rows.apart}</Muted>
        ) : (
          <LinkButton
            ariaLabel={rows.record(row.label)}
            onPress={() => {
              props.onClose();
              go({ area: "accounts", id: account });
            }}
          >
            <Bdi>{row.label}</Bdi>
          </LinkButton>
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
