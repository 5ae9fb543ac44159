/** What was sent, by how long it waits for an answer, and the referral that is open. */
import type { ReactNode } from "react";
import type { ReferralRow, ReferralState } from "../../../host";
import { Button, EmptyState, ListHeader, QueryState, useCommands, WorkLayout } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useRoute } from "../../../lib/route";
import { CardPart } from "../Cards";
import list from "../DraftList.module.css";
import { OpenReferral } from "../OpenReferral";
import { useEntry } from "../useEntry";
import { useRows, useStepping } from "../useRows";
import { w } from "./words";

const SENT: readonly ReferralState[] = ["sent", "closed"];

/** The area Sent. Its id is the open referral. */
export function SentArea(): ReactNode {
  const { route, go } = useRoute();
  const rows = useRows(SENT);
  useEntry("sent", rows.data && inOrder(rows.data));
  const place = {
    list: <List current={route.id ?? null} />,
    listLabel: w.label,
    onBack: () => go({ area: "sent" }),
  };
  if (route.id !== undefined) return <OpenReferral key={route.id} id={route.id} place={place} />;
  return <WorkLayout {...place} item={<Nothing />} itemLabel={w.page} hasItem={false} />;
}

function Nothing(): ReactNode {
  const rows = useRows(SENT);
  return (
    <QueryState query={rows} loading={null}>
      {(all) =>
        all.length > 0 && (
          <EmptyState icon="sent" title={w.pick}>
            {w.pickText}
          </EmptyState>
        )
      }
    </QueryState>
  );
}

/** What waits longest stands first; what is answered last, the newest first. */
export function bySending(rows: readonly ReferralRow[]): {
  late: ReferralRow[];
  waiting: ReferralRow[];
  closed: ReferralRow[];
} {
  const oldest = [...rows].sort((a, b) => (a.sent_at ?? "").localeCompare(b.sent_at ?? ""));
  return {
    late: oldest.filter((row) => row.is_late),
    waiting: oldest.filter((row) => row.state === "sent" && !row.is_late),
    closed: oldest.filter((row) => row.state === "closed").reverse(),
  };
}

function inOrder(rows: readonly ReferralRow[]): ReferralRow[] {
  const { late, waiting, closed } = bySending(rows);
  return [...late, ...waiting, ...closed];
}

function List(props: { current: string | null }): ReactNode {
  const { go } = useRoute();
  const commands = useCommands();
  const rows = useRows(SENT);
  const { late, waiting, closed } = bySending(rows.data ?? []);
  useStepping([...late, ...waiting, ...closed], props.current, "sent");
  return (
    <>
      <ListHeader>
        <h1>
          {w.title}{" "}
          {rows.data !== undefined && (
            <span className={list.count}>{count(late.length + waiting.length)}</span>
          )}
        </h1>
        <div>
          <Button
            size="small"
            icon="import"
            command="exchange.outcomes"
            onPress={() => commands.run("exchange.outcomes")}
          >
            {w.takeAnswers}
          </Button>
        </div>
      </ListHeader>
      <div className={list.body}>
        <QueryState query={rows}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState
                icon="sent"
                title={w.none}
                action={<Button onPress={() => go({ area: "drafts" })}>{w.toDrafts}</Button>}
              >
                {w.noneText}
              </EmptyState>
            ) : (
              <>
                <CardPart area="sent" title={w.late} rows={late} current={props.current} />
                <CardPart area="sent" title={w.waiting} rows={waiting} current={props.current} />
                <CardPart area="sent" title={w.closed} rows={closed} current={props.current} />
              </>
            )
          }
        </QueryState>
      </div>
    </>
  );
}
