/** Asks for an officer's word on who operates accounts: together, or two that are not. Nothing is preset. */
import { type ReactNode, useState } from "react";
import type { AccountRow, DeclareRequest, NetworkView } from "../../../host";
import {
  Bdi,
  Checkbox,
  Dialog,
  ErrorState,
  FormButtons,
  Select,
  TextArea,
  TextField,
} from "../../../kit";
import styles from "./said.module.css";
import { useSay } from "./useSay";
import { w } from "./words";

type Typed = {
  readonly ticked: ReadonlySet<string>;
  readonly one: string | null;
  readonly other: string | null;
  readonly name: string;
  readonly reason: string;
};

const EMPTY: Typed = { ticked: new Set(), one: null, other: null, name: "", reason: "" };

/** What is sent, or what is missing of it in words. */
export function requestOf(
  kind: DeclareRequest["kind"],
  typed: Typed,
): { request: DeclareRequest } | { missing: string } {
  const reason = typed.reason.trim();
  if (kind === "together") {
    if (typed.ticked.size < 2) return { missing: w.needsAccounts };
    if (reason.length < 3) return { missing: w.needsReason };
    const name = typed.name.trim() === "" ? null : typed.name.trim();
    return { request: { kind, accounts: [...typed.ticked], from: [], name, reason } };
  }
  if (typed.one === null || typed.other === null || typed.one === typed.other) {
    return { missing: w.needsTwo };
  }
  if (reason.length < 3) return { missing: w.needsReason };
  return { request: { kind, accounts: [typed.one], from: [typed.other], name: null, reason } };
}

/** The dialog of one kind of word about the accounts of a network. */
export function SayDialog(props: {
  kind: DeclareRequest["kind"];
  network: NetworkView;
  onClose: () => void;
}): ReactNode {
  const { kind, network, onClose } = props;
  const [typed, setTyped] = useState(EMPTY);
  const { declare, isBusy, error } = useSay(onClose);
  const change = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }));
  const ready = requestOf(kind, typed);
  const missing = "missing" in ready ? ready.missing : null;
  return (
    <Dialog
      title={kind === "together" ? w.titleTogether : w.titleApart}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={kind === "together" ? w.sayTogether : w.sayApart}
          missing={missing}
          isBusy={isBusy}
          onAct={() => "request" in ready && void declare(ready.request)}
        />
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{kind === "together" ? w.leadTogether : w.leadApart}</p>
        {kind === "together" ? (
          <>
            <Ticks
              rows={network.accounts}
              ticked={typed.ticked}
              onChange={(ticked) => change({ ticked })}
            />
            <TextField
              label={w.name}
              description={w.nameHint}
              value={typed.name}
              onChange={(name) => change({ name })}
              maxLength={80}
            />
          </>
        ) : (
          <Two rows={network.accounts} typed={typed} onChange={change} />
        )}
        <TextArea
          label={w.reason}
          description={w.reasonHint}
          value={typed.reason}
          onChange={(reason) => change({ reason })}
          rows={3}
          maxLength={2_000}
          isRequired
        />
        {error !== null && <ErrorState error={error} isInline />}
      </div>
    </Dialog>
  );
}

function Ticks(props: {
  rows: readonly AccountRow[];
  ticked: ReadonlySet<string>;
  onChange: (ticked: ReadonlySet<string>) => void;
}): ReactNode {
  const { rows, ticked, onChange } = props;
  const isAll = rows.every(({ id }) => ticked.has(id));
  const turn = (id: string) => {
    const next = new Set(ticked);
    if (!next.delete(id)) next.add(id);
    onChange(next);
  };
  return (
    <fieldset className={styles.ticks} aria-label={w.which}>
      <legend className={styles.legend}>{w.which}</legend>
      <Checkbox
        isSelected={isAll}
        onChange={() => onChange(new Set(isAll ? [] : rows.map(({ id }) => id)))}
      >
        <b>{w.all}</b>
      </Checkbox>
      <div className={styles.scroll}>
        {rows.map(({ id, label }) => (
          <Checkbox key={id} isSelected={ticked.has(id)} onChange={() => turn(id)}>
            <Bdi>{label}</Bdi>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}

function Two(props: {
  rows: readonly AccountRow[];
  typed: Typed;
  onChange: (part: Partial<Typed>) => void;
}): ReactNode {
  const { rows, typed, onChange } = props;
  const options = (not: string | null) =>
    rows.filter(({ id }) => id !== not).map(({ id, label }) => ({ value: id, label }));
  return (
    <div className={styles.two}>
      <Select
        label={w.one}
        value={typed.one}
        onChange={(one) => onChange({ one })}
        options={options(typed.other)}
        isRequired
      />
      <Select
        label={w.other}
        value={typed.other}
        onChange={(other) => onChange({ other })}
        options={options(typed.one)}
        isRequired
      />
    </div>
  );
}
