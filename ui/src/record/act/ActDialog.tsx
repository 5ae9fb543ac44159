import { type ReactNode, useState } from "react";
import { type AccountView, type ActionKind, type SafeguardingKind, useHost } from "../../host";
import {
  Bdi,
  ConfirmLine,
  Dialog,
  FormButtons,
  Select,
  TextArea,
  TextField,
  useToast,
} from "../../kit";
import { GradingField } from "../grading/GradingField";
import { type Grading, gradingText, NO_GRADING } from "../grading/grading";
import { w as graded } from "../grading/words";
import { missingOf } from "../missing";
import { readMoment } from "../moment";
import { useActed } from "../RecordProvider";
import { useBusy } from "../useBusy";
import { useKeptForm } from "../useKeptForm";
import { w } from "../words";
import styles from "./ActDialog.module.css";
import { DutyOffer, howOf } from "./DutyOffer";

const KINDS = [
  "life-at-sea",
  "hostage",
  "missing",
  "child",
  "trafficking",
  "other",
] as const satisfies readonly SafeguardingKind[];

type ActFieldsState = {
  kind: SafeguardingKind | null;
  told: string;
  by: string;
  reference: string;
  known: string;
  at: string;
} & Grading;

/** What is typed about an act, what is missing of it, and how it is recorded. */
function useActForm(account: AccountView, action: ActionKind, onClose: () => void) {
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const words = w.act[action];
  const { isBusy, error, run } = useBusy();
  const {
    form: fields,
    change: set,
    clear,
  } = useKeptForm<ActFieldsState>(`act/${action}/${account.id}`, {
    kind: action === "safeguarding" ? null : "other",
    told: action === "preservation" ? account.platform_name : "",
    by: "",
    reference: "",
    known: "",
    at: "",
    ...NO_GRADING,
  });
  const { kind, told, by, reference, known, at } = fields;
  const isReport = action === "intelligence";
  const moment = at.trim() === "" ? null : readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([
    kind === null && w.act.kind,
    told.trim() === "" && words.told,
    action === "safeguarding" && by.trim() === "" && w.act.by,
    action !== "preservation" && known.trim() === "" && words.known,
    isReport && gradingText(fields) === null && graded.needed,
    isUnread && w.act.at,
  ]);
  const record = async () => {
    if (kind === null) {
      return;
    }
    acted(account.id);
    await host.commands.act({
      account: account.id,
      action,
      kind,
      told: told.trim(),
      by: orNull(by),
      reference: orNull(reference),
      known: orNull(known),
      at: moment,
      grading: isReport ? gradingText(fields) : null,
    });
    await clear();
    toast({ text: words.done, tone: "ok" });
    onClose();
  };
  return { ...fields, set, isUnread, missing, save: () => run(record), isBusy, error };
}

/**
 * Records who was told what: safeguarding, an intelligence report, or a request to preserve. It
 * never closes the account. The last step is a line that names the account.
 */
export function ActDialog(props: {
  account: AccountView;
  action: ActionKind;
  onClose: () => void;
}): ReactNode {
  const { account, action, onClose } = props;
  const words = w.act[action];
  const form = useActForm(account, action, onClose);
  const [isAsking, setAsking] = useState(false);
  return (
    <Dialog
      title={
        <>
          {words.title} <Bdi>{account.label}</Bdi>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      footer={
        isAsking ? (
          <ConfirmLine
            isOpen
            action={words.action}
            tone={action === "safeguarding" ? "danger" : "primary"}
            isPending={form.isBusy}
            onConfirm={() => void form.save()}
            onCancel={() => setAsking(false)}
          >
            {words.line(account.label, account.platform_name)}
          </ConfirmLine>
        ) : (
          <FormButtons
            onCancel={onClose}
            cancel={w.cancel}
            action={words.action}
            missing={form.missing}
            variant={action === "safeguarding" ? "danger" : "primary"}
            onAct={() => setAsking(true)}
          />
        )
      }
    >
      <ActFields
        action={action}
        form={form}
        onSubmit={() => {
          if (form.missing === null) {
            setAsking(true);
          }
        }}
      />
    </Dialog>
  );
}

function ActFields(props: {
  action: ActionKind;
  form: ReturnType<typeof useActForm>;
  onSubmit: () => void;
}): ReactNode {
  const { action, form } = props;
  const words = w.act[action];
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSubmit();
      }}
    >
      <p className={styles.lead}>{words.lead}</p>
      {action === "safeguarding" && (
        <Select
          label={w.act.kind}
          value={form.kind}
          onChange={(kind) => form.set({ kind })}
          options={KINDS.map((value) => ({ value, label: w.safeguardingKind[value] }))}
        />
      )}
      {action === "safeguarding" && form.kind !== null && (
        <DutyOffer
          kind={form.kind}
          onChoose={(contact) => form.set({ told: contact.name, by: howOf(contact) })}
        />
      )}
      <div className={styles.two}>
        <TextField
          label={words.told}
          value={form.told}
          onChange={(told) => form.set({ told })}
          placeholder={words.toldExample}
          autoFocus={action !== "safeguarding"}
        />
        <TextField
          label={w.act.by}
          value={form.by}
          onChange={(by) => form.set({ by })}
          placeholder={w.act.byExample}
        />
      </div>
      <div className={styles.two}>
        <TextField
          label={w.act.reference}
          value={form.reference}
          onChange={(reference) => form.set({ reference })}
        />
        <TextField
          label={w.act.at}
          value={form.at}
          onChange={(at) => form.set({ at })}
          placeholder={w.act.atExample}
          description={form.isUnread ? undefined : w.act.atEmpty}
          error={form.isUnread ? w.momentUnread : undefined}
          dir="ltr"
        />
      </div>
      <TextArea
        label={words.known}
        value={form.known}
        onChange={(known) => form.set({ known })}
        rows={4}
      />
      {action === "intelligence" && <GradingField value={form} onChange={form.set} />}
      {form.missing !== null && <p className={styles.missing}>{w.needed(form.missing)}</p>}
      <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      {form.error !== null && (
        <p role="alert" className={styles.error}>
          {form.error}
        </p>
      )}
    </form>
  );
}

function orNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}
