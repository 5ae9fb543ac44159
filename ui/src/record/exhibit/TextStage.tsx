import { type ReactNode, useEffect, useRef } from "react";
import { Button, Visible } from "../../kit";
import { w } from "../words";
import styles from "./TextStage.module.css";

/** Text as it is: hidden and control characters made visible, each line by its own direction. */
export function TextStage(props: { text: string; isCut: boolean; onCover: () => void }): ReactNode {
  const body = useRef<HTMLElement>(null);
  useEffect(() => body.current?.focus(), []);
  return (
    <div className={styles.frame}>
      <section
        ref={body}
        data-stage=""
        className={styles.text}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by keys.
        tabIndex={0}
        aria-label={w.textLabel}
      >
        <pre dir="auto" className={styles.pre}>
          <Visible>{props.text}</Visible>
        </pre>
      </section>
      <div className={styles.tools}>
        <Button variant="quiet" icon="hidden" onPress={props.onCover}>
          {w.coverAgain}
        </Button>
        {props.isCut && <span className={styles.cut}>{w.textIsCut}</span>}
      </div>
    </div>
  );
}
