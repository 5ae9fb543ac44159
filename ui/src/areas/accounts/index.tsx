import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import type { AccountRow } from "../../host";
import {
  Button,
  DataGrid,
  EmptyState,
  focusPane,
  LinkButton,
  ListFooter,
  ListHeader,
  ListWindow,
  Loading,
  Page,
  useCommand,
  WorkLayout,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { ExhibitProvider } from "../../record/exhibit/ExhibitProvider";
import { itemTab } from "../../record/item/ItemPane";
import { AccountLine } from "../../record/list/AccountLine";
import { type AccountList, useAccountList } from "../../record/list/useAccountList";
import { RecordProvider } from "../../record/RecordProvider";
import { LookInside, SearchState } from "../../record/search/SearchState";
import { stepFrom } from "../../record/stepping";
import { useRecordPanes } from "../../record/useRecordPanes";
import styles from "./accounts.module.css";
import { allColumns } from "./columns";
import { Filters } from "./Filters";
import { type AccountsPlace, isWhole, questionOf, START, useAccountsPlace } from "./usePlace";
import { w } from "./words";

const NONE_FOLDED: ReadonlySet<string> = new Set();

/** Every account of the case, as a table; one that is opened is read, judged and decided as in the queue. */
export function AccountsArea(): ReactNode {
  const { route, go } = useRoute();
  const { place, change, isReady } = useAccountsPlace();
  const id = route.id ?? null;
  return (
    <RecordProvider current={id}>
      <ExhibitProvider onOpenAccount={(account) => go({ area: "accounts", id: account })}>
        {isReady ? <Screen id={id} place={place} change={change} /> : <Loading lines={12} />}
      </ExhibitProvider>
    </RecordProvider>
  );
}

type ScreenProps = {
  id: string | null;
  place: AccountsPlace;
  change: (patch: Partial<AccountsPlace>) => void;
};

function Screen(props: ScreenProps): ReactNode {
  const { id, place } = props;
  const { go } = useRoute();
  const startAt = useRef(0);
  const open = useCallback(
    (next: string) => go({ area: "accounts", id: next }, { replace: true }),
    [go],
  );
  const list = useAccountList({
    question: questionOf(place),
    id,
    folded: NONE_FOLDED,
    onOpen: open,
    startAt: startAt.current,
    isEnabled: true,
  });
  startAt.current = list.index ?? startAt.current;
  return id === null ? (
    <Table {...props} list={list} />
  ) : (
    <Opened {...props} id={id} list={list} onOpen={open} />
  );
}

function Table(props: ScreenProps & { list: AccountList }): ReactNode {
  const { list, place, change } = props;
  const { go } = useRoute();
  const { source } = list;
  const [cursor, setCursor] = useState(list.current);
  const step = (by: 1 | -1) => {
    const to = stepFrom(
      source.groups,
      source.total,
      NONE_FOLDED,
      cursor ?? (by === 1 ? -1 : 0),
      by,
    );
    if (to !== null) {
      setCursor(to);
    }
  };
  useCommand("next", () => step(1));
  useCommand("previous", () => step(-1));
  return (
    <Page
      title={w.title}
      aside={`${list.answer.isExact ? w.total(source.total) : w.moreThan(source.total)} · ${w.enterOpens}`}
      isFilled
      actions={
        <Button icon="export" onPress={() => go({ area: "colleagues", tab: "export" })}>
          {w.export}
        </Button>
      }
    >
      <div className={styles.tools}>
        <Filters place={place} onChange={change} isTable mistakes={list.answer.mistakes} />
      </div>
      <div className={styles.sheet}>
        <DataGrid<AccountRow>
          source={source}
          label={w.list}
          rowKey={(row) => row.id}
          columns={allColumns().filter(
            ({ key }) => key === "account" || place.columns.includes(key),
          )}
          current={cursor}
          onCurrent={setCursor}
          onOpen={list.choose}
          empty={<Empty place={place} onChange={change} />}
        />
      </div>
      {(list.answer.scan !== null || (list.answer.isBehind && place.search !== "")) && (
        <ListFooter>
          {list.answer.isBehind && <span>{w.indexBehind}</span>}
          <SearchState list={list} />
        </ListFooter>
      )}
    </Page>
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

const CLEAR: Partial<AccountsPlace> = {
  search: START.search,
  statuses: [],
  platforms: [],
  onlyReadable: false,
};

function Empty(props: {
  place: AccountsPlace;
  onChange: (patch: Partial<AccountsPlace>) => void;
}): ReactNode {
  const { go } = useRoute();
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
