/** Asks what is to be done with many accounts, names their number, and follows the work. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type BulkAct, type BulkView, type NoActionReason, useHost } from "../../host";
import {
  Dialog,
  ErrorState,
  FormButtons,
  newJob,
  Progress,
  Select,
  TextField,
  useToast,
} from "../../kit";
import { NO_ACTION_REASONS } from "../../record/decide/NoActionTray";
import { w as record } from "../../record/words";
import styles from "./accounts.module.css";
import type { Chosen } from "./chosen";
import { w } from "./words";

/** The acts there are. There is none that refers or says that someone is in danger. */
export type BulkKind = BulkAct["kind"];

type Form = { officer: string; tags: string; reason: NoActionReason | null; note: string };

const NOBODY = "nobody";
const EMPTY: Form = { officer: "", tags: "", reason: null, note: "" };

/** What is sent; null while something that a person must say is missing. */
export function actOf(kind: BulkKind, form: Form): BulkAct | null {
  const tags = form.tags
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
  switch (kind) {
    case "assign":
      if (form.officer === "") return null;
      return { kind, officer: form.officer === NOBODY ? null : form.officer };
    case "tag":
    case "untag":
      return tags.length === 0 ? null : { kind, tags };
    case "no-action":
      return form.reason === null ? null : { kind, reason: form.reason, note: form.note.trim() };
  }
}

/** One act on many accounts. */
export function BulkDialog(props: {
  kind: BulkKind;
  count: number;
  chosen: Chosen;
  onClose: () => void;
  onDone: () => void;
}): ReactNode {
  const { kind } = props;
  const [form, setForm] = useState(EMPTY);
  const { job, error, run } = useBulk(props);
  const act = actOf(kind, form);
  const title = w.bulk.titles[kind](props.count);
  const footer = job === null && (
    <FormButtons
      onCancel={props.onClose}
      cancel={w.bulk.cancel}
      action={title}
      isShut={act === null}
      onAct={() => act !== null && void run(act)}
    />
  );
  return (
    <Dialog
      title={title}
      isOpen
      onClose={props.onClose}
      isDismissable={job === null}
      role="alertdialog"
      footer={footer}
    >
      {job === null ? (
        <div className={styles.form}>
          <Fields
            kind={kind}
            form={form}
            onChange={(part) => setForm((now) => ({ ...now, ...part }))}
          />
          <p className={styles.note}>{w.bulk.neverHere}</p>
          {error !== null && <ErrorState error={error} isInline />}
        </div>
      ) : (
        <Progress job={job} what={w.bulk.working} />
      )}
    </Dialog>
  );
}

function useBulk(props: {
  kind: BulkKind;
  chosen: Chosen;
  onClose: () => void;
  onDone: () => void;
}) {
  const host = useHost();
  const toast = useToast();
  const [job, setJob] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const takeBack = async (set: string) => {
    const back = await host.commands.undo(set);
    if (back.kept > 0) {
      toast({ text: w.bulk.undone(back.removed + back.restored, back.kept), tone: "warn" });
    }
  };
  const run = async (act: BulkAct) => {
    const work = newJob();
    setJob(work);
    setError(null);
    try {
      const view = await host.commands.bulkAccounts({ ...props.chosen, act }, work);
      const { set } = view;
      toast({
        text: said(props.kind, view),
        tone: view.left.length > 0 ? "warn" : "ok",
        ...(set === null ? {} : { undo: () => takeBack(set) }),
      });
      props.onDone();
      props.onClose();
    } catch (thrown) {
      setError(thrown);
      setJob(null);
    }
  };
  return { job, error, run };
}

/** What was done, and what was left with its reason: the numbers add up to what was asked for. */
function said(kind: BulkKind, view: BulkView): string {
  const left = view.left.map((one) => w.bulk.left(one.count, one.words));
  return [w.bulk.done[kind](view.done), ...left].join(" · ");
}

function Fields(props: {
  kind: BulkKind;
  form: Form;
  onChange: (part: Partial<Form>) => void;
}): ReactNode {
  const { kind, form, onChange } = props;
  switch (kind) {
    case "assign":
      return <Officers value={form.officer} onChange={(officer) => onChange({ officer })} />;
    case "tag":
      return (
        <TextField
          label={w.bulk.tagField}
          description={w.bulk.tagHint}
          value={form.tags}
          onChange={(tags) => onChange({ tags })}
          autoFocus
        />
      );
    case "untag":
      return <Tags value={form.tags} onChange={(tags) => onChange({ tags })} />;
    case "no-action":
      return (
        <>
          <Select
            label={w.bulk.reason}
            value={form.reason}
            onChange={(reason) => onChange({ reason })}
            options={NO_ACTION_REASONS.map((value) => ({
              value,
              label: record.noActionReason[value],
            }))}
          />
          <TextField
            label={w.bulk.note}
            value={form.note}
            onChange={(note) => onChange({ note })}
          />
          <p className={styles.note}>{w.bulk.leaves}</p>
        </>
      );
  }
}

function Officers(props: { value: string; onChange: (value: string) => void }): ReactNode {
  const host = useHost();
  const officers = useQuery({ queryKey: ["officers"], queryFn: () => host.commands.officers() });
  const able = (officers.data ?? []).filter((officer) => officer.role !== "reader");
  return (
    <Select
      label={w.bulk.officer}
      value={props.value === "" ? null : props.value}
      onChange={props.onChange}
      options={[
        ...able.map((officer) => ({
          value: officer.id,
          label: officer.number,
          detail: officer.name,
        })),
        { value: NOBODY, label: w.bulk.nobody },
      ]}
    />
  );
}

function Tags(props: { value: string; onChange: (value: string) => void }): ReactNode {
  const host = useHost();
  const tags = useQuery({
    queryKey: ["account-tags"],
    queryFn: () => host.commands.accountTags(),
  });
  return (
    <Select
      label={w.bulk.untagField}
      value={props.value === "" ? null : props.value}
      onChange={props.onChange}
      options={(tags.data ?? []).map(({ tag }) => ({ value: tag, label: tag }))}
    />
  );
}
