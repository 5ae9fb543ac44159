/** Takes an item back that was sent, with a reason of the unit's list. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ItemView, type ReferralView, useHost } from "../../../host";
import { QueryState, RadioList, useToast } from "../../../kit";
import { useKeptForm } from "../../../record/useKeptForm";
import { useActs } from "../useRows";
import { AskAct } from "./AskAct";
import { w } from "./words";

const EMPTY: { reason: string | null; at: string } = { reason: null, at: "" };

/** The question; nothing is chosen beforehand. */
export function WithdrawDialog(props: {
  referral: ReferralView;
  item: ItemView;
  onClose: () => void;
}): ReactNode {
  const { referral, item, onClose } = props;
  const host = useHost();
  const toast = useToast();
  const { act, isBusy, error } = useActs();
  const { form, change, clear } = useKeptForm(`withdraw/${item.id}`, EMPTY);
  const reasons = useQuery({
    queryKey: ["withdrawal-reasons"],
    queryFn: () => host.commands.withdrawalReasons(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const save = (at: string | null) =>
    act(async () => {
      const view = await host.commands.withdrawItem({
        referral: referral.id,
        account: item.account,
        reason: form.reason ?? "",
        at,
      });
      await clear();
      toast({ text: w.withdraw.done(item.label), tone: "ok" });
      onClose();
      return view;
    });
  return (
    <AskAct
      title={w.withdraw.title(item.label)}
      lead={w.withdraw.lead}
      when={w.withdraw.at}
      at={form.at}
      onAt={(at) => change({ at })}
      missing={[form.reason === null && w.withdraw.reason]}
      action={w.withdraw.action}
      isBusy={isBusy}
      error={error}
      onAct={(at) => void save(at)}
      onClose={onClose}
    >
      <QueryState query={reasons}>
        {(all) => (
          <RadioList
            label={w.withdraw.reason}
            value={form.reason}
            onChange={(reason) => change({ reason })}
            options={all.map(({ code, label, detail }) => ({ value: code, label, detail }))}
          />
        )}
      </QueryState>
    </AskAct>
  );
}
