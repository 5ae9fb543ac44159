/** The terms of a lexicon: narrowed, read, changed. Changes are gathered, not saved. */
import { type ReactNode, useMemo, useState } from "react";
import { type CategoryView, type LexiconView, type TermView, useSession } from "../../../host";
import { Chip, ChipMenu, ChipRow, DataGrid, EmptyState, listOf, SearchField } from "../../../kit";
import { filtered, rowsOf, type TermFilter, type TermRow, withChange } from "./draft";
import styles from "./lexicons.module.css";
import { TermBar } from "./TermBar";
import { TermDialog } from "./TermDialog";
import { columnsOf } from "./termColumns";
import { fieldsOf } from "./termForm";
import type { LexiconDraft } from "./useLexiconDraft";
import { w } from "./words";

const ALL: TermFilter = { search: "", categories: new Set(), isUnchecked: false };

/** What can be done with a row. */
function useRowActs(terms: readonly TermView[], draft: LexiconDraft) {
  const { officer } = useSession();
  const { changes } = draft;
  const canChange = officer.role !== "reader";
  return {
    canChange,
    canAdd: canChange && !draft.isFull,
    open: (row: TermRow) => {
      const isShut = row.state === "out" || (row.at === null && draft.isFull);
      if (!canChange || isShut) return;
      draft.show({ at: row.at, before: row.before, fields: fieldsOf(row.term) });
    },
    takeOut: (row: TermRow) => {
      const stands = terms.find(({ term }) => term === row.before);
      draft.put(withChange(changes, row.at, { before: row.before, after: null }, stands));
    },
    takeBack: (row: TermRow) => draft.put(changes.filter((_, at) => at !== row.at)),
  };
}

/** The table with its filters, the line of the chosen term, and the form. */
export function Terms(props: {
  lexicon: LexiconView;
  terms: readonly TermView[];
  categories: readonly CategoryView[];
  sought: string;
  draft: LexiconDraft;
}): ReactNode {
  const { lexicon, terms, categories, draft } = props;
  const [filter, setFilter] = useState<TermFilter>({ ...ALL, search: props.sought });
  const [current, setCurrent] = useState(0);
  const acts = useRowActs(terms, draft);
  const { changes } = draft;
  const rows = useMemo(() => rowsOf(terms, changes), [terms, changes]);
  const shown = useMemo(() => filtered(rows, filter), [rows, filter]);
  const columns = useMemo(
    () => columnsOf(lexicon.language, categories),
    [lexicon.language, categories],
  );
  const identity = JSON.stringify([
    lexicon.language,
    { ...filter, categories: [...filter.categories] },
  ]);
  const source = listOf(shown, identity);
  const at = Math.min(current, Math.max(0, shown.length - 1));
  return (
    <>
      <Filters
        filter={filter}
        categories={categories}
        words={w.filter.shown(shown.length, rows.length)}
        onChange={(next) => {
          setFilter(next);
          setCurrent(0);
        }}
      />
      <div className={styles.grid}>
        <DataGrid
          source={source}
          label={lexicon.name}
          current={shown.length === 0 ? null : at}
          onCurrent={setCurrent}
          onOpen={(_, row) => row !== undefined && acts.open(row)}
          rowKey={(row) => row.key}
          rowHeight={36}
          columns={columns}
          empty={
            rows.length === 0 ? (
              <EmptyState title={w.filter.empty} />
            ) : (
              <EmptyState title={w.filter.none}>{w.filter.noneText}</EmptyState>
            )
          }
        />
      </div>
      <TermBar language={lexicon.language} row={shown[at]} acts={acts} />
      {draft.open !== null && acts.canChange && (
        <TermDialog
          open={draft.open}
          language={lexicon.language}
          rows={rows}
          terms={terms}
          categories={categories}
          draft={draft}
        />
      )}
    </>
  );
}

function Filters(props: {
  filter: TermFilter;
  categories: readonly CategoryView[];
  words: string;
  onChange: (filter: TermFilter) => void;
}): ReactNode {
  const { filter, onChange } = props;
  return (
    <div className={styles.filters}>
      <div className={styles.search}>
        <SearchField
          label={w.filter.search}
          value={filter.search}
          onChange={(search) => onChange({ ...filter, search })}
        />
      </div>
      <ChipRow>
        <ChipMenu
          label={w.filter.category}
          options={props.categories.map(({ code, letter, name }) => ({
            value: code,
            label: `${letter} ${name}`,
          }))}
          value={filter.categories}
          onChange={(categories) => onChange({ ...filter, categories })}
        />
        <Chip
          isOn={filter.isUnchecked}
          onPress={() => onChange({ ...filter, isUnchecked: !filter.isUnchecked })}
        >
          {w.filter.unchecked}
        </Chip>
        <span className={styles.shown} role="status">
          {props.words}
        </span>
      </ChipRow>
    </div>
  );
}

/** What can be done with a row of the table. */
export type RowActs = ReturnType<typeof useRowActs>;
