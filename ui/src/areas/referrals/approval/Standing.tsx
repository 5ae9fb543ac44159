/** A referral that was handed over and is not sent: to be read, signed or returned; once signed, to be sent. */
import { type ReactNode, useState } from "react";
import type { ReferralView } from "../../../host";
import { Bdi, Pill, Time, useCommand, WorkLayout } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { ExhibitProvider } from "../../../record/exhibit/ExhibitProvider";
import { AskFirstDialog } from "../AskFirst";
import notice from "../Notice.module.css";
import bar from "../NoticeBar.module.css";
import type { Place } from "../OpenReferral";
import { SendPackage } from "../package/SendPackage";
import { Approved } from "./Approved";
import { Changes } from "./Changes";
import { DecisionBar } from "./DecisionBar";
import { Paper } from "./Paper";
import { SignPane } from "./SignPane";
import { useForApproval } from "./useForApproval";
import { w } from "./words";

/** The page with its list, its side pane, and for a second officer the bar that signs. */
export function Standing(props: { referral: ReferralView; place: Place }): ReactNode {
  const { referral, place } = props;
  const { go } = useRoute();
  const open = useOpenItem(referral);
  const rendered = useForApproval(referral);
  const [isAsking, setAsking] = useState(false);
  const isSubmitted = referral.state === "submitted";
  return (
    <ExhibitProvider onOpenAccount={(id) => go({ area: "accounts", id })}>
      <WorkLayout
        list={place.list}
        listLabel={place.listLabel}
        item={
          <div className={notice.notice}>
            <Head referral={referral} />
            {!isSubmitted && <Approved referral={referral} />}
            <Changes referral={referral} />
            <Paper referral={referral} open={open} />
          </div>
        }
        itemLabel={w.page}
        inspector={
          <SignPane referral={referral} rendered={rendered} onAsk={() => setAsking(true)} />
        }
        inspectorLabel={isSubmitted ? w.sign.title : w.sign.sealed}
        decision={
          isSubmitted ? (
            <DecisionBar
              referral={referral}
              current={open.id}
              onNext={open.next}
              rendered={rendered}
            />
          ) : undefined
        }
        hasItem
        onBack={place.onBack}
      />
      {isAsking && <AskFirstDialog referral={referral} onClose={() => setAsking(false)} />}
    </ExhibitProvider>
  );
}

function Head(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const { submission } = referral;
  const isApproved = referral.state === "approved";
  return (
    <header className={bar.bar}>
      <h2 className={bar.name}>{w.notice(referral.platform_name)}</h2>
      <span className={bar.aside}>
        <bdi>{referral.label}</bdi>
        {submission !== null && ` · ${w.version(submission.number)}`}
      </span>
      <Pill tone={isApproved ? "ok" : "warn"}>{isApproved ? w.approved : w.waits}</Pill>
      <SendPackage referral={referral} />
      {submission !== null && (
        <span className={bar.who}>
          <Bdi>{w.submittedBy(submission.by)}</Bdi>, <Time at={submission.at} />
          {submission.approved_by !== null && submission.approved_at !== null && (
            <>
              {" · "}
              <Bdi>{w.approvedBy(submission.approved_by)}</Bdi>,{" "}
              <Time at={submission.approved_at} />
            </>
          )}
        </span>
      )}
    </header>
  );
}

/** One item is open at a time; the key opens the next that was not opened yet. */
function useOpenItem(referral: ReferralView): {
  id: string | null;
  toggle: (id: string) => void;
  next: (() => void) | null;
} {
  const [id, setId] = useState<string | null>(null);
  const opened = new Set(referral.submission?.opened);
  const at = referral.items.findIndex((item) => item.id === id);
  const after = [...referral.items.slice(at + 1), ...referral.items.slice(0, at + 1)];
  const next = referral.can_approve
    ? after.find((item) => !opened.has(item.id) && item.id !== id)
    : referral.items[at + 1];
  const openNext = () => next !== undefined && setId(next.id);
  useCommand("approval.next", openNext, next !== undefined);
  return {
    id: at < 0 ? null : id,
    toggle: (one) => setId((now) => (now === one ? null : one)),
    next: next === undefined ? null : openNext,
  };
}
