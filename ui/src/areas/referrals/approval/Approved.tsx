/** An approved referral: only sealed bytes leave, and once it was sent somebody has to say so. */
import { type ReactNode, useState } from "react";
import { type ReferralFormat, type ReferralView, useHost } from "../../../host";
import { Button, ErrorState, Menu, useCommand, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { Exported } from "../Exported";
import { useExport } from "../useExport";
import styles from "./Approved.module.css";
import { GiveBack } from "./DecisionBar";
import { SentDialog } from "./SentDialog";
import { w } from "./words";

/** The strip over the page: send it, then mark it sent. */
export function Approved(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const [asking, setAsking] = useState<"sent" | "back" | null>(null);
  useCommand("approval.markSent", () => setAsking("sent"));
  useCommand("approval.takeBack", () => setAsking("back"));
  return (
    <section className={styles.strip} aria-label={w.out.notSent}>
      <div className={styles.words}>
        <b>{w.out.notSent}</b>
        <p>{w.out.notSentText}</p>
        <Aged referral={referral} />
      </div>
      <WaysOut referral={referral} onBack={() => setAsking("back")}>
        <Button variant="primary" command="approval.markSent" onPress={() => setAsking("sent")}>
          {w.out.markSent}
        </Button>
      </WaysOut>
      {asking === "sent" && <SentDialog referral={referral} onClose={() => setAsking(null)} />}
      <GiveBack
        referral={referral}
        isOpen={asking === "back"}
        onClose={() => setAsking(null)}
        isOwn
      />
    </section>
  );
}

/** That the approval is older than a look may be: what leaves has to be seen live again first. */
function Aged(props: { referral: ReferralView }): ReactNode {
  const aged = props.referral.submission?.aged ?? null;
  if (aged === null) return null;
  const isHeld = props.referral.requirements.some(
    (asked) => !asked.is_met && asked.name.endsWith(".seen_live"),
  );
  return (
    <p role="note">
      <b>{aged}</b> {isHeld ? w.out.lookAgain : w.out.seenAgain}
    </p>
  );
}

const MORE: readonly ReferralFormat[] = ["txt", "csv", "zip"];

/** Copies of what was sealed, each logged as a disclosure. */
export function WaysOut(props: {
  referral: ReferralView;
  /** Makes a draft of it again; not once it was sent. */
  onBack?: () => void;
  children?: ReactNode;
}): ReactNode {
  const { referral, onBack } = props;
  const out = useExport(referral);
  const copy = useCopy(referral);
  useCommand("approval.copy", () => void copy());
  useCommand("approval.pdf", () => void out.write("pdf"));
  useCommand("approval.txt", () => void out.write("txt"));
  useCommand("approval.csv", () => void out.write("csv"));
  useCommand("approval.eml", () => void out.write("eml"));
  useCommand("approval.zip", () => void out.write("zip"));
  const back = onBack === undefined ? [] : [{ id: "back" as const, label: w.bar.takeBack }];
  return (
    <>
      <div className={styles.acts}>
        {props.children}
        <Button icon="copy" command="approval.copy" why={w.out.means} onPress={() => void copy()}>
          {w.out.copy}
        </Button>
        <Button isPending={out.isBusy} why={w.out.means} onPress={() => void out.write("pdf")}>
          {w.out.pdf}
        </Button>
        <Button isPending={out.isBusy} why={w.out.means} onPress={() => void out.write("eml")}>
          {w.out.eml}
        </Button>
        <Menu<ReferralFormat | "back">
          label={w.out.more}
          icon="more"
          isIconOnly
          variant="quiet"
          items={[...MORE.map((id) => ({ id, label: w.out[id] })), ...back]}
          onAction={(id) => (id === "back" ? onBack?.() : void out.write(id))}
        />
      </div>
      {out.error !== null && <ErrorState error={out.error} isInline />}
      {out.view !== null && <Exported view={out.view} onDismiss={out.dismiss} />}
    </>
  );
}

function useCopy(referral: ReferralView): () => Promise<void> {
  const host = useHost();
  const toast = useToast();
  return async () => {
    try {
      await host.commands.copyReferralText(referral.id);
      toast({ text: w.out.copied, tone: "ok" });
    } catch (error) {
      toast({ text: `${w.out.notCopied}. ${failed(error)}`, tone: "warn" });
    }
  };
}
