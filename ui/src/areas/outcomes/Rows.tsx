/** The items behind a number: where each stands, what it was sent in, and the way to its record. */
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type FigureRowView, useHost, usePlatforms } from "../../host";
import { Bdi, Button, Dialog, ErrorState, LinkButton, Loading, Muted } from "../../kit";
import { go } from "../../lib/route";
import { instant } from "../../lib/time";
import { type Opened, openedWords } from "./Opens";
import styles from "./outcomes.module.css";
import { w } from "./rowsWords";

const PAGE = 50;

/** The list behind a number; nothing while none is opened. */
export function Rows(props: { opened: Opened | null; onClose: () => void }): ReactNode {
  const { opened } = props;
  return (
    <Dialog
      title={opened === null ? "" : w.title(openedWords(opened))}
      isOpen={opened !== null}
      onClose={props.onClose}
      size="full"
    >
      {opened !== null && <List opened={opened} onClose={props.onClose} />}
    </Dialog>
  );
}

function List(props: { opened: Opened; onClose: () => void }): ReactNode {
  const host = useHost();
  const { figures, count, part, month } = props.opened;
  const found = useInfiniteQuery({
    queryKey: ["statistics", "rows", props.opened],
    queryFn: ({ pageParam }) =>
      host.commands.figureRows({
        figures,
        count,
        part: part === undefined ? null : { cut: part.cut, name: part.name },
        month: month?.name ?? null,
        offset: pageParam,
        limit: PAGE,
      }),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < last.total ? shown : undefined;
    },
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const [page] = found.data?.pages ?? [];
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (page === undefined) return <Loading lines={6} />;
  return (
    <>
      <p className={styles.quiet}>{w.aside(page.total, instant(page.as_at, "full"))}</p>
      <div className={styles.scroll} data-scroll="">
        <table className={styles.rows} aria-label={w.title(openedWords(props.opened))}>
          <thead>
            <tr>
              {w.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an item has no name of its own while it is kept apart
              <Row key={at} row={row} onClose={props.onClose} />
            ))}
          </tbody>
        </table>
      </div>
      {rows.some((row) => row.is_kept_apart && row.account === null) && (
        <Muted>{w.apartText}</Muted>
      )}
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {w.more(Math.min(PAGE, page.total - rows.length))}
        </Button>
      )}
    </>
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
          <LinkButton
            ariaLabel={w.record(row.label)}
            onPress={() => {
              props.onClose();
              go({ area: "accounts", id: account });
            }}
          >
            <Bdi>{row.label}</Bdi>
          </LinkButton>
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
