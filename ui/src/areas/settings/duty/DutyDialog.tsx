/** One duty contact, as the unit has it. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DutyContactView, type SafeguardingKind, useHost } from "../../../host";
import { Button, Checkbox, Dialog, TextArea, TextField, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { w as record } from "../../../record/words";
import { Refused } from "../lexicons/Refused";
import styles from "./duty.module.css";
import { w } from "./words";

const KINDS = [
  "life-at-sea",
  "hostage",
  "missing",
  "child",
  "trafficking",
  "other",
] as const satisfies readonly SafeguardingKind[];

type Form = {
  kinds: readonly SafeguardingKind[];
  name: string;
  how: string;
  number: string;
  note: string;
  reviewBy: string;
};

function formOf(contact: DutyContactView | null): Form {
  return {
    kinds: contact?.kinds ?? [],
    name: contact?.name ?? "",
    how: contact?.how ?? "",
    number: contact?.number ?? "",
    note: contact?.note ?? "",
    reviewBy: "",
  };
}

function useKeeping(contact: DutyContactView | null, onClose: () => void) {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const keep = (all: DutyContactView[], text: string) => {
    client.setQueryData(["duty-contacts"], all);
    toast({ text, tone: "ok" });
    onClose();
  };
  const save = (form: Form) =>
    run(async () => {
      const { reviewBy, kinds, ...rest } = form;
      const all = await host.commands.putDutyContact({
        ...rest,
        code: contact?.code ?? null,
        kinds: [...kinds],
        review_by: reviewBy.trim() === "" ? null : reviewBy.trim(),
      });
      keep(all, w.saved(form.name.trim()));
    });
  const remove = () =>
    run(async () => {
      if (contact === null) return;
      keep(await host.commands.removeDutyContact(contact.code), w.removed(contact.name));
    });
  return { save, remove, isBusy, error };
}

/** Adds a contact, or changes the one given. */
export function DutyDialog(props: {
  contact: DutyContactView | null;
  onClose: () => void;
}): ReactNode {
  const { contact, onClose } = props;
  const [form, setForm] = useState(formOf(contact));
  const { save, remove, isBusy, error } = useKeeping(contact, onClose);
  const isShut = form.kinds.length === 0 || form.name.trim() === "" || form.how.trim() === "";
  return (
    <Dialog
      title={contact === null ? w.addTitle : w.changeTitle(contact.name)}
      isOpen
      onClose={onClose}
      footer={
        <>
          {contact !== null && (
            <Button variant="quiet" onPress={() => void remove()}>
              {w.remove}
            </Button>
          )}
          <Button onPress={onClose}>{w.cancel}</Button>
          <Button
            variant="primary"
            isDisabled={isShut}
            isPending={isBusy}
            why={isShut ? w.shut : undefined}
            onPress={() => void save(form)}
          >
            {w.save}
          </Button>
        </>
      }
    >
      <Fields form={form} onChange={(change) => setForm({ ...form, ...change })} />
      {error !== null && <Refused title={w.refused}>{error}</Refused>}
    </Dialog>
  );
}

function Fields(props: { form: Form; onChange: (change: Partial<Form>) => void }): ReactNode {
  const { form, onChange } = props;
  const turn = (kind: SafeguardingKind, isOn: boolean) =>
    onChange({
      kinds: isOn ? [...form.kinds, kind] : form.kinds.filter((one) => one !== kind),
    });
  return (
    <div className={styles.form}>
      <fieldset className={styles.kinds}>
        <legend>{w.kinds}</legend>
        {KINDS.map((kind) => (
          <Checkbox
            key={kind}
            isSelected={form.kinds.includes(kind)}
            onChange={(isOn) => turn(kind, isOn)}
          >
            {record.safeguardingKind[kind]}
          </Checkbox>
        ))}
      </fieldset>
      <TextField label={w.name} value={form.name} onChange={(name) => onChange({ name })} />
      <TextField label={w.how} value={form.how} onChange={(how) => onChange({ how })} />
      <TextField
        label={w.number}
        value={form.number}
        onChange={(number) => onChange({ number })}
        dir="ltr"
      />
      <TextArea label={w.note} value={form.note} onChange={(note) => onChange({ note })} rows={2} />
      <TextField
        label={w.reviewBy}
        value={form.reviewBy}
        onChange={(reviewBy) => onChange({ reviewBy })}
        description={w.reviewByHow}
        dir="ltr"
      />
      <p className={styles.lead}>{w.confirmNow}</p>
    </div>
  );
}
