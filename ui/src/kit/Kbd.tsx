import type { ReactNode } from "react";
import { type CommandId, useCommands } from "./command";
import styles from "./Kbd.module.css";
import { type KeyText, keyCaps } from "./keys";

/**
 * A key cap. With `command` it shows the key that command really has on this keyboard, or nothing;
 * with `place` what stands on the cap of that place.
 */
export function Kbd(props: {
  command?: CommandId | undefined;
  place?: KeyText;
  children?: ReactNode;
}): ReactNode {
  const board = useCommands();
  if (props.place !== undefined) {
    return <kbd className={styles.kbd}>{keyCaps(props.place).join(" ")}</kbd>;
  }
  if (props.command === undefined) return <kbd className={styles.kbd}>{props.children}</kbd>;
  const key = board.keyOf(props.command);
  const caps = key ? keyCaps(key, board.singleKeys) : [];
  if (caps.length === 0) return null;
  return <kbd className={styles.kbd}>{caps.join(" ")}</kbd>;
}
