import type { ReactNode } from "react";
import { type CommandId, useCommands } from "./command";
import styles from "./Kbd.module.css";
import { keyCaps } from "./keys";

/** A key cap. With `command` it shows the key that command really has on this keyboard, or nothing. */
export function Kbd(props: { command?: CommandId | undefined; children?: ReactNode }): ReactNode {
  const board = useCommands();
  if (props.command === undefined) return <kbd className={styles.kbd}>{props.children}</kbd>;
  const key = board.keyOf(props.command);
  const caps = key ? keyCaps(key, board.singleKeys) : [];
  if (caps.length === 0) return null;
  return <kbd className={styles.kbd}>{caps.join(" ")}</kbd>;
}
