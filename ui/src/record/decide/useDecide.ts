import { useQueryClient } from "@tanstack/react-query";
import { type AccountView, type DecideRequest, type DoneView, useHost } from "../../host";
import { useToast } from "../../kit";
import { useActed, useDraft } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { w } from "../words";

/** What a decision says beside the account and its answers. */
export type DecisionPart = Pick<DecideRequest, "decision"> & {
  reason?: string;
  noActionReason?: DecideRequest["no_action_reason"];
  reviewBy?: string | null;
  /** The words of the message afterwards. */
  said: string;
  /** What else is done with once the decision stands. */
  onDecided?: () => Promise<unknown>;
};

/**
 * Decides about this account, with the answers as they stand on screen. The draft is saved before
 * and never again after; the message offers to take the decision back.
 */
export function useDecide(
  account: AccountView,
  onDone: (done: DoneView) => void,
  onUndone: (id: string) => void,
) {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const acted = useActed();
  const { entry } = useDraft(account);
  const { isBusy, error, run, clear } = useBusy();
  const undo = async (set: string) => {
    const undone = await host.commands.undo(set);
    if (undone.kept > 0) {
      toast({ text: w.undone(undone), tone: "warn" });
    }
    onUndone(account.id);
  };
  const decide = (part: DecisionPart) =>
    run(async () => {
      acted(account.id);
      await entry.flush();
      const { draft } = entry.read();
      const done = await host.commands.decide({
        account: account.id,
        decision: part.decision,
        reason: part.reason ?? draft.reason.trim(),
        no_action_reason: part.noActionReason ?? null,
        answers: draft.answers,
        review_by: part.reviewBy ?? null,
        grading: null,
      });
      await entry.drop();
      await part.onDecided?.();
      void client.invalidateQueries({ queryKey: ["account", account.id] });
      toast({
        text: w.decided(account.label, part.said),
        tone: "ok",
        ...(done.can_undo ? { undo: () => undo(done.set) } : {}),
      });
      onDone(done);
    });
  return { decide, isBusy, error, clear };
}
