import type { ReactNode } from "react";
import { LinkButton } from "../../kit";
import type { AccountList } from "../list/useAccountList";
import { insideOf } from "./inside";
import { w } from "./words";

/** How far a search that reads every text has come, with a way to stop it and to go on. */
export function SearchState(props: { list: AccountList }): ReactNode {
  const { scan, isStopped, stop, goOn } = props.list.answer;
  if (scan === null) {
    return null;
  }
  return (
    <span role="status">
      {isStopped ? w.stopped : w.reading(scan.done, scan.total)}{" "}
      <LinkButton onPress={isStopped ? goOn : stop}>{isStopped ? w.goOn : w.stop}</LinkButton>
    </span>
  );
}

/** Offers to look inside words where words alone find nothing. */
export function LookInside(props: {
  search: string;
  onSearch: (search: string) => void;
}): ReactNode {
  const inside = insideOf(props.search);
  if (inside === null) {
    return null;
  }
  return <LinkButton onPress={() => props.onSearch(inside)}>{w.inside}</LinkButton>;
}
