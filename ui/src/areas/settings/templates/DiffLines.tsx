/** Two texts laid beside each other, line by line. */
import type { ReactNode } from "react";
import type { DiffLineView } from "../../../host";
import { Bdi } from "../../../kit";
import styles from "./templates.module.css";

const SIGNS = { same: "  ", added: "+ ", removed: "− " } as const;

/** The lines under their title. */
export function DiffLines(props: { title: string; lines: readonly DiffLineView[] }): ReactNode {
  const numbered = props.lines.map((line, at) => ({ ...line, at }));
  return (
    <>
      <h3 className={styles.subtitle}>{props.title}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys. */}
      <ul className={styles.diff} aria-label={props.title} tabIndex={0}>
        {numbered.map(({ kind, text, at }) => (
          <li key={at} data-kind={kind}>
            {SIGNS[kind]}
            <Bdi>{text}</Bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
