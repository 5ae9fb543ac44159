/** The list of victims, children and third parties: what it is opened for is asked each time, and logged. */
import { type ReactNode, useState } from "react";
import { useHost } from "../../host";
import { Button, Card, EmptyState, LinkButton, Page, TextField } from "../../kit";
import { useBusy } from "../../record/useBusy";
import styles from "./accounts.module.css";
import { w } from "./words";

/** Asks for the purpose before a row of the list is read. */
export function AskPurpose(props: { onOpened: () => void; onLeave: () => void }): ReactNode {
  const host = useHost();
  const [purpose, setPurpose] = useState("");
  const { isBusy, error, run } = useBusy();
  const isShut = purpose.trim() === "";
  const open = () =>
    run(async () => {
      await host.commands.openKeptApart(purpose.trim());
      props.onOpened();
    });
  return (
    <Page title={w.title}>
      <Card title={w.apart.title}>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (!isShut) void open();
          }}
        >
          <p className={styles.note}>{w.apart.text}</p>
          <TextField
            label={w.apart.purpose}
            description={w.apart.purposeHint}
            value={purpose}
            onChange={setPurpose}
            isRequired
            autoFocus
          />
          {error !== null && (
            <p role="alert" className={styles.warn}>
              {error}
            </p>
          )}
          <div className={styles.tools}>
            <Button
              variant="primary"
              isDisabled={isShut}
              why={isShut ? w.apart.needed : undefined}
              isPending={isBusy}
              onPress={() => void open()}
            >
              {w.apart.open}
            </Button>
            <Button onPress={props.onLeave}>{w.apart.leave}</Button>
          </div>
        </form>
      </Card>
    </Page>
  );
}

/** Says what the list holds. */
export function KeptApartNote(): ReactNode {
  return (
    <p className={styles.due} role="note">
      {w.apart.note}
    </p>
  );
}

/** Nobody is kept apart: said, with the way back to every account. */
export function NobodyApart(props: { onLeave: () => void }): ReactNode {
  return (
    <EmptyState
      title={w.apart.none}
      icon="check"
      action={<LinkButton onPress={props.onLeave}>{w.apart.leave}</LinkButton>}
    >
      {w.apart.noneText}
    </EmptyState>
  );
}
