/** The parts a screen is put together from. */
import type { ReactNode } from "react";
import { cx } from "../lib/css";
import styles from "./layout.module.css";
import { Pane } from "./pane";
import { w } from "./words";

/** Search and filters over a list; it stays while the rows scroll. */
export function ListHeader(props: { children: ReactNode }): ReactNode {
  return <header className={styles.listHeader}>{props.children}</header>;
}

/** A line of chips. */
export function ChipRow(props: { children: ReactNode }): ReactNode {
  return <div className={styles.chips}>{props.children}</div>;
}

/** What stands under a list. */
export function ListFooter(props: { children: ReactNode }): ReactNode {
  return <footer className={styles.listFooter}>{props.children}</footer>;
}

/** An area without columns: its heading, what can be done, and a body that scrolls. */
export function Page(props: {
  title: ReactNode;
  aside?: ReactNode;
  actions?: ReactNode;
  /** The body fills the page and scrolls by itself. */
  isFilled?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <Pane
      name="page"
      label={typeof props.title === "string" ? props.title : w.pane.page}
      className={styles.page}
    >
      <header className={styles.pageHead}>
        <h1>{props.title}</h1>
        {props.aside && <span className={styles.aside}>{props.aside}</span>}
        {props.actions && <div className={styles.actions}>{props.actions}</div>}
      </header>
      <div className={cx(styles.pageBody, props.isFilled && styles.filled)}>{props.children}</div>
    </Pane>
  );
}

/** A sheet of its own on the ground of the page. */
export function Card(props: {
  title?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  tone?: "plain" | "warn" | "danger";
}): ReactNode {
  return (
    <section className={cx(styles.card, props.tone && styles[`card-${props.tone}`])}>
      {props.title !== undefined && (
        <h2 className={styles.cardTitle}>
          {props.title}{" "}
          {props.aside !== undefined && (
            <span className={cx(styles.muted, styles.cardAside)}>{props.aside}</span>
          )}
        </h2>
      )}
      {props.children}
    </section>
  );
}

/** A part of the side pane: heading at the start, figures at the end. */
export function Section(props: {
  title: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}): ReactNode {
  return (
    <section className={styles.section}>
      <h2 className={styles.sectionTitle}>
        <span>{props.title}</span>
        {props.aside !== undefined && <span className={styles.muted}>{props.aside}</span>}
      </h2>
      {props.children}
    </section>
  );
}

/** Words that matter less. */
export function Muted(props: { children: ReactNode }): ReactNode {
  return <span className={styles.muted}>{props.children}</span>;
}
