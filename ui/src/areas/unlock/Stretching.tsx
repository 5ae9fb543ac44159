import type { ReactNode } from "react";
import { ProgressBar } from "react-aria-components";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Says that the key is being stretched, while it is. */
export function Stretching(props: { what?: string; text?: string }): ReactNode {
  const what = props.what ?? w.stretching;
  return (
    <div className={styles.stretching} role="status">
      <ProgressBar aria-label={what} isIndeterminate className={styles.stretchBar ?? ""}>
        <div className={styles.stretchTrack}>
          <div className={styles.stretchFill} />
        </div>
      </ProgressBar>
      <b>{what}</b>
      <p className={styles.quiet}>{props.text ?? w.stretchingText}</p>
    </div>
  );
}
