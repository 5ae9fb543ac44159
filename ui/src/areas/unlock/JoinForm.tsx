import { type FormEvent, type ReactNode, useState } from "react";
import { type ChooseKind, type ChosenView, type SessionView, useHost } from "../../host";
import { Button, ErrorState } from "../../kit";
import { ChosenPlace } from "./ChosenPlace";
import { NewPassphrase } from "./NewPassphrase";
import { Stretching } from "./Stretching";
import styles from "./unlock.module.css";
import { w } from "./words";

/** What is needed to join, and the joining. */
function useJoining(onOpened: (session: SessionView) => void) {
  const host = useHost();
  const [place, setPlace] = useState<ChosenView | null>(null);
  const [invitation, setInvitation] = useState<ChosenView | null>(null);
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
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
    if (place === null || invitation === null || passphrase === null || isBusy) return;
    setBusy(true);
    setError(null);
    try {
      const request = { place: place.token, invitation: invitation.token, passphrase };
      onOpened(await host.commands.joinCase(request));
    } catch (thrown) {
      setError(thrown);
      setBusy(false);
    }
  };
  return {
    ...{ place, invitation, isBusy, error, setPassphrase, join },
    isWhole: place !== null && invitation !== null && passphrase !== null,
    chooseCase: () => void choose("open-case", setPlace),
    chooseInvitation: () => void choose("open-invitation", setInvitation),
  };
}

/** Joins a case: its folder, the invitation, and a passphrase nobody else knows. */
export function JoinForm(props: {
  onBack: () => void;
  onOpened: (session: SessionView) => void;
}): ReactNode {
  const joining = useJoining(props.onOpened);
  return (
    <form className={styles.wizard} onSubmit={(event) => void joining.join(event)}>
      <h1>{w.joining.title}</h1>
      {joining.error !== null && <ErrorState error={joining.error} isInline />}
      {joining.isBusy && <Stretching />}
      <div className={styles.sheet} hidden={joining.isBusy}>
        <ChosenPlace
          label={w.joining.folder}
          chosen={joining.place}
          action={w.joining.chooseFolder}
          onChoose={joining.chooseCase}
        />
        <ChosenPlace
          label={w.joining.invitation}
          chosen={joining.invitation}
          action={w.joining.chooseInvitation}
          onChoose={joining.chooseInvitation}
        />
        <p className={styles.quiet}>{w.joining.text}</p>
        <NewPassphrase known={[]} onPassphrase={joining.setPassphrase} />
        <div className={styles.buttons}>
          <Button onPress={props.onBack}>{w.back}</Button>
          <Button type="submit" variant="primary" isDisabled={!joining.isWhole}>
            {w.joining.join}
          </Button>
        </div>
      </div>
    </form>
  );
}
