/** Entering decisions, one after the other, and taking the last one back. */
import { useRef } from "react";
import { type ItemView, type PlatformDecision, type ReferralView, useHost } from "../../../host";
import { useCommand, useToast } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { useActs } from "../useRows";
import { w } from "./words";

/** The acts on the rows of one referral. */
export function useOutcome(referral: ReferralView) {
  const { go } = useRoute();
  const host = useHost();
  const toast = useToast();
  const { act, isBusy, error, clear } = useActs();
  const entered = useRef<ItemView[]>([]);
  const enter = (
    item: ItemView,
    decision: PlatformDecision,
    { at, reason }: { at: string | null; reason: string },
  ) =>
    act(async () => {
      const view = await host.commands.enterOutcome({
        referral: referral.id,
        account: item.account,
        decision,
        at,
        reason,
      });
      entered.current.push(item);
      const text = w.table.entered(item.label, w.decisions[decision]);
      toast({ text, tone: "ok", undo: takeBack });
      return view;
    });
  const takeBack = async () => {
    const item = entered.current.at(-1);
    if (item === undefined) return;
    await act(async () => {
      const view = await host.commands.takeBackOutcome(referral.id, item.account);
      entered.current.pop();
      toast({ text: w.table.undone(item.label), tone: "ok" });
      return view;
    });
  };
  const again = (item: ItemView) =>
    act(async () => {
      const [view] = await host.commands.draftReferral({
        platform: referral.platform,
        accounts: [item.account],
        policy: null,
        law: referral.law?.code ?? null,
        route: referral.route,
        summary: null,
        seen_live: null,
      });
      if (view === undefined) return referral;
      toast({ text: w.table.againDone(view.label), tone: "ok" });
      go({ area: "drafts", id: view.id });
      return view;
    });
  useCommand("undo", () => void takeBack());
  return { enter, again, isBusy, error, clear };
}
