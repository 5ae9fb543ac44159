import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { focusPane, Loading, useCommand, useRoom, WorkLayout } from "../../kit";
import { useRoute } from "../../lib/route";
import { ExhibitProvider } from "../../record/exhibit/ExhibitProvider";
import { itemTab } from "../../record/item/ItemPane";
import { useAccountList } from "../../record/list/useAccountList";
import { RecordProvider } from "../../record/RecordProvider";
import { useRecordPanes } from "../../record/useRecordPanes";
import { NothingOpen } from "./NothingOpen";
import { Queue } from "./Queue";
import { SecondReview } from "./second";
import { secondTab } from "./second/places";
import { useLeftOut, useLeftOutCount } from "./useLeftOut";
import { questionOf, type ReviewPlace, useReviewPlace } from "./usePlace";
import { useSkipped } from "./useSkipped";
import { useUnseenCount } from "./useUnseenCount";
import { w } from "./words";

/** The queue, or the second review of what others decided. */
export function ReviewArea(): ReactNode {
  const { route, go } = useRoute();
  useCommand("review.second", () => go({ area: "review", tab: "second-review" }));
  const second = secondTab(route.tab);
  return second === null ? <QueueArea /> : <SecondReview tab={second} />;
}

/** The queue and the account that is open: read, judged, decided, next. */
function QueueArea(): ReactNode {
  const { route, go } = useRoute();
  const { place, change, isReady } = useReviewPlace();
  const id = route.id ?? null;
  return (
    <RecordProvider current={id}>
      <ExhibitProvider onOpenAccount={(account) => go({ area: "review", id: account })}>
        {isReady ? <Screen id={id} place={place} change={change} /> : <Loading lines={12} />}
      </ExhibitProvider>
    </RecordProvider>
  );
}

/** On entering the area: where the officer was, else the first of the queue. Where only one pane fits, the list. */
function useEntry(
  id: string | null,
  kept: string | null,
  first: string | undefined,
  open: (id: string) => void,
): void {
  const isSingle = useRoom() === "single";
  const hasEntered = useRef(id !== null || isSingle);
  useEffect(() => {
    const to = kept ?? first;
    if (!hasEntered.current && to !== undefined) {
      hasEntered.current = true;
      open(to);
    }
  }, [kept, first, open]);
}

/** Enter in the search field opens the first that fits, as soon as it is known. */
function useFirstOnSubmit(
  search: string,
  first: string | undefined,
  open: (id: string) => void,
): (search: string) => void {
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (asked !== null && asked === search && first !== undefined) {
      setAsked(null);
      open(first);
    }
  }, [asked, search, first, open]);
  return setAsked;
}

/** Skips the open account and goes back to the first that was skipped, by key too. */
function useSkipping(id: string | null, open: (id: string) => void, next: () => void) {
  const skipped = useSkipped();
  const skip = () => {
    if (id !== null) skipped.put(id);
    next();
  };
  const goBack = () => {
    const [first] = skipped.ids;
    if (first === undefined) return;
    skipped.forget(first);
    open(first);
  };
  useCommand("queue.skip", skip, id !== null);
  useCommand("queue.returnSkipped", goBack, skipped.ids.length > 0);
  return { skipped, skip, goBack };
}

function Screen(props: {
  id: string | null;
  place: ReviewPlace;
  change: (patch: Partial<ReviewPlace>) => void;
}): ReactNode {
  const { id, place, change } = props;
  const { route, go } = useRoute();
  const open = useCallback(
    (next: string) => go({ area: "review", id: next }, { replace: true }),
    [go],
  );
  const leftOut = useLeftOut();
  const question = questionOf(place, leftOut.tags);
  const list = useAccountList({
    question,
    id,
    folded: useMemo(() => new Set(place.folded), [place.folded]),
    onOpen: open,
    startAt: place.index,
    isEnabled: true,
  });
  const { index, source } = list;
  const away = useLeftOutCount({ ...question, offset: 0, limit: 0 }, source.total);
  useEffect(() => {
    if (id !== place.id || (index !== null && index !== place.index)) {
      change({ id, ...(index === null ? {} : { index }) });
    }
  }, [id, index, place.id, place.index, change]);
  const first = source.isStale ? undefined : source.rowAt(0)?.id;
  useEntry(id, place.id, first, open);
  const askFirst = useFirstOnSubmit(place.search, first, open);

  const step = (by: 1 | -1) => {
    if (!list.step(by) && by === 1) {
      focusPane("list");
    }
  };
  const { skipped, skip, goBack } = useSkipping(id, open, () => step(1));
  const unseen = useUnseenCount(question, id);
  useCommand("next", () => step(1));
  useCommand("previous", () => step(-1));
  const tab = itemTab(route.tab);
  const panes = useRecordPanes({
    id,
    tab,
    onTab: (next) =>
      go({ area: "review", ...(id === null ? {} : { id }), tab: next }, { replace: true }),
    position: index === null ? null : { index, total: source.total, unseen },
    onDone: (account) => {
      skipped.forget(account.id);
      const next = list.neighbour();
      go({ area: "review", ...(next === undefined ? {} : { id: next.id }) }, { replace: true });
      focusPane("item");
    },
    onUndone: open,
    onSkip: skip,
    search: place.search,
    nothing: <NothingOpen place={place} source={source} away={away} />,
  });
  return (
    <>
      <WorkLayout
        list={
          <Queue
            list={list}
            place={place}
            onChange={change}
            question={question}
            leftOut={{ ...leftOut, away }}
            skipped={skipped.ids.length}
            onReturn={goBack}
            onOpen={() => focusPane("item")}
            onSubmit={(search) => {
              change({ search });
              askFirst(search);
            }}
          />
        }
        item={panes.item}
        inspector={panes.inspector}
        decision={panes.decision}
        listLabel={w.list}
        itemLabel={w.item}
        inspectorLabel={w.inspector}
        hasItem={id !== null}
        onBack={() => go({ area: "review" }, { replace: true })}
      />
      {panes.dialogs}
    </>
  );
}
