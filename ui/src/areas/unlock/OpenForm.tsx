import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { codeOf, type SessionView, useHost } from "../../host";
import { Bdi, Button, ErrorState } from "../../kit";
import { Mark } from "./Mark";
import { PassphraseField } from "./PassphraseField";
import { Stretching } from "./Stretching";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Asks for the passphrase of one case, and says in its own words why it does not open. */
export function OpenForm(props: {
  token: string;
  name: string;
  /** True if this window locked it a moment ago. */
  isLocked: boolean;
  onBack: () => void;
  onOpened: (session: SessionView) => void;
}): ReactNode {
  const host = useHost();
  const [passphrase, setPassphrase] = useState("");
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const field = useRef<HTMLInputElement>(null);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === "" || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      props.onOpened(await host.commands.openCase({ place: props.token, passphrase }));
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
      if (codeOf(thrown) === "wrong-passphrase")
        requestAnimationFrame(() => field.current?.select());
    }
  };
  return (
    <div className={styles.narrow}>
      <CaseHead name={props.name} isLocked={props.isLocked} />
      <form className={styles.sheet} onSubmit={(event) => void open(event)}>
        {error !== null && <ErrorState error={error} isInline />}
        {isBusy ? (
          <Stretching />
        ) : (
          <>
            <PassphraseField
              label={w.passphrase}
              value={passphrase}
              onChange={setPassphrase}
              inputRef={field}
              autoFocus
            />
            <div className={styles.buttons}>
              <Button onPress={props.onBack}>{props.isLocked ? w.anotherCase : w.back}</Button>
              <Button type="submit" variant="primary" isDisabled={passphrase === ""}>
                {w.unlock}
              </Button>
            </div>
          </>
        )}
      </form>
      <p className={styles.foot}>{w.forgotten}</p>
    </div>
  );
}

function CaseHead(props: { name: string; isLocked: boolean }): ReactNode {
  return (
    <header className={styles.brand}>
      <Mark />
      <div>
        <h1 className={styles.product}>
          <Bdi>{props.name}</Bdi>
        </h1>
        <p className={styles.quiet}>
          {props.isLocked ? `${w.locked}. ${w.lockedText}` : w.product}
        </p>
      </div>
    </header>
  );
}
