import { type ReactNode, useCallback, useEffect, useRef } from "react";
import { type AccountRow, useSession } from "../../host";
import {
  Button,
  EmptyState,
  focusPane,
  LinkButton,
  ListHeader,
  ListWindow,
  Loading,
  useCommand,
  WorkLayout,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { ExhibitProvider } from "../../record/exhibit/ExhibitProvider";
import { itemTab } from "../../record/item/ItemPane";
import { AccountLine } from "../../record/list/AccountLine";
import { type AccountList, useAccountList } from "../../record/list/useAccountList";
import { RecordProvider } from "../../record/RecordProvider";
import { useApart } from "../../record/role/apart";
import { LookInside } from "../../record/search/SearchState";
import { useRecordPanes } from "../../record/useRecordPanes";
import styles from "./accounts.module.css";
import { DueForErasure, NoneDue } from "./DueForErasure";
import { Filters } from "./Filters";
import { AskPurpose, KeptApartNote, NobodyApart } from "./KeptApart";
import { Table } from "./Table";
import { type AccountsPlace, CLEAR, isWhole, questionOf, useAccountsPlace } from "./usePlace";
import { w } from "./words";

const NONE_FOLDED: ReadonlySet<string> = new Set();

/** Every account of the case, as a table; one that is opened is read, judged and decided as in the queue. */
export function AccountsArea(): ReactNode {
  const { route, go } = useRoute();
  const { place, change, isReady } = useAccountsPlace();
  const id = route.id ?? null;
  useDueRoute(isReady, change);
  return (
    <RecordProvider current={id}>
      <ExhibitProvider onOpenAccount={(account) => go({ area: "accounts", id: account })}>
        {isReady ? <Screen id={id} place={place} change={change} /> : <Loading lines={12} />}
      </ExhibitProvider>
    </RecordProvider>
  );
}

/** The tab of the route that leads to the accounts due for erasure: all of them, whatever was kept. */
const DUE = "due-for-erasure";

function useDueRoute(isReady: boolean, change: (patch: Partial<AccountsPlace>) => void): void {
  const { route, go } = useRoute();
  const { area, id, tab } = route;
  const latest = useRef(change);
  latest.current = change;
  useEffect(() => {
    if (!isReady || area !== "accounts" || tab !== DUE) return;
    latest.current({ ...CLEAR, isDueForErasure: true, isKeptApart: false, row: 0 });
    go({ area, ...(id === undefined ? {} : { id }) }, { replace: true });
  }, [isReady, area, id, tab, go]);
}

type ScreenProps = {
  id: string | null;
  place: AccountsPlace;
  change: (patch: Partial<AccountsPlace>) => void;
};

function Screen(props: ScreenProps): ReactNode {
  const { id, place, change } = props;
  const { go } = useRoute();
  const { officer } = useSession();
  const question = questionOf(place, officer.id);
  const startAt = useRef(0);
  const { isShut, opened } = useApart(place.isKeptApart);
  const open = useCallback(
    (next: string) => go({ area: "accounts", id: next }, { replace: true }),
    [go],
  );
  const list = useAccountList({
    question,
    id,
    folded: NONE_FOLDED,
    onOpen: open,
    startAt: startAt.current,
    isEnabled: !isShut,
  });
  startAt.current = list.index ?? startAt.current;
  if (isShut && id === null) {
    return <AskPurpose onOpened={opened} onLeave={() => change({ isKeptApart: false })} />;
  }
  return id === null ? (
    <Table
      place={place}
      change={change}
      list={list}
      question={question}
      empty={<Empty place={place} onChange={change} />}
    />
  ) : (
    <Opened {...props} id={id} list={list} onOpen={open} />
  );
}

function Opened(
  props: ScreenProps & { id: string; list: AccountList; onOpen: (id: string) => void },
): ReactNode {
  const { id, list, place, change } = props;
  const { route, go } = useRoute();
  const toTable = () => go({ area: "accounts" }, { replace: true });
  useEffect(() => {
    focusPane("item");
  }, []);
  useCommand("next", () => list.step(1));
  useCommand("previous", () => list.step(-1));
  useCommand("back", toTable);
  const panes = useRecordPanes({
    id,
    tab: itemTab(route.tab),
    onTab: (tab) => go({ area: "accounts", id, tab }, { replace: true }),
    position: list.index === null ? null : { index: list.index, total: list.source.total },
    onDone: () => {
      const next = list.neighbour();
      if (next !== undefined) {
        props.onOpen(next.id);
      }
      focusPane("item");
    },
    onUndone: props.onOpen,
    onSkip: () => list.step(1),
    search: place.search,
    nothing: null,
  });
  return (
    <>
      <WorkLayout
        list={
          <>
            <ListHeader>
              <span>
                <Button size="small" icon="back" variant="quiet" command="back" onPress={toTable}>
                  {w.back}
                </Button>
              </span>
              <div className={styles.tools}>
                <Filters
                  place={place}
                  onChange={change}
                  isTable={false}
                  mistakes={list.answer.mistakes}
                />
              </div>
              {place.isDueForErasure && <DueForErasure />}
              {place.isKeptApart && <KeptApartNote />}
            </ListHeader>
            <ListWindow<AccountRow>
              source={list.source}
              label={w.list}
              rowKey={(row) => row.id}
              renderRow={(row) => <AccountLine row={row} group={undefined} />}
              current={list.current}
              onCurrent={list.choose}
              onOpen={() => focusPane("item")}
              empty={<Empty place={place} onChange={change} />}
            />
          </>
        }
        item={panes.item}
        inspector={panes.inspector}
        decision={panes.decision}
        listLabel={w.list}
        itemLabel={w.item}
        inspectorLabel={w.inspector}
        hasItem
        onBack={toTable}
      />
      {panes.dialogs}
    </>
  );
}

function Empty(props: {
  place: AccountsPlace;
  onChange: (patch: Partial<AccountsPlace>) => void;
}): ReactNode {
  const { go } = useRoute();
  if (isWhole(props.place) && props.place.isDueForErasure) {
    return <NoneDue onLeave={() => props.onChange({ isDueForErasure: false })} />;
  }
  if (isWhole(props.place) && props.place.isKeptApart) {
    return <NobodyApart onLeave={() => props.onChange({ isKeptApart: false })} />;
  }
  return isWhole(props.place) ? (
    <EmptyState
      title={w.none}
      icon="accounts"
      action={<Button onPress={() => go({ area: "colleagues" })}>{w.import}</Button>}
    >
      {w.noneText}
    </EmptyState>
  ) : (
    <EmptyState
      title={w.nothingFound}
      action={
        <>
          <LookInside
            search={props.place.search}
            onSearch={(search) => props.onChange({ search })}
          />{" "}
          <LinkButton onPress={() => props.onChange(CLEAR)}>{w.clear}</LinkButton>
        </>
      }
    >
      {w.nothingFoundText}
    </EmptyState>
  );
}
