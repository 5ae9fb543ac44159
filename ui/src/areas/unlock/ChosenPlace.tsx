import { type ReactNode, useId } from "react";
import type { ChosenView } from "../../host";
import { Bdi, Button } from "../../kit";
import styles from "./unlock.module.css";
import { w } from "./words";

/** A file or folder to choose, and what was chosen. The window only ever learns its name. */
export function ChosenPlace(props: {
  label: string;
  chosen: ChosenView | null;
  action: string;
  onChoose: () => void;
}): ReactNode {
  const id = useId();
  return (
    <fieldset className={styles.place} aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {props.label}
      </span>
      <span className={styles.placeLine}>
        <Button icon="open" onPress={props.onChoose}>
          {props.action}
        </Button>
        {props.chosen ? (
          <b>
            <Bdi>{props.chosen.name}</Bdi>
          </b>
        ) : (
          <span className={styles.quiet}>{w.wizard.noPlace}</span>
        )}
      </span>
    </fieldset>
  );
}
