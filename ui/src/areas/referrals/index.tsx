/** Drafts of referrals: the list, the notice as a page, and what it still needs. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useHost } from "../../host";
import { EmptyState, QueryState, WorkLayout } from "../../kit";
import { useRoute } from "../../lib/route";
import { DraftList } from "./DraftList";
import { DraftPick } from "./DraftPick";
import { Notice } from "./Notice";
import { Readiness } from "./Readiness";
import { EditProvider, useEditOf, useReferral } from "./useReferral";
import { w } from "./words";

export { referralsCommands } from "./commands";

const PICK = "pick-";

/** The area Drafts. Its id is the open draft; its tab, `pick-<platform>`, the platform being chosen for. */
export function ReferralsArea(): ReactNode {
  const { route } = useRoute();
  const platform = route.tab?.startsWith(PICK) ? route.tab.slice(PICK.length) : null;
  if (route.id !== undefined) return <OpenDraft key={route.id} id={route.id} />;
  return <NoDraft platform={platform} />;
}

function NoDraft(props: { platform: string | null }): ReactNode {
  const { go } = useRoute();
  const host = useHost();
  const drafts = useQuery({
    queryKey: ["referrals", "draft"],
    queryFn: () => host.commands.listReferrals("draft"),
  });
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

function OpenDraft(props: { id: string }): ReactNode {
  const { go } = useRoute();
  const referral = useReferral(props.id);
  const edit = useEditOf(props.id);
  return (
    <EditProvider value={edit}>
      <WorkLayout
        list={<DraftList current={props.id} picked={null} />}
        listLabel={w.list.label}
        item={<QueryState query={referral}>{(view) => <Notice referral={view} />}</QueryState>}
        itemLabel={w.notice.label}
        inspector={referral.data === undefined ? undefined : <Readiness referral={referral.data} />}
        inspectorLabel={w.ready.inspector}
        hasItem
        onBack={() => go({ area: "drafts" })}
      />
    </EditProvider>
  );
}
