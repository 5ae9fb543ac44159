/** A referral that was sent: when, under which reference, and what became of each item. */
import { type ReactNode, useState } from "react";
import type { ItemEventView, ReferralView } from "../../../host";
import { Bdi, Button, Pill, useCommand, WorkLayout, WorldTimeText } from "../../../kit";
import { WaysOut } from "../approval/Approved";
import notice from "../Notice.module.css";
import bar from "../NoticeBar.module.css";
import type { Place } from "../OpenReferral";
import { AckDialog } from "./AckDialog";
import { isAnswered } from "./decisions";
import { ItemTable } from "./ItemTable";
import styles from "./SentReferral.module.css";
import { w } from "./words";

/** The page beside its list. */
export function SentReferral(props: { referral: ReferralView; place: Place }): ReactNode {
  const { referral, place } = props;
  const [isAcknowledging, setAcknowledging] = useState(false);
  useCommand("sent.acknowledge", () => setAcknowledging(true));
  return (
    <>
      <WorkLayout
        {...place}
        item={
          <div className={notice.notice}>
            <Head referral={referral} />
            <Stand referral={referral} onAcknowledge={() => setAcknowledging(true)} />
            <ItemTable referral={referral} />
          </div>
        }
        itemLabel={w.page}
        hasItem
      />
      {isAcknowledging && <AckDialog referral={referral} onClose={() => setAcknowledging(false)} />}
    </>
  );
}

function eventOf(referral: ReferralView, kind: string): ItemEventView | null {
  const all = referral.items.flatMap((item) => item.events);
  return all.find((event) => event.kind === kind) ?? null;
}

function Head(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const answered = referral.items.filter(isAnswered).length;
  const isClosed = referral.state === "closed";
  return (
    <header className={bar.bar}>
      <h2 className={bar.name}>{w.notice(referral.platform_name)}</h2>
      <span className={bar.aside}>
        <bdi>{referral.label}</bdi> · <bdi dir="ltr">{referral.outside_reference}</bdi>
      </span>
      <Pill tone={isClosed ? "ok" : "accent"}>{isClosed ? w.state.closed : w.state.sent}</Pill>
      <span className={bar.aside}>{w.answered(answered, referral.items.length)}</span>
    </header>
  );
}

function Stand(props: { referral: ReferralView; onAcknowledge: () => void }): ReactNode {
  const { referral } = props;
  const sent = eventOf(referral, "sent");
  const received = eventOf(referral, "acknowledged");
  return (
    <section className={styles.stand}>
      {sent !== null && (
        <p>
          <Bdi>{w.sentBy(sent.officer, sent.value)}</Bdi>, <WorldTimeText time={sent.happened} />,{" "}
          {w.reference} <bdi dir="ltr">{sent.note}</bdi>
        </p>
      )}
      <p className={received === null ? styles.open : undefined}>
        {received === null ? (
          w.notAcknowledged
        ) : (
          <>
            {w.acknowledged}, <WorldTimeText time={received.happened} />
            {received.note !== "" && (
              <>
                , {w.reference} <bdi dir="ltr">{received.note}</bdi>
              </>
            )}
          </>
        )}
      </p>
      <WaysOut referral={referral}>
        <Button command="sent.acknowledge" onPress={props.onAcknowledge}>
          {w.acknowledge}
        </Button>
      </WaysOut>
    </section>
  );
}
