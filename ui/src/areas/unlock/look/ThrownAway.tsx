import type { ReactNode } from "react";
import { Button, Icon } from "../../../kit";
import styles from "./look.module.css";
import { w } from "./words";

/** Says that a look is gone that the officer did not throw away. */
export function ThrownAway(props: { onUnderstood: () => void }): ReactNode {
  return (
    <div className={styles.notice} role="status">
      <Icon name="info" size={18} />
      <div className={styles.noticeWords}>
        <b>{w.thrownAway}</b>
        <span>{w.thrownAwayText}</span>
      </div>
      <Button size="small" onPress={props.onUnderstood}>
        {w.understood}
      </Button>
    </div>
  );
}
