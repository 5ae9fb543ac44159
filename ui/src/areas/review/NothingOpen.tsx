import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountRow, useHost } from "../../host";
import { Button, EmptyState, type ListSource, Loading } from "../../kit";
import { useRoute } from "../../lib/route";
import { isWhole } from "./ListHead";
import type { ReviewPlace } from "./usePlace";
import { w } from "./words";

/** Shown while no account is open: the queue is done, or nothing fits the filters. */
export function NothingOpen(props: {
  place: ReviewPlace;
  source: ListSource<AccountRow>;
}): ReactNode {
  const { place, source } = props;
  const host = useHost();
  const { go } = useRoute();
  const today = useQuery({ queryKey: ["today"], queryFn: () => host.commands.today() });
  if (source.isLoading) {
    return <Loading lines={9} />;
  }
  if (source.total > 0 || !isWhole(place)) {
    return <EmptyState title={w.nothingOpen}>{w.nothingOpenText}</EmptyState>;
  }
  return (
    <EmptyState
      title={w.done}
      icon="check"
      action={<Button onPress={() => go({ area: "accounts" })}>{w.toAccounts}</Button>}
    >
      {w.doneText(today.data?.assessed_today ?? 0)}
    </EmptyState>
  );
}
