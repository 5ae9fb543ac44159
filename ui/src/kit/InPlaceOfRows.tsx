/** What stands in a long list or grid in place of rows. */
import type { ReactNode } from "react";
import { ErrorState, Loading } from "./states";
import type { ListSource } from "./useListWindow";

/** Waiting, an error, or nothing: in a row of its own, since a grid may hold nothing else. */
export function InPlaceOfRows<Row>(props: {
  source: ListSource<Row>;
  empty: ReactNode;
}): ReactNode {
  const said = stateOf(props.source, props.empty);
  if (said === null || said === undefined) return null;
  return (
    <div role="row" tabIndex={-1}>
      <div role="gridcell" tabIndex={-1}>
        {said}
      </div>
    </div>
  );
}

function stateOf<Row>(source: ListSource<Row>, empty: ReactNode): ReactNode {
  if (source.isLoading) return <Loading lines={8} />;
  const hasNothing = source.total === 0 || source.isStale;
  if (source.error !== null && hasNothing) {
    return <ErrorState error={source.error} onRetry={source.refetch} />;
  }
  return source.total > 0 || source.isStale ? null : empty;
}
