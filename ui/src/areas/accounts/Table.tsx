/** Every account of the view as a grid of cells. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { type AccountRow, useHost } from "../../host";
import {
  Button,
  CellGrid,
  type CellRange,
  ListFooter,
  NONE_PICKED,
  Page,
  type Picked,
  pick,
  useToast,
} from "../../kit";
import { failed } from "../../record/failed";
import type { AccountList, ListQuestion } from "../../record/list/useAccountList";
import { SearchState } from "../../record/search/SearchState";
import styles from "./accounts.module.css";
import { BulkBar } from "./BulkBar";
import { chosenOf } from "./chosen";
import { columnsOf, orderOf, SORTABLE, sortedBy } from "./columns";
import { DueForErasure } from "./DueForErasure";
import { ExportView } from "./ExportView";
import { Filters } from "./Filters";
import { KeptApartNote } from "./KeptApart";
import type { AccountsPlace } from "./usePlace";
import { w } from "./words";

/** Most rows ticked by a range at once; all of a view are ticked by one press. */
const MOST_TICKED = 5_000;
const STEP = 500;
/** A cursor that does not move for so long rests. Milliseconds. */
const REST_MS = 400;

/** The table, with what can be done with it and with ticked rows. */
export function Table(props: {
  list: AccountList;
  question: ListQuestion;
  place: AccountsPlace;
  change: (patch: Partial<AccountsPlace>) => void;
  empty: ReactNode;
}): ReactNode {
  const { list, place, change, question } = props;
  const { source } = list;
  const [picked, setPicked] = usePicked(source.identity);
  const [isExporting, setExporting] = useState(false);
  const names = place.columns.join(" ");
  const columns = useMemo(() => columnsOf(names.split(" ")), [names]);
  const acts = useRangeActs(question, picked, setPicked);
  const key = sortedBy(place.order);
  const keepRow = useKeepRow((row) => change({ row }));
  return (
    <Page
      title={w.title}
      aside={`${list.answer.isExact ? w.total(source.total) : w.moreThan(source.total)} · ${w.enterOpens}`}
      isFilled
      actions={
        <Button icon="export" isDisabled={source.total === 0} onPress={() => setExporting(true)}>
          {w.export}
        </Button>
      }
    >
      <div className={styles.tools}>
        <Filters place={place} onChange={change} isTable mistakes={list.answer.mistakes} />
      </div>
      {place.isDueForErasure && <DueForErasure />}
      {place.isKeptApart && <KeptApartNote />}
      <BulkBar
        picked={picked}
        onPicked={setPicked}
        total={source.total}
        chosen={chosenOf(question, picked)}
        columns={columns}
      />
      <div className={styles.sheet}>
        <CellGrid<AccountRow>
          source={source}
          label={w.list}
          rowKey={rowKey}
          rowName={rowName}
          columns={columns}
          widths={place.widths}
          onColumns={(keys) => change({ columns: keys })}
          onWidths={(widths) => change({ widths })}
          sort={key === null ? null : { key, isDescending: place.isDescending }}
          sortable={SORTABLE}
          onSort={(by) => change(sorted(place, by))}
          picked={picked}
          onPicked={setPicked}
          onTickFar={(first, last) => void acts.tick(first, last)}
          start={list.current ?? place.row}
          onRow={keepRow}
          onOpen={list.choose}
          onCopy={(range, keys) => void acts.copy(range, keys)}
          empty={props.empty}
        />
      </div>
      {(list.answer.scan !== null || (list.answer.isBehind && place.search !== "")) && (
        <ListFooter>
          {list.answer.isBehind && <span>{w.indexBehind}</span>}
          <SearchState list={list} />
        </ListFooter>
      )}
      {isExporting && (
        <ExportView
          count={source.total}
          chosen={chosenOf(question, NONE_PICKED)}
          columns={columns}
          onClose={() => setExporting(false)}
        />
      )}
    </Page>
  );
}

const rowKey = (row: AccountRow) => row.id;
const rowName = (row: AccountRow) => row.label;

/** Ticks belong to a view: another search or filter begins without. */
function usePicked(identity: string): [Picked, (picked: Picked) => void] {
  const [picked, setPicked] = useState(NONE_PICKED);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another view has rows of its own.
  useEffect(() => setPicked(NONE_PICKED), [identity]);
  return [picked, setPicked];
}

/** The row is kept once the cursor rests: the screen is not drawn again for every row it passes. */
function useKeepRow(keep: (row: number) => void): (row: number) => void {
  const latest = useRef(keep);
  latest.current = keep;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  return useCallback((row: number) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => latest.current(row), REST_MS);
  }, []);
}

/** A press on a heading orders by it; a second press turns the order round. */
function sorted(place: AccountsPlace, key: string): Partial<AccountsPlace> {
  const order = orderOf(key);
  if (order === null) return {};
  if (order === place.order) return { isDescending: !place.isDescending };
  return { order, isDescending: order === "imported" || order === "last-seen" };
}

/** What is done with cells and rows that need not be in the page. */
function useRangeActs(question: ListQuestion, picked: Picked, onPicked: (picked: Picked) => void) {
  const host = useHost();
  const toast = useToast();
  const sayFailed = (error: unknown) => toast({ text: failed(error), tone: "warn" });
  return {
    copy: async (range: CellRange, keys: string[]) => {
      const columns = columnsOf(keys).map((column) => column.exported);
      const list = {
        ...question,
        offset: range.firstRow,
        limit: range.lastRow - range.firstRow + 1,
      };
      try {
        const rows = await host.commands.copyCells({ list, columns });
        toast({ text: w.copied(rows), tone: "ok" });
      } catch (error) {
        sayFailed(error);
      }
    },
    tick: async (first: number, last: number) => {
      if (last - first >= MOST_TICKED) {
        toast({ text: w.tickTooMany, tone: "warn" });
        return;
      }
      try {
        const keys: string[] = [];
        for (let offset = first; offset <= last; offset += STEP) {
          const limit = Math.min(STEP, last - offset + 1);
          const view = await host.commands.listAccounts({ ...question, offset, limit });
          keys.push(...view.rows.map((row) => row.id));
        }
        onPicked(pick(picked, keys, true));
      } catch (error) {
        sayFailed(error);
      }
    },
  };
}
