/** Where the side pane is a drawer, a running check and damage that was found still stand in sight. */
import type { ReactNode } from "react";
import { Button, Icon, Progress, useCommands } from "../../kit";
import styles from "./CheckStrip.module.css";
import { type Check, lastOf } from "./verify";
import { w } from "./words";

/** A strip over the entry; nothing while there is nothing to say. */
export function CheckStrip(props: { check: Check }): ReactNode {
  const { check } = props;
  const board = useCommands();
  if (check.state === "running") {
    return (
      <div className={styles.strip}>
        <Progress job={check.job} what={w.verify.running} />
      </div>
    );
  }
  if (!lastOf(check)?.is_damaged) return null;
  return (
    <div className={styles.damage} role="alert">
      <Icon name="warning" size={15} />
      <b>{w.verify.damaged}</b>
      <span>{w.verify.damagedShort}</span>
      <Button size="small" onPress={() => board.run("drawer.toggle")}>
        {w.verify.showFound}
      </Button>
    </div>
  );
}
