/** What is logged, and for what the log may be used. */
import type { ReactNode } from "react";
import { Section } from "../../kit";
import styles from "./About.module.css";
import { w } from "./words";

/** Section 62 of the Data Protection Act 2018, in a few lines. */
export function About(): ReactNode {
  return (
    <>
      <Section title={w.about.title}>
        <div className={styles.text}>
          <p>{w.about.text}</p>
          <p>{w.about.looked}</p>
        </div>
      </Section>
      <Section title={w.about.useTitle}>
        <div className={styles.text}>
          <p>{w.about.useLead}</p>
          <ol className={styles.uses}>
            {w.about.uses.split("\n").map((use) => (
              <li key={use}>{use}</li>
            ))}
          </ol>
          <p>{w.about.useNot}</p>
        </div>
      </Section>
    </>
  );
}
