import type { ReactNode } from "react";
import type { AccountRow } from "../../host";
import { EmptyState, type Group, LinkButton, ListFooter, ListWindow } from "../../kit";
import { CareStrip } from "../../record/care/CareStrip";
import { AccountLine } from "../../record/list/AccountLine";
import type { AccountList, ListQuestion } from "../../record/list/useAccountList";
import { LookInside, SearchState } from "../../record/search/SearchState";
import { type LeftOut, LeftOutLine } from "./LeftOut";
import { isWhole, ListHead } from "./ListHead";
import { SkippedLine } from "./SkippedLine";
import type { ReviewPlace } from "./usePlace";
import { w } from "./words";

/** Height of a row in pixels: two lines of words, also in Arabic script. */
const ROW = 52;

/** The queue: search, filters, groups, rows. */
export function Queue(props: {
  list: AccountList;
  place: ReviewPlace;
  onChange: (patch: Partial<ReviewPlace>) => void;
  question: ListQuestion;
  leftOut: LeftOut;
  skipped: number;
  onReturn: () => void;
  onOpen: () => void;
  /** Enter in the search field: the first that fits is wanted. */
  onSubmit: (search: string) => void;
}): ReactNode {
  const { list, place, onChange } = props;
  const { source, folded } = list;
  const fold = (key: string) =>
    onChange({
      folded: folded.has(key) ? place.folded.filter((one) => one !== key) : [...place.folded, key],
    });
  return (
    <>
      <CareStrip />
      <ListHead
        place={place}
        onChange={onChange}
        onSubmit={props.onSubmit}
        total={source.total}
        mistakes={list.answer.mistakes}
        question={props.question}
        leftOut={props.leftOut}
      />
      <ListWindow<AccountRow>
        source={source}
        label={w.list}
        rowKey={(row) => row.id}
        rowHeight={ROW}
        renderRow={(row, { index }) => (
          <AccountLine row={row} group={groupOf(source.groups, index)} />
        )}
        current={list.current}
        onCurrent={list.choose}
        onOpen={props.onOpen}
        foldedGroups={folded}
        onFold={fold}
        empty={
          <Empty
            isWhole={isWhole(place)}
            onClear={() => onChange(WHOLE)}
            inside={
              <LookInside search={place.search} onSearch={(search) => onChange({ search })} />
            }
          />
        }
      />
      <SkippedLine skipped={props.skipped} onReturn={props.onReturn} />
      {props.leftOut.tags.length > 0 && <LeftOutLine leftOut={props.leftOut} />}
      {!isWhole(place) && (
        <ListFooter>
          {list.answer.isBehind && place.search !== "" && <span>{w.indexBehind}</span>}
          <SearchState list={list} />
          <span>{list.answer.isExact ? w.fit(source.total) : w.fitMore(source.total)}</span>
          <LinkButton onPress={() => onChange(WHOLE)}>{w.clear}</LinkButton>
        </ListFooter>
      )}
    </>
  );
}

const WHOLE = {
  search: "",
  statuses: [],
  platforms: [],
  onlyReadable: false,
  onlyUnseen: false,
} as const;

function Empty(props: { isWhole: boolean; onClear: () => void; inside: ReactNode }): ReactNode {
  return props.isWhole ? (
    <EmptyState title={w.done} icon="check" />
  ) : (
    <EmptyState
      title={w.nothingFound}
      action={
        <>
          {props.inside} <LinkButton onPress={props.onClear}>{w.clear}</LinkButton>
        </>
      }
    >
      {w.nothingFoundText}
    </EmptyState>
  );
}

function groupOf(groups: readonly Group[], index: number): string | undefined {
  return groups.find(({ start, count }) => index >= start && index < start + count)?.key;
}
