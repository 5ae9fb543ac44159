import { type FormEvent, type ReactNode, useState } from "react";
import { type RecoveryKeyView, type SessionView, useHost } from "../../host";
import { Button, ErrorState, TextField } from "../../kit";
import { Stretching } from "./Stretching";
import styles from "./unlock.module.css";
import { w } from "./words";

/** A key in groups of six counted from its end, so that it can be written down and read back. */
export function inGroups(key: string): string[] {
  const prefix = /^AGE-SECRET-KEY-1/.exec(key)?.[0] ?? "";
  const rest = key.slice(prefix.length);
  const groups = [
    rest.slice(0, rest.length % 6),
    ...(rest.slice(rest.length % 6).match(/.{6}/gu) ?? []),
  ];
  return [prefix, ...groups].filter((group) => group !== "");
}

/**
 * The key itself, to be written down, and the way to carry it off in a file. It cannot be copied: what
 * is on the clipboard is kept by its history and can be read by every program.
 */
function ShownKey(props: { shown: string; onFailed: (error: unknown) => void }): ReactNode {
  const host = useHost();
  const [said, setSaid] = useState("");
  const save = async () => {
    try {
      const [place] = await host.commands.choose("save-recovery", "recovery-key.txt");
      if (!place) return;
      await host.commands.saveRecoveryKey(place.token);
      setSaid(w.wizard.saved);
    } catch (thrown) {
      props.onFailed(thrown);
    }
  };
  return (
    <>
      <div role="group" className={styles.key} aria-label={w.wizard.key}>
        {inGroups(props.shown).map((group, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the groups of one key keep their order.
          <span key={index}>{group}</span>
        ))}
      </div>
      <div className={styles.placeLine}>
        <Button icon="save" onPress={() => void save()}>
          {w.wizard.save}
        </Button>
        <span className={styles.quiet} aria-live="polite">
          {said}
        </span>
      </div>
    </>
  );
}

/** Shows the recovery key once. The case is written when its last characters have been typed back. */
export function RecoveryStep(props: {
  recovery: RecoveryKeyView;
  onBack: () => void;
  onMade: (session: SessionView) => void;
}): ReactNode {
  const { key, confirm_last: last } = props.recovery;
  const host = useHost();
  const [typed, setTyped] = useState("");
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isWhole = typed.trim().length >= last;
  const isRight = typed.trim().toUpperCase() === key.slice(-last).toUpperCase();
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (!isRight || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      props.onMade(await host.commands.confirmCase(typed.trim().toUpperCase()));
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <form className={styles.sheet} onSubmit={(event) => void make(event)}>
      <h2>{w.wizard.recoveryTitle}</h2>
      <p>{w.wizard.recoveryText}</p>
      <ShownKey shown={key} onFailed={setError} />
      {error !== null && <ErrorState error={error} isInline />}
      {isBusy && <Stretching what={w.wizard.making} />}
      <div className={styles.fields} hidden={isBusy}>
        <TextField
          label={w.wizard.confirm(last)}
          description={w.wizard.confirmText}
          value={typed}
          onChange={setTyped}
          error={isWhole && !isRight ? w.wizard.notLast : undefined}
          dir="ltr"
          isMono
        />
        <div className={styles.buttons}>
          <Button onPress={props.onBack}>{w.wizard.abandon}</Button>
          <Button type="submit" variant="primary" isDisabled={!isRight}>
            {w.wizard.make}
          </Button>
        </div>
      </div>
    </form>
  );
}
