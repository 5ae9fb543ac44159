import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import {
  type SecondReviewDoneView,
  type SecondReviewListView,
  type SecondReviewRow,
  useHost,
} from "../../../host";
import {
  Bdi,
  EmptyState,
  ErrorState,
  focusPane,
  ListHeader,
  ListWindow,
  Loading,
  listOf,
  Muted,
  Pill,
  QueryState,
  Section,
  useCommand,
  WorkLayout,
} from "../../../kit";
import { useRoute } from "../../../lib/route";
import { ExhibitProvider } from "../../../record/exhibit/ExhibitProvider";
import { PlatformMark } from "../../../record/PlatformMark";
import { BlindPane } from "./BlindPane";
import { OpinionBar } from "./OpinionBar";
import { Revealed } from "./Revealed";
import styles from "./second.module.css";
import { w } from "./words";

/** Height of a row in pixels. */
const ROW = 52;

/** What waits, the account that is open without what was made of it, and the bar that answers. */
export function Judge(props: { parts: ReactNode }): ReactNode {
  const host = useHost();
  const query = useQuery<SecondReviewListView>({
    queryKey: ["second-review"],
    queryFn: () => host.commands.secondReviews(),
  });
  const { route, go } = useRoute();
  return (
    <ExhibitProvider onOpenAccount={(id) => go({ area: "accounts", id })}>
      <QueryState query={query}>
        {(list) => <Screen list={list} id={route.id ?? null} parts={props.parts} />}
      </QueryState>
    </ExhibitProvider>
  );
}

function useSteps(rows: readonly SecondReviewRow[], id: string | null) {
  const { go } = useRoute();
  const at = rows.findIndex((row) => row.account === id);
  const open = (account: string | undefined) =>
    go(
      { area: "review", tab: "second-review", ...(account === undefined ? {} : { id: account }) },
      { replace: true },
    );
  const step = (by: 1 | -1) => {
    const next = rows[at === -1 ? 0 : at + by];
    if (next !== undefined) open(next.account);
  };
  return { at, open, step };
}

function Screen(props: {
  list: SecondReviewListView;
  id: string | null;
  parts: ReactNode;
}): ReactNode {
  const { list, id } = props;
  const client = useQueryClient();
  const [done, setDone] = useState<SecondReviewDoneView | null>(null);
  const { at, open, step } = useSteps(list.rows, id);
  const first = list.rows[0]?.account;
  useEffect(() => {
    if (id === null && done === null && first !== undefined) open(first);
  });
  const goOn = () => {
    setDone(null);
    open(list.rows.find((row) => row.account !== done?.account)?.account);
    focusPane("item");
  };
  useCommand("next", () => (done === null ? step(1) : goOn()));
  useCommand("previous", () => step(-1), done === null);
  const answered = (view: SecondReviewDoneView) => {
    setDone(view);
    void client.invalidateQueries({ queryKey: ["second-review"] });
  };
  const isOpen = id !== null && done === null && at !== -1;
  return (
    <WorkLayout
      list={
        <>
          <ListHeader>
            {props.parts}
            <Muted>{w.waits(list.rows.length)}</Muted>
          </ListHeader>
          <ListWindow<SecondReviewRow>
            source={listOf(list.rows, "second-review")}
            label={w.list}
            rowKey={(row) => row.account}
            rowHeight={ROW}
            renderRow={(row) => <Line row={row} />}
            current={at === -1 ? null : at}
            onCurrent={(index) => {
              setDone(null);
              open(list.rows[index]?.account);
            }}
            onOpen={() => focusPane("item")}
            empty={<EmptyState title={w.done} icon="check" />}
          />
        </>
      }
      item={
        done !== null ? (
          <Revealed done={done} onNext={goOn} />
        ) : isOpen ? (
          <Blind key={id} id={id} />
        ) : (
          <EmptyState title={list.rows.length === 0 ? w.done : w.nothingOpen} icon="review">
            {list.rows.length === 0 ? w.doneText : w.nothingOpenText}
          </EmptyState>
        )
      }
      inspector={<About list={list} />}
      decision={isOpen ? <Bar key={id} id={id} onAnswered={answered} /> : null}
      listLabel={w.list}
      itemLabel={w.item}
      inspectorLabel={w.beside}
      hasItem={isOpen || done !== null}
      onBack={() => open(undefined)}
    />
  );
}

function useBlind(id: string) {
  const host = useHost();
  return useQuery({
    queryKey: ["second-blind", id],
    queryFn: () => host.commands.blindAccount(id),
    // Each asking is a look that is logged.
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function Blind(props: { id: string }): ReactNode {
  const { data, error, refetch } = useBlind(props.id);
  if (error !== null) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data === undefined ? <Loading lines={9} /> : <BlindPane account={data} />;
}

function Bar(props: { id: string; onAnswered: (done: SecondReviewDoneView) => void }): ReactNode {
  const { data } = useBlind(props.id);
  return data === undefined ? null : <OpinionBar account={data} onAnswered={props.onAnswered} />;
}

function Line(props: { row: SecondReviewRow }): ReactNode {
  const { row } = props;
  return (
    <div className={styles.line}>
      <PlatformMark code={row.platform} />
      <div className={styles.words}>
        <b className={styles.label}>
          <Bdi lines={1}>{row.label}</Bdi>
        </b>
        <span className={styles.quiet}>
          {[row.language_name, w.month(row.period)].filter(Boolean).join(" · ")}
        </span>
      </div>
      {!row.is_readable && <Pill tone="warn">{w.unreadable}</Pill>}
    </div>
  );
}

function About(props: { list: SecondReviewListView }): ReactNode {
  const { own, shares, source } = props.list;
  return (
    <Section title={w.title}>
      <div className={styles.item}>
        <p>{w.means}</p>
        <p>{w.hidden}</p>
        <p>
          <b>{w.changes}</b>
        </p>
        <p>{w.own(own)}</p>
        <p>{w.share(shares.refer, shares.no_action)}</p>
        <p className={styles.quiet}>
          {w.source} {source}
        </p>
      </div>
    </Section>
  );
}
