/** Referrals on their way: drafts, what waits for a second officer, what was sent. */
import type { ReactNode } from "react";
import { EmptyState, QueryState, WorkLayout } from "../../kit";
import { useRoute } from "../../lib/route";
import { DraftList, NOT_SENT } from "./DraftList";
import { DraftPick } from "./DraftPick";
import { OpenReferral } from "./OpenReferral";
import { useEntry } from "./useEntry";
import { useRows } from "./useRows";
import { w } from "./words";

export { ToApproveArea } from "./approval";
export { referralsCommands } from "./commands";
export { SentArea } from "./sent";

const PICK = "pick-";

/** The area Drafts. Its id is the open draft; its tab, `pick-<platform>`, the platform being chosen for. */
export function ReferralsArea(): ReactNode {
  const { route, go } = useRoute();
  const platform = route.tab?.startsWith(PICK) ? route.tab.slice(PICK.length) : null;
  const drafts = useRows(NOT_SENT);
  useEntry("drafts", drafts.data, platform !== null);
  if (route.id === undefined) return <NoDraft platform={platform} />;
  const place = {
    list: <DraftList current={route.id} picked={null} />,
    listLabel: w.list.label,
    onBack: () => go({ area: "drafts" }),
  };
  return <OpenReferral key={route.id} id={route.id} place={place} />;
}

function NoDraft(props: { platform: string | null }): ReactNode {
  const { go } = useRoute();
  const drafts = useRows(NOT_SENT);
  const item =
    props.platform !== null ? (
      <DraftPick key={props.platform} platform={props.platform} />
    ) : (
      <QueryState query={drafts}>
        {(rows) =>
          rows.length > 0 && (
            <EmptyState icon="drafts" title={w.list.pick}>
              {w.list.pickText}
            </EmptyState>
          )
        }
      </QueryState>
    );
  return (
    <WorkLayout
      list={<DraftList current={null} picked={props.platform} />}
      listLabel={w.list.label}
      item={item}
      itemLabel={w.notice.label}
      hasItem={props.platform !== null}
      onBack={() => go({ area: "drafts" })}
    />
  );
}
