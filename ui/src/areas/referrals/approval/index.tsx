/** What waits for a second officer, and the submission that is open. */
import type { ReactNode } from "react";
import type { ReferralRow, ReferralState } from "../../../host";
import { Button, EmptyState, ListHeader, QueryState, WorkLayout } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useRoute } from "../../../lib/route";
import { CardPart } from "../Cards";
import list from "../DraftList.module.css";
import { OpenReferral } from "../OpenReferral";
import { PackagePage } from "../package/PackagePage";
import { usePackage } from "../package/usePackage";
import { w as words } from "../package/words";
import { useEntry } from "../useEntry";
import { useRows, useStepping } from "../useRows";
import { w } from "./words";

const WAITING: readonly ReferralState[] = ["submitted"];

/** The area To approve. Its id is the open submission. */
export function ToApproveArea(): ReactNode {
  const { route, go } = useRoute();
  const parcel = usePackage();
  const rows = useRows(WAITING);
  useEntry("to-approve", rows.data && forApproval(rows.data).flat(), parcel.opened !== null);
  const place = {
    list: <List current={route.id ?? null} parcel={parcel} />,
    listLabel: w.label,
    onBack: () => go({ area: "to-approve" }),
  };
  const { opened } = parcel;
  if (opened !== null) {
    const page = <PackagePage key={opened.token} opened={opened} onClose={parcel.close} />;
    return (
      <WorkLayout {...place} item={page} itemLabel={words.page} hasItem onBack={parcel.close} />
    );
  }
  if (route.id !== undefined) return <OpenReferral key={route.id} id={route.id} place={place} />;
  return <WorkLayout {...place} item={<Nothing />} itemLabel={w.page} hasItem={false} />;
}

/** What waits for whoever is here, then what waits for others. */
function forApproval(rows: readonly ReferralRow[]): [ReferralRow[], ReferralRow[]] {
  return [rows.filter((row) => row.can_approve), rows.filter((row) => !row.can_approve)];
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

function List(props: { current: string | null; parcel: ReturnType<typeof usePackage> }): ReactNode {
  const { parcel } = props;
  const { go } = useRoute();
  const rows = useRows(WAITING);
  const [forYou, others] = forApproval(rows.data ?? []);
  useStepping([...forYou, ...others], props.current, "to-approve");
  return (
    <>
      <ListHeader>
        <h1>
          {w.title}{" "}
          {rows.data !== undefined && <span className={list.count}>{count(rows.data.length)}</span>}
        </h1>
        <div>
          <Button size="small" isPending={parcel.isBusy} onPress={() => void parcel.open()}>
            {words.open}
          </Button>{" "}
          <Button size="small" isPending={parcel.isBusy} onPress={() => void parcel.take()}>
            {words.take}
          </Button>
        </div>
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
