import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Button, TextField } from "../../kit";
import { w } from "../words";
import styles from "./DecisionBar.module.css";
import type { useDecide } from "./useDecide";
import { useTrayText } from "./useTrayText";

/** A line was answered Yes or Can't tell: someone else looks at it, with the doubt in words. */
export function SecondLookTray(props: {
  account: AccountView;
  decide: ReturnType<typeof useDecide>["decide"];
  isBusy: boolean;
  onClose: () => void;
}): ReactNode {
  const sentence = useTrayText(props.account.id, "second-look");
  const missing = sentence.text.trim() === "" ? w.secondLookReason : null;
  const send = async () => {
    await sentence.flush();
    await props.decide({
      decision: "hold",
      reason: sentence.text.trim(),
      said: w.saidSecondLook,
      onDecided: sentence.clear,
    });
  };
  return (
    <form
      className={styles.form}
      aria-label={w.tray["second-look"]}
      onBlur={() => void sentence.flush()}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          props.onClose();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) {
          void send();
        }
      }}
    >
      <div className={styles.reason}>
        <TextField
          label={w.secondLookLabel}
          value={sentence.text}
          onChange={sentence.change}
          autoFocus
          lang="en"
        />
      </div>
      <Button
        type="submit"
        variant="primary"
        isDisabled={missing !== null}
        isPending={props.isBusy}
        why={missing ?? undefined}
      >
        {w.secondLookAction}
      </Button>
      <Button onPress={props.onClose}>{w.cancel}</Button>
      <p className={styles.note}>{w.secondLookMeans}</p>
    </form>
  );
}
