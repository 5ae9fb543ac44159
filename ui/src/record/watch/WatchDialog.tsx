import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type AccountView, type Answer, useHost } from "../../host";
import { Bdi, Button, Dialog, RadioList, SegmentedAnswer, TextArea, TextField } from "../../kit";
import { useBusy } from "../useBusy";
import { EMPTY, missingOf, requestOf, type WatchForm } from "./form";
import { useWatching } from "./useVisits";
import styles from "./watch.module.css";
import { w } from "./words";

const ANSWERS = [
  { value: "no" as const, label: w.answer.no },
  { value: "yes" as const, label: w.answer.yes, tone: "warn" as const },
  { value: "cant-tell" as const, label: w.answer["cant-tell"], tone: "warn" as const },
];

type Change = (change: Partial<WatchForm>) => void;

/** Asks the code's factors, then the authority with its expiry or why none is needed, and who decided. */
export function WatchDialog(props: { account: AccountView; onClose: () => void }): ReactNode {
  const { account, onClose } = props;
  const host = useHost();
  const { data: factors = [] } = useQuery({
    queryKey: ["watch-factors"],
    queryFn: () => host.commands.watchFactors(),
  });
  const [form, setForm] = useState(EMPTY);
  const change: Change = (part) => setForm((before) => ({ ...before, ...part }));
  const watching = useWatching(account.id);
  const { isBusy, error, run } = useBusy();
  const missing = missingOf(form, factors, new Date());
  const save = () =>
    run(async () => {
      await watching(
        () => host.commands.beginWatch(requestOf(account.id, form)),
        w.saved(account.label),
      );
      onClose();
    });
  return (
    <Dialog
      title={
        <>
          {w.dialog} <Bdi>{account.label}</Bdi>
        </>
      }
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={missing.length > 0 || factors.length === 0}
            why={missing.length > 0 ? w.needs(missing.join(", ")) : undefined}
            isPending={isBusy}
            onPress={() => void save()}
          >
            {w.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <TextArea
          label={w.purpose}
          value={form.purpose}
          onChange={(purpose) => change({ purpose })}
          rows={2}
        />
        <fieldset className={styles.factors}>
          <legend>{w.factors}</legend>
          {factors.map((factor) => (
            <SegmentedAnswer<Answer>
              key={factor.name}
              label={factor.question}
              value={form.factors[factor.name] ?? null}
              onChange={(value) => change({ factors: answered(form.factors, factor.name, value) })}
              options={ANSWERS}
            />
          ))}
          <p className={styles.quiet}>
            {w.source}: {[...new Set(factors.map((one) => one.source))].join("; ")}
          </p>
        </fieldset>
        <Ground form={form} onChange={change} />
        <TextField
          label={w.decided}
          value={form.decidedBy}
          onChange={(decidedBy) => change({ decidedBy })}
        />
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function Ground(props: { form: WatchForm; onChange: Change }): ReactNode {
  const { form, onChange } = props;
  return (
    <>
      <RadioList
        label={w.ground}
        value={form.ground}
        onChange={(ground) => onChange({ ground })}
        options={[
          { value: "authority" as const, label: w.authority, detail: w.authorityMeans },
          { value: "none-needed" as const, label: w.none_needed, detail: w.noneNeededMeans },
        ]}
      />
      {form.ground === "authority" && (
        <div className={styles.pair}>
          <TextField
            label={w.reference}
            value={form.reference}
            onChange={(reference) => onChange({ reference })}
          />
          <TextField
            label={w.expires}
            description={w.expiresHow}
            value={form.expires}
            onChange={(expires) => onChange({ expires })}
          />
        </div>
      )}
      {form.ground === "none-needed" && (
        <TextArea label={w.why} value={form.why} onChange={(why) => onChange({ why })} rows={2} />
      )}
    </>
  );
}

function answered(
  factors: WatchForm["factors"],
  name: string,
  value: Answer | null,
): WatchForm["factors"] {
  const { [name]: _, ...others } = factors;
  return value === null ? others : { ...others, [name]: value };
}
