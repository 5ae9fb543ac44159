/** What waits for a second officer, and the submission that is open. */
import type { ReactNode } from "react";
import type { ReferralState } from "../../../host";
import { Button, EmptyState, ListHeader, QueryState, WorkLayout } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useRoute } from "../../../lib/route";
import { CardPart } from "../Cards";
import list from "../DraftList.module.css";
import { OpenReferral } from "../OpenReferral";
import { useRows, useStepping } from "../useRows";
import { w } from "./words";

const WAITING: readonly ReferralState[] = ["submitted"];

/** The area To approve. Its id is the open submission. */
export function ToApproveArea(): ReactNode {
  const { route, go } = useRoute();
  const place = {
    list: <List current={route.id ?? null} />,
    listLabel: w.label,
    onBack: () => go({ area: "to-approve" }),
  };
  if (route.id !== undefined) return <OpenReferral key={route.id} id={route.id} place={place} />;
  return <WorkLayout {...place} item={<Nothing />} itemLabel={w.page} hasItem={false} />;
}

function Nothing(): ReactNode {
  const rows = useRows(WAITING);
  return (
    <QueryState query={rows} loading={null}>
      {(all) =>
        all.length > 0 && (
          <EmptyState icon="approve" title={w.pick}>
            {w.pickText}
          </EmptyState>
        )
      }
    </QueryState>
  );
}

function List(props: { current: string | null }): ReactNode {
  const { go } = useRoute();
  const rows = useRows(WAITING);
  const forYou = (rows.data ?? []).filter((row) => row.can_approve);
  const others = (rows.data ?? []).filter((row) => !row.can_approve);
  useStepping([...forYou, ...others], props.current, "to-approve");
  return (
    <>
      <ListHeader>
        <h1>
          {w.title}{" "}
          {rows.data !== undefined && <span className={list.count}>{count(rows.data.length)}</span>}
        </h1>
      </ListHeader>
      <div className={list.body}>
        <QueryState query={rows}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                icon="approve"
                title={w.none}
                action={<Button onPress={() => go({ area: "drafts" })}>{w.toDrafts}</Button>}
              >
                {w.noneText}
              </EmptyState>
            ) : (
              <>
                <CardPart
                  area="to-approve"
                  title={w.forYou}
                  rows={forYou}
                  current={props.current}
                />
                <CardPart
                  area="to-approve"
                  title={w.forOthers}
                  rows={others}
                  current={props.current}
                />
              </>
            )
          }
        </QueryState>
      </div>
    </>
  );
}
