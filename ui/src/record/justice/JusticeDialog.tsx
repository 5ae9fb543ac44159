import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type JusticeKind, useHost } from "../../host";
import { Button, Dialog, Segmented, TextArea, TextField, useToast } from "../../kit";
import { useBusy } from "../useBusy";
import styles from "./justice.module.css";
import { w } from "./words";

const KINDS = ["arrest", "conviction"] as const satisfies readonly JusticeKind[];

/** Links an arrest or a conviction with accounts: a dated fact, with a reference and a source. */
export function JusticeDialog(props: {
  accounts: readonly string[];
  isOpen: boolean;
  onClose: () => void;
}): ReactNode {
  return (
    <Dialog title={w.title(props.accounts.length)} isOpen={props.isOpen} onClose={props.onClose}>
      {props.isOpen && <Form accounts={props.accounts} onClose={props.onClose} />}
    </Dialog>
  );
}

function Form(props: { accounts: readonly string[]; onClose: () => void }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [kind, setKind] = useState<JusticeKind>("arrest");
  const [form, setForm] = useState({ at: "", reference: "", source: "" });
  const [words, setWords] = useState("");
  const { isBusy, error, run } = useBusy();
  const set = (patch: Partial<typeof form>) => setForm((before) => ({ ...before, ...patch }));
  const isWhole = Object.values(form).every((text) => text.trim() !== "");
  const save = () =>
    run(async () => {
      await host.commands.enterJusticeFact({
        kind,
        accounts: [...props.accounts],
        ...form,
        words: words.trim() === "" ? null : words.trim(),
      });
      await client.invalidateQueries();
      toast({ text: w.saved, tone: "ok" });
      props.onClose();
    });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Segmented
        label={w.kind}
        value={kind}
        onChange={setKind}
        options={KINDS.map((value) => ({ value, label: w.kinds[value] }))}
      />
      <TextField label={w.at} type="date" value={form.at} onChange={(at) => set({ at })} />
      <TextField
        label={w.reference}
        value={form.reference}
        onChange={(reference) => set({ reference })}
      />
      <TextField label={w.source} value={form.source} onChange={(source) => set({ source })} />
      <TextArea label={w.words} value={words} onChange={setWords} />
      {error !== null && <p role="alert">{error}</p>}
      <Button type="submit" variant="primary" isDisabled={!isWhole} isPending={isBusy}>
        {w.save}
      </Button>
    </form>
  );
}
