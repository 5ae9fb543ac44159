import type { ReactNode } from "react";
import { Progress } from "../../../kit";
import styles from "./look.module.css";
import { w } from "./words";

/** The files are being read: how far, and the way to stop. */
export function Reading(props: { job: string }): ReactNode {
  return (
    <section className={styles.reading} aria-label={w.reading}>
      <Progress job={props.job} what={w.reading} />
      <p className={styles.quiet}>{w.readingText}</p>
    </section>
  );
}
