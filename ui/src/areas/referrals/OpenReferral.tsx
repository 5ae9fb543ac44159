/** One referral on screen, by where it stands: written, read and signed, or answered. */
import type { ReactNode } from "react";
import { QueryState, WorkLayout } from "../../kit";
import { Standing } from "./approval/Standing";
import { Notice } from "./Notice";
import { Readiness } from "./Readiness";
import { SentReferral } from "./sent/SentReferral";
import { EditProvider, useEditOf, useReferral } from "./useReferral";
import { w } from "./words";

/** The list it was opened from, and the way back there. */
export type Place = {
  readonly list: ReactNode;
  readonly listLabel: string;
  readonly onBack: () => void;
};

/** The open referral beside its list. */
export function OpenReferral(props: { id: string; place: Place }): ReactNode {
  const { id, place } = props;
  const referral = useReferral(id);
  const edit = useEditOf(id);
  const state = referral.data?.state;
  if (referral.data !== undefined && (state === "submitted" || state === "approved")) {
    return <Standing key={id} referral={referral.data} place={place} />;
  }
  if (referral.data !== undefined && (state === "sent" || state === "closed")) {
    return <SentReferral key={id} referral={referral.data} place={place} />;
  }
  return (
    <EditProvider value={edit}>
      <WorkLayout
        {...place}
        item={<QueryState query={referral}>{(view) => <Notice referral={view} />}</QueryState>}
        itemLabel={w.notice.label}
        inspector={referral.data === undefined ? undefined : <Readiness referral={referral.data} />}
        inspectorLabel={w.ready.inspector}
        hasItem
      />
    </EditProvider>
  );
}
