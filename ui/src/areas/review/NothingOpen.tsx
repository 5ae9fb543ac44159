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
  /** Accounts that what is left out today keeps away. */
  away: number;
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
      title={props.away > 0 ? w.doneBut : w.done}
      {...(props.away > 0 ? {} : { icon: "check" as const })}
      action={<Button onPress={() => go({ area: "accounts" })}>{w.toAccounts}</Button>}
    >
      {props.away > 0 ? w.doneButLeftOut(props.away) : w.doneText(today.data?.assessed_today ?? 0)}
    </EmptyState>
  );
}
