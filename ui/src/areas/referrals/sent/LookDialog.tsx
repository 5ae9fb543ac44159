/** Enters what was seen of an account, apart from what the platform says. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CheckMethod, type ItemView, type Observed, useHost } from "../../../host";
import { Select, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { useKeptForm } from "../../../record/useKeptForm";
import { AskAct } from "./AskAct";
import { w } from "./words";

const EMPTY: { observed: string | null; method: string | null; at: string } = {
  observed: null,
  method: null,
  at: "",
};
const OBSERVED = Object.entries(w.observed) as [Observed, string][];
const METHODS = Object.entries(w.methods) as [CheckMethod, string][];

/** The question; nothing is chosen beforehand. */
export function LookDialog(props: {
  referral: string;
  item: ItemView;
  onClose: () => void;
}): ReactNode {
  const { item, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { run, isBusy, error } = useBusy();
  const { form, change, clear } = useKeptForm(`seen/${item.id}`, EMPTY);
  const observed = OBSERVED.find(([value]) => value === form.observed)?.[0] ?? null;
  const method = METHODS.find(([value]) => value === form.method)?.[0] ?? null;
  const save = (at: string | null) =>
    run(async () => {
      if (observed === null || method === null) return;
      await host.commands.checkAccount({ account: item.account, observed, method, at });
      await client.invalidateQueries({ queryKey: ["referral", props.referral] });
      await clear();
      toast({ text: w.look.done(item.label), tone: "ok" });
      onClose();
    });
  return (
    <AskAct
      title={w.look.title(item.label)}
      lead={w.look.lead}
      when={w.look.at}
      at={form.at}
      onAt={(at) => change({ at })}
      missing={[observed === null && w.look.observed, method === null && w.look.method]}
      action={w.look.action}
      isBusy={isBusy}
      error={error}
      onAct={(at) => void save(at)}
      onClose={onClose}
    >
      <Select<Observed>
        label={w.look.observed}
        value={observed}
        onChange={(value) => change({ observed: value })}
        options={OBSERVED.map(([value, label]) => ({ value, label }))}
      />
      <Select<CheckMethod>
        label={w.look.method}
        value={method}
        onChange={(value) => change({ method: value })}
        options={METHODS.map(([value, label]) => ({ value, label }))}
      />
    </AskAct>
  );
}
