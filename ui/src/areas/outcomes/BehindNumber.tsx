/** The list behind a number: pages of rows at one moment, each with the way to its record. */
import { useInfiniteQuery } from "@tanstack/react-query";
import { Fragment, type ReactNode } from "react";
import { Bdi, Button, Dialog, ErrorState, LinkButton, Loading, Muted } from "../../kit";
import { go } from "../../lib/route";
import { instant } from "../../lib/time";
import styles from "./outcomes.module.css";
import { w } from "./rowsWords";

const PAGE = 50;

/** What the core answers for a page. */
type PageOf<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly as_at: string;
};

/** What is listed, and how. */
export type Behind<Row> = {
  readonly title: string;
  /** Names the question. */
  readonly asked: readonly unknown[];
  readonly page: (offset: number, limit: number) => Promise<PageOf<Row>>;
  /** How many there are, and as at when. */
  readonly aside: (total: number, at: string) => string;
  readonly columns: readonly string[];
  readonly row: (row: Row) => ReactNode;
  /** True of a row whose account is kept apart and not named. */
  readonly isApart: (row: Row) => boolean;
  /** What is shown while a page is read, where that takes long. */
  readonly reading?: ReactNode;
};

/** The list; nothing while no number is opened. */
export function BehindNumber<Row>(props: {
  of: Behind<Row> | null;
  onClose: () => void;
}): ReactNode {
  const { of } = props;
  return (
    <Dialog title={of?.title ?? ""} isOpen={of !== null} onClose={props.onClose} size="full">
      {of !== null && <List of={of} />}
    </Dialog>
  );
}

function List<Row>(props: { of: Behind<Row> }): ReactNode {
  const { of } = props;
  const found = useInfiniteQuery({
    queryKey: ["statistics", ...of.asked],
    queryFn: ({ pageParam }) => of.page(pageParam, PAGE),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const shown = pages.reduce((sum, page) => sum + page.rows.length, 0);
      return shown < last.total ? shown : undefined;
    },
  });
  const rows = found.data?.pages.flatMap((page) => page.rows) ?? [];
  const [page] = found.data?.pages ?? [];
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (page === undefined) return of.reading ?? <Loading lines={6} />;
  return (
    <>
      <p className={styles.quiet}>{of.aside(page.total, instant(page.as_at, "full"))}</p>
      <div className={styles.scroll} data-scroll="">
        <table className={styles.rows} aria-label={of.title}>
          <thead>
            <tr>
              {of.columns.map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an account has no name of its own while it is kept apart
              <Fragment key={at}>{of.row(row)}</Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {rows.some(of.isApart) && <Muted>{w.apartText}</Muted>}
      {found.isFetchingNextPage && of.reading}
      {found.hasNextPage && (
        <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          {w.more(Math.min(PAGE, page.total - rows.length))}
        </Button>
      )}
    </>
  );
}

/** The way from a row to its record, which closes the list. */
export function RecordLink(props: {
  account: string;
  label: string;
  onLeave: () => void;
}): ReactNode {
  const { account, label } = props;
  return (
    <LinkButton
      ariaLabel={w.record(label)}
      onPress={() => {
        props.onLeave();
        go({ area: "accounts", id: account });
      }}
    >
      <Bdi>{label}</Bdi>
    </LinkButton>
  );
}
