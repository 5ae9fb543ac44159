/** The bar that signs, holds one item back, or returns all; to who may not sign it says why, and who may. */
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ReferralView, useHost } from "../../../host";
import { Bdi, Button, ConfirmLine, useCommand, useToast } from "../../../kit";
import { KeptConfirm } from "../../../record/KeptConfirm";
import { useActs } from "../useRows";
import { w as drafts } from "../words";
import styles from "./DecisionBar.module.css";
import { w } from "./words";

type BarProps = {
  referral: ReferralView;
  /** The item that is open. */
  current: string | null;
  onNext: (() => void) | null;
  rendered: UseQueryResult<true>;
};

/** Pinned under the submission. */
export function DecisionBar(props: BarProps): ReactNode {
  return props.referral.can_approve ? <Sign {...props} /> : <MayNot referral={props.referral} />;
}

/** Why it cannot be signed yet; nothing once it can. */
export function whyNotYet(referral: ReferralView): string | undefined {
  const opened = new Set(referral.submission?.opened);
  const left = referral.items.filter((item) => !opened.has(item.id)).length;
  if (left > 0) return w.bar.signWhy(left);
  if (!referral.is_ready) return w.bar.signMissing;
  return (referral.submission?.sealed.length ?? 0) === 0 ? w.bar.signWait : undefined;
}

function Sign(props: BarProps): ReactNode {
  const { referral, onNext } = props;
  const host = useHost();
  const toast = useToast();
  const { act, isBusy, error, clear } = useActs();
  const [asking, setAsking] = useState<"sign" | "return" | "take-out" | null>(null);
  const why = whyNotYet(referral);
  const item = referral.items.find((one) => one.id === props.current);
  const isLast = referral.items.length === 1;
  const canTakeOut = item !== undefined && !isLast;
  const ask = (what: "sign" | "return" | "take-out") => {
    clear();
    setAsking(what);
  };
  useCommand("approval.sign", () => ask("sign"), why === undefined);
  useCommand("approval.giveBack", () => ask("return"));
  useCommand("approval.takeOut", () => ask("take-out"), canTakeOut);
  const sign = () =>
    act(async () => {
      const view = await host.commands.approveReferral(referral.id);
      setAsking(null);
      toast({ text: w.bar.done(referral.label), tone: "ok" });
      return view;
    });
  return (
    <>
      <Button
        variant="primary"
        command="approval.sign"
        isDisabled={why !== undefined}
        why={why}
        onPress={() => ask("sign")}
      >
        {w.bar.sign}
      </Button>
      {onNext !== null && (
        <Button command="approval.next" onPress={onNext}>
          {w.bar.next}
        </Button>
      )}
      <Button
        command="approval.takeOut"
        isDisabled={!canTakeOut}
        why={canTakeOut ? undefined : isLast ? w.bar.takeOutLast : w.bar.takeOutWhy}
        onPress={() => ask("take-out")}
      >
        {item === undefined ? w.bar.takeOutNone : w.bar.takeOut(item.position)}
      </Button>
      <Button command="approval.giveBack" onPress={() => ask("return")}>
        {w.bar.giveBack}
      </Button>
      {why !== undefined && <span className={styles.why}>{why}</span>}
      <ConfirmLine
        isOpen={asking === "sign"}
        onConfirm={() => void sign()}
        onCancel={() => setAsking(null)}
        action={w.bar.confirmAction}
        isPending={isBusy}
      >
        {w.bar.confirm(referral.label, referral.items.length, referral.platform_name)}
      </ConfirmLine>
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <GiveBack referral={referral} isOpen={asking === "return"} onClose={() => setAsking(null)} />
      {item !== undefined && (
        <TakeOut
          referral={referral}
          item={item}
          isOpen={asking === "take-out"}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  );
}

function MayNot(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const { second } = referral;
  const [isAsking, setAsking] = useState(false);
  useCommand("approval.takeBack", () => setAsking(true), second.is_own);
  return (
    <>
      <div className={styles.mayNot}>
        <p>
          <b>{second.is_own ? w.bar.own : w.bar.reader}</b>{" "}
          {second.approvers.length === 0 ? (
            w.bar.nobody
          ) : (
            <>
              <Bdi>{w.bar.who(second.approvers.join("; "))}</Bdi> {w.bar.signIn}
            </>
          )}
        </p>
      </div>
      {second.is_own && (
        <Button command="approval.takeBack" onPress={() => setAsking(true)}>
          {w.bar.takeBack}
        </Button>
      )}
      <GiveBack referral={referral} isOpen={isAsking} onClose={() => setAsking(false)} isOwn />
    </>
  );
}

type AskProps = { referral: ReferralView; isOpen: boolean; onClose: () => void };

/** Makes a draft of it again, with the reason. */
export function GiveBack(props: AskProps & { isOwn?: boolean }): ReactNode {
  const { referral } = props;
  const host = useHost();
  const toast = useToast();
  const { show } = useShown();
  const words = props.isOwn ? w.takeBack : w.giveBack;
  const confirm = async (reason: string) => {
    show(await host.commands.returnReferral(referral.id, reason));
    toast({ text: words.done(referral.label), tone: "ok" });
    props.onClose();
  };
  return (
    <KeptConfirm
      about={`return/${referral.id}`}
      title={words.title(referral.label)}
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={confirm}
      action={words.action}
      affects={drafts.discard.affects(referral.items.length)}
    >
      {words.text}
    </KeptConfirm>
  );
}

function TakeOut(props: AskProps & { item: ReferralView["items"][number] }): ReactNode {
  const { referral, item } = props;
  const host = useHost();
  const toast = useToast();
  const { show } = useShown();
  const confirm = async (reason: string) => {
    show(await host.commands.takeOutItem(referral.id, item.id, reason));
    toast({ text: w.takeOut.done(item.label), tone: "ok" });
    props.onClose();
  };
  return (
    <KeptConfirm
      about={`hold-back/${item.id}`}
      title={w.takeOut.title(item.label)}
      isOpen={props.isOpen}
      onClose={props.onClose}
      onConfirm={confirm}
      action={w.takeOut.action}
      affects={drafts.discard.affects(1)}
    >
      {w.takeOut.text}
    </KeptConfirm>
  );
}

/** Shows what came of an act whose question says by itself what went wrong. */
function useShown(): { show: (view: ReferralView) => void } {
  const { act } = useActs();
  return { show: (view) => void act(async () => view) };
}
