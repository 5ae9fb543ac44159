/** A window over a list that lives in the case: only the pages on screen are held. */
import { keepPreviousData, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { Group } from "./windowing";

/** What the core answers for a page. */
export type PageOf<Row> = {
  readonly rows: readonly Row[];
  readonly total: number;
  readonly groups?: readonly Group[];
};

/** A long list as a screen uses it. */
export type ListSource<Row> = {
  readonly total: number;
  readonly groups: readonly Group[];
  readonly isLoading: boolean;
  /** True while the rows shown answer an earlier question. */
  readonly isStale: boolean;
  readonly error: unknown;
  /** The row, or undefined until its page is here. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Asks for the rows between two indexes. */
  readonly want: (first: number, last: number) => void;
  readonly refetch: () => void;
  /** Names the question: a new one starts at the top. */
  readonly identity: string;
};

const PAGE = 100;
const PAGE_LIFE_MS = 60_000;
/** Rows on either side of those on screen are read before they are reached: so much of a page. */
const AHEAD = 0.4;

/** The pages on screen; a new question starts with the first. */
function useRange(identity: string, pageSize: number) {
  const [range, setRange] = useState({ identity, first: 0, last: 0 });
  const isSame = range.identity === identity;
  const first = isSame ? range.first : 0;
  const last = isSame ? range.last : 0;
  const want = useCallback(
    (from: number, to: number) => {
      const ahead = pageSize * AHEAD;
      const firstPage = Math.max(0, Math.floor((from - ahead) / pageSize));
      const lastPage = Math.max(firstPage, Math.floor((to + ahead) / pageSize));
      setRange((now) =>
        now.identity === identity && now.first === firstPage && now.last === lastPage
          ? now
          : { identity, first: firstPage, last: lastPage },
      );
    },
    [identity, pageSize],
  );
  return { first, last, want };
}

const nothing = () => undefined;

/** Rows that are all in the page already, as a list that asks for nothing. `identity` names the question. */
export function listOf<Row>(rows: readonly Row[], identity: string): ListSource<Row> {
  return {
    total: rows.length,
    groups: [],
    isLoading: false,
    isStale: false,
    error: null,
    rowAt: (index) => rows[index],
    want: nothing,
    refetch: nothing,
    identity,
  };
}

/** Reads a list by pages. `key` names the question; `fetch` answers one page of it. */
export function useListWindow<Row>(props: {
  key: readonly unknown[];
  fetch: (offset: number, limit: number) => Promise<PageOf<Row>>;
  pageSize?: number;
  isEnabled?: boolean;
}): ListSource<Row> {
  const { pageSize = PAGE, isEnabled = true } = props;
  const identity = JSON.stringify(props.key);
  const { first, last, want } = useRange(identity, pageSize);
  const client = useQueryClient();
  const fetch = useRef(props.fetch);
  fetch.current = props.fetch;
  const results = useQueries({
    queries: Array.from({ length: last - first + 1 }, (_, n) => first + n).map((page) => ({
      queryKey: [...props.key, "page", page, pageSize],
      queryFn: () => fetch.current(page * pageSize, pageSize),
      placeholderData: keepPreviousData,
      gcTime: PAGE_LIFE_MS,
      enabled: isEnabled,
    })),
  });

  const known = useRef<{ identity: string; total: number; groups: readonly Group[] } | null>(null);
  const fresh = results.find((result) => result.data && !result.isPlaceholderData)?.data;
  if (fresh) known.current = { identity, total: fresh.total, groups: fresh.groups ?? [] };
  const head = known.current;
  const isStale = head?.identity !== identity;
  const rowAt = (index: number): Row | undefined => {
    const page = Math.floor(index / pageSize);
    if (page < first || page > last) {
      if (isStale) return undefined;
      const left = client.getQueryData<PageOf<Row>>([...props.key, "page", page, pageSize]);
      return left?.rows[index % pageSize];
    }
    const result = results[page - first];
    if (!result || (result.isPlaceholderData && !isStale)) return undefined;
    return result.data?.rows[index % pageSize];
  };
  return {
    total: head?.total ?? 0,
    groups: head?.groups ?? [],
    isLoading: head === null && results.some((result) => result.isPending),
    isStale,
    error: results.find((result) => result.isError)?.error ?? null,
    rowAt,
    want,
    refetch: () => {
      for (const result of results) void result.refetch();
    },
    identity,
  };
}
