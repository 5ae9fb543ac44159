/** The plain text of a notice as it is sent: line by line in columns, each in its own direction. */
import type { ReactNode } from "react";
import { Bdi } from "../kit";
import styles from "./NoticeText.module.css";

/** The text; pages stand one under the other. */
export function NoticeText(props: { text: string; label: string }): ReactNode {
  const lines = props.text.replaceAll("\f", "").split("\n");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a text that scrolls has to be reached by keys.
    <section className={styles.text} aria-label={props.label} tabIndex={0}>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text have no name of their own.
        <div key={at} className={styles.line}>
          <Bdi mono>{line}</Bdi>
        </div>
      ))}
    </section>
  );
}
