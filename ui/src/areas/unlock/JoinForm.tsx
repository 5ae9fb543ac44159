import { type FormEvent, type ReactNode, useState } from "react";
import { type ChooseKind, type ChosenView, type SessionView, useHost } from "../../host";
import { Button, ErrorState } from "../../kit";
import { ChosenPlace } from "./ChosenPlace";
import { NewPassphrase } from "./NewPassphrase";
import { Stretching } from "./Stretching";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Joins a case: its folder, the invitation, and a passphrase nobody else knows. */
export function JoinForm(props: {
  onBack: () => void;
  onOpened: (session: SessionView) => void;
}): ReactNode {
  const host = useHost();
  const [place, setPlace] = useState<ChosenView | null>(null);
  const [invitation, setInvitation] = useState<ChosenView | null>(null);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isWhole = place !== null && invitation !== null && passphrase !== null;
  const choose = async (kind: ChooseKind, keep: (chosen: ChosenView) => void) => {
    setError(null);
    try {
      const [chosen] = await host.commands.choose(kind, null);
      if (chosen) keep(chosen);
    } catch (thrown) {
      setError(thrown);
    }
  };
  const join = async (event: FormEvent) => {
    event.preventDefault();
    if (!isWhole || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      props.onOpened(
        await host.commands.joinCase({
          place: place.token,
          invitation: invitation.token,
          passphrase,
        }),
      );
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return (
    <form className={styles.wizard} onSubmit={(event) => void join(event)}>
      <h1>{w.joining.title}</h1>
      {error !== null && <ErrorState error={error} isInline />}
      {isBusy && <Stretching />}
      <div className={styles.sheet} hidden={isBusy}>
        <ChosenPlace
          label={w.joining.folder}
          chosen={place}
          action={w.joining.chooseFolder}
          onChoose={() => void choose("open-case", setPlace)}
        />
        <ChosenPlace
          label={w.joining.invitation}
          chosen={invitation}
          action={w.joining.chooseInvitation}
          onChoose={() => void choose("open-invitation", setInvitation)}
        />
        <p className={styles.quiet}>{w.joining.text}</p>
        <NewPassphrase known={[]} onPassphrase={setPassphrase} />
        <div className={styles.buttons}>
          <Button onPress={props.onBack}>{w.back}</Button>
          <Button type="submit" variant="primary" isDisabled={!isWhole}>
            {w.joining.join}
          </Button>
        </div>
      </div>
    </form>
  );
}
