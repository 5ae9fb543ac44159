import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import {
  type AccountRow,
  type ListRequest,
  type MistakeView,
  type ScanView,
  useHost,
} from "../../host";
import { type ListSource, useListWindow } from "../../kit";
import { stepFrom } from "../stepping";

/** What a list asks for, without the window onto it. */
export type ListQuestion = Omit<ListRequest, "offset" | "limit">;

/** A list of accounts with the open one found in it. */
export type AccountList = {
  source: ListSource<AccountRow>;
  /** Groups that are folded; a group that stands alone never is. */
  folded: ReadonlySet<string>;
  /** What the last answer said beside its rows. */
  answer: ListAnswer;
  /** Where the open account stands; null if it is not in this list. */
  index: number | null;
  /** The row the list keeps in sight: one that was asked for and is on its way, or the open one. */
  current: number | null;
  /** Opens the row at an index, as soon as it is there. */
  choose: (index: number) => void;
  /** Opens the next or previous row; false at the end. */
  step: (by: 1 | -1) => boolean;
  /** The row next to the open one: the one after it, else the one before. */
  neighbour: () => AccountRow | undefined;
};

/** What an answer says beside its rows. */
export type ListAnswer = {
  /** True while the search index catches up with the last writes. */
  isBehind: boolean;
  /** False while there are more rows than were counted. */
  isExact: boolean;
  /** What of the search could not be read. */
  mistakes: readonly MistakeView[];
  /** How far a search that reads every text has come. */
  scan: ScanView | null;
  isStopped: boolean;
  stop: () => void;
  goOn: () => void;
};

const NONE_FOLDED: ReadonlySet<string> = new Set();

/** How far around its last place the open account is looked for before the whole list is asked. */
const NEAR = 120;

/**
 * A list of accounts with one of them open by its id. The list may change under it: the open account
 * is found again where it now stands, and stays open if it is no longer in the list.
 */
export function useAccountList(props: {
  question: ListQuestion;
  id: string | null;
  folded: ReadonlySet<string>;
  onOpen: (id: string) => void;
  /** Where it was when it was last seen. */
  startAt: number;
  isEnabled: boolean;
}): AccountList {
  const { question, id, onOpen } = props;
  const host = useHost();
  const [said, setSaid] = useState<Said>(NOTHING_SAID);
  const source = useListWindow<AccountRow>({
    key: ["accounts", question],
    fetch: async (offset, limit) => {
      const view = await host.commands.listAccounts({ ...question, offset, limit });
      setSaid({
        isBehind: view.index !== "ok",
        isExact: view.is_exact,
        mistakes: view.mistakes,
        scan: view.scan,
      });
      return view;
    },
    isEnabled: props.isEnabled,
  });
  const folded = source.groups.length > 1 ? props.folded : NONE_FOLDED;
  const answer = useReading(said, source);
  const [wanted, setWanted] = useState<number | null>(null);
  const place = useRef(props.startAt);
  const found = id === null ? null : findNear(source, id, place.current);
  if (found !== null) {
    place.current = found;
  }
  const isLost = id !== null && found === null && props.isEnabled && !source.isStale;
  const located = useLocate(question, id, isLost && source.rowAt(place.current) !== undefined);
  if (located !== null && found === null) {
    place.current = located;
  }
  const isOnItsWay = found === null && id !== null && source.rowAt(place.current) === undefined;
  const current =
    wanted ?? found ?? (isOnItsWay && place.current < source.total ? place.current : null);

  const wantedRow = wanted === null ? undefined : source.rowAt(wanted);
  useEffect(() => {
    if (wanted !== null && wantedRow !== undefined) {
      place.current = wanted;
      setWanted(null);
      onOpen(wantedRow.id);
    }
  }, [wanted, wantedRow, onOpen]);
  const after = (by: 1 | -1) =>
    stepFrom(source.groups, source.total, folded, current ?? (by === 1 ? -1 : source.total), by);
  const next = after(1);
  usePrefetch(next === null ? undefined : source.rowAt(next)?.id);
  const choose = useCallback(
    (index: number) => {
      const row = source.rowAt(index);
      if (row === undefined) {
        setWanted(index);
        return;
      }
      setWanted(null);
      place.current = index;
      onOpen(row.id);
    },
    [source, onOpen],
  );
  return {
    source,
    folded,
    answer,
    index: found,
    current,
    choose,
    step: (by) => {
      const to = after(by);
      if (to !== null) {
        choose(to);
      }
      return to !== null;
    },
    neighbour: () => {
      const before = after(-1);
      return source.rowAt(next ?? -1) ?? source.rowAt(before ?? -1);
    },
  };
}

type Said = Pick<ListAnswer, "isBehind" | "isExact" | "mistakes" | "scan">;

const NOTHING_SAID: Said = { isBehind: false, isExact: true, mistakes: [], scan: null };

/** Asks again while rows are still being counted or texts read, until the officer stops it. */
function useReading(said: Said, source: ListSource<AccountRow>): ListAnswer {
  const [stoppedAt, setStoppedAt] = useState<string | null>(null);
  const isStopped = stoppedAt === source.identity;
  const refetch = useRef(source.refetch);
  refetch.current = source.refetch;
  useEffect(() => {
    if (!said.isExact && !isStopped) {
      refetch.current();
    }
  }, [said, isStopped]);
  return {
    ...said,
    isStopped,
    stop: () => setStoppedAt(source.identity),
    goOn: () => setStoppedAt(null),
  };
}

function findNear(source: ListSource<AccountRow>, id: string, place: number): number | null {
  for (let away = 0; away <= NEAR; away += 1) {
    if (source.rowAt(place + away)?.id === id) {
      return place + away;
    }
    if (away > 0 && place >= away && source.rowAt(place - away)?.id === id) {
      return place - away;
    }
  }
  return null;
}

/** Where an account stands in the whole list; null until it is known, and where it is not in it. */
function useLocate(question: ListQuestion, id: string | null, isWanted: boolean): number | null {
  const host = useHost();
  const answer = useQuery({
    queryKey: ["accounts", question, "index", id],
    queryFn: () => host.commands.accountIndex({ ...question, offset: 0, limit: 0 }, id ?? ""),
    enabled: isWanted && id !== null,
  });
  return isWanted && id !== null ? (answer.data ?? null) : null;
}

function usePrefetch(id: string | undefined): void {
  const host = useHost();
  const client = useQueryClient();
  useEffect(() => {
    if (id !== undefined) {
      void client.prefetchQuery({
        queryKey: ["account", id],
        queryFn: () => host.commands.account(id),
      });
    }
  }, [client, host, id]);
}
