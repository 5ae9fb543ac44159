import { type ReactNode, useState } from "react";
import type { AccountView, VisitsView, WatchView } from "../../host";
import { Bdi, Button, ErrorState, Muted, Pill, Section, Time } from "../../kit";
import { EndDialog } from "./EndDialog";
import { useVisits } from "./useVisits";
import { WatchDialog } from "./WatchDialog";
import styles from "./watch.module.css";
import { w } from "./words";

/** Live visits to the profile over all officers, and whether the account is watched; asks when they become many. */
export function VisitsSection(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const { data, error } = useVisits(account.id);
  const [asking, setAsking] = useState<"watch" | "end" | null>(null);
  const close = () => setAsking(null);
  if (error !== null) return <ErrorState error={error} isInline />;
  if (data === undefined) return null;
  return (
    <Section title={w.title} aside={data.visits}>
      <Counted visits={data} />
      {data.watch !== null && <Watched watch={data.watch} />}
      {data.is_asked && (
        <p className={styles.note} role="note">
          {w.asked}
        </p>
      )}
      <div className={styles.buttons}>
        <Button size="small" onPress={() => setAsking("watch")}>
          {w.watch}
        </Button>
        {data.watch !== null && (
          <Button size="small" onPress={() => setAsking("end")}>
            {w.end}
          </Button>
        )}
      </div>
      {asking === "watch" && <WatchDialog account={account} onClose={close} />}
      {asking === "end" && <EndDialog account={account} onClose={close} />}
    </Section>
  );
}

function Counted(props: { visits: VisitsView }): ReactNode {
  const { visits, recent, days, officers, last } = props.visits;
  if (visits === 0 || last === null) return <Muted>{w.none}</Muted>;
  return (
    <p>
      {w.by(visits, officers)}, {w.recent(recent, days)}, {w.last} <Time at={last} show="date" />
    </p>
  );
}

function Watched(props: { watch: WatchView }): ReactNode {
  const { ground, purpose, decided_by, is_current } = props.watch;
  return (
    <>
      <p>
        <Pill tone={is_current ? "ok" : "warn"}>{is_current ? w.watched : w.expired}</Pill>{" "}
        {ground.kind === "authority" ? (
          <>
            <Bdi>{w.under(ground.reference)}</Bdi> {w.until} <Time at={ground.expires} />
          </>
        ) : (
          <>
            {w.noneNeeded} <Bdi>{ground.why}</Bdi>
          </>
        )}
      </p>
      <p>
        <Bdi>{purpose}</Bdi>
      </p>
      <p className={styles.quiet}>
        {w.decidedBy} <Bdi>{decided_by}</Bdi>
      </p>
    </>
  );
}
