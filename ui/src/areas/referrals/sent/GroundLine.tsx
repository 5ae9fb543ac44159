/** Asks for the ground the platform gave, under the rows: Enter enters it, Esc does not. */
import { type ReactNode, useState } from "react";
import type { ItemView, PlatformDecision } from "../../../host";
import { Button, TextField } from "../../../kit";
import styles from "./ItemTable.module.css";
import { w } from "./words";

/** One line, with the focus in it. */
export function GroundLine(props: {
  item: ItemView;
  decision: PlatformDecision;
  isBusy: boolean;
  onEnter: (reason: string) => void;
  onCancel: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the field in it.
    <div
      className={styles.ask}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== "Escape") return;
        if (event.target instanceof HTMLButtonElement || event.repeat) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === "Escape") props.onCancel();
        else if (!props.isBusy) props.onEnter(reason.trim());
      }}
    >
      <TextField
        label={w.ground.label(w.decisions[props.decision], props.item.label)}
        value={reason}
        onChange={setReason}
        description={w.ground.hint}
        autoFocus
      />
      <Button
        variant="primary"
        isPending={props.isBusy}
        onPress={() => props.onEnter(reason.trim())}
      >
        {w.ground.action}
      </Button>
      <Button onPress={props.onCancel}>{w.ground.cancel}</Button>
    </div>
  );
}
