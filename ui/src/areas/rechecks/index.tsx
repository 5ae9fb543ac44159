/** What was sent and should be looked at again, on another machine; the answer is one key here. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type RechecksView, type RecheckView, useHost } from "../../host";
import {
  Chip,
  ChipRow,
  EmptyState,
  focusPane,
  ListHeader,
  ListWindow,
  listOf,
  Muted,
  QueryState,
  Time,
  useCommand,
  WorkLayout,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { AnswerBar } from "./AnswerBar";
import { CarrySheet } from "./CarrySheet";
import { DueLine, ToLookAt } from "./ToLookAt";
import { w } from "./words";

/** Height of a row in pixels. */
const ROW = 52;
const ALL = "all";

/** The area Re-checks due. */
export function RechecksArea(): ReactNode {
  const host = useHost();
  const { route } = useRoute();
  const isAll = route.tab === ALL;
  const query = useQuery<RechecksView>({
    queryKey: ["rechecks", isAll],
    queryFn: () => host.commands.rechecks(isAll),
    refetchInterval: 60_000,
  });
  return (
    <QueryState query={query}>
      {(checks) => <Screen checks={checks} isAll={isAll} id={route.id ?? null} />}
    </QueryState>
  );
}

function useSteps(rows: readonly RecheckView[], id: string | null, isAll: boolean) {
  const { go } = useRoute();
  const at = rows.findIndex((row) => row.account === id);
  const open = (account: string | undefined) =>
    go(
      {
        area: "rechecks",
        ...(isAll ? { tab: ALL } : {}),
        ...(account === undefined ? {} : { id: account }),
      },
      { replace: true },
    );
  const step = (by: 1 | -1) => {
    const next = rows[at === -1 ? 0 : at + by];
    if (next !== undefined) open(next.account);
  };
  return { at, open, step };
}

function Screen(props: { checks: RechecksView; isAll: boolean; id: string | null }): ReactNode {
  const { checks, isAll, id } = props;
  const { rows } = checks;
  const { at, open, step } = useSteps(rows, id, isAll);
  const [entered, setEntered] = useState(0);
  const first = rows[0]?.account;
  useEffect(() => {
    if (at === -1 && first !== undefined) open(first);
  });
  useCommand("next", () => step(1));
  useCommand("previous", () => step(-1));
  const row = rows[at];
  return (
    <WorkLayout
      list={
        <>
          <ListHeader>
            <Which isAll={isAll} />
            <Muted>{w.sum(checks.overdue, checks.due)}</Muted>
            {checks.kept_apart > 0 && <Muted>{w.keptApart(checks.kept_apart)}</Muted>}
          </ListHeader>
          <ListWindow<RecheckView>
            source={listOf(rows, `rechecks ${String(isAll)}`)}
            label={w.list}
            rowKey={(one) => one.account}
            rowHeight={ROW}
            renderRow={(one) => <DueLine row={one} />}
            current={at === -1 ? null : at}
            onCurrent={(index) => open(rows[index]?.account)}
            onOpen={() => focusPane("item")}
            empty={<EmptyState title={w.done} icon="check" />}
          />
        </>
      }
      item={row === undefined ? <Nothing checks={checks} /> : <ToLookAt row={row} />}
      inspector={<CarrySheet checks={checks} />}
      decision={
        row === undefined ? null : (
          <AnswerBar
            key={`${row.account} ${String(entered)}`}
            row={row}
            onEntered={() => {
              setEntered(entered + 1);
              if (isAll) step(1);
              else open(rows[at + 1]?.account ?? rows[at - 1]?.account);
              focusPane("item");
            }}
          />
        )
      }
      listLabel={w.list}
      itemLabel={w.item}
      inspectorLabel={w.beside}
      hasItem={row !== undefined}
      onBack={() => open(undefined)}
    />
  );
}

function Which(props: { isAll: boolean }): ReactNode {
  const { go } = useRoute();
  return (
    <ChipRow>
      <Chip isOn={!props.isAll} onPress={() => go({ area: "rechecks" })}>
        {w.showDue}
      </Chip>
      <Chip isOn={props.isAll} onPress={() => go({ area: "rechecks", tab: ALL })}>
        {w.showAll}
      </Chip>
    </ChipRow>
  );
}

function Nothing(props: { checks: RechecksView }): ReactNode {
  const { ahead, stopped, next, rows } = props.checks;
  if (rows.length > 0) {
    return (
      <EmptyState title={w.nothingOpen} icon="rechecks">
        {w.nothingOpenText}
      </EmptyState>
    );
  }
  return (
    <EmptyState title={w.done} icon="check">
      <p>{w.doneText(ahead, stopped)}</p>
      {next !== null && (
        <p>
          {w.next} <Time at={next} show="full" />
        </p>
      )}
    </EmptyState>
  );
}
