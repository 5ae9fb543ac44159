import type { ReactNode } from "react";
import styles from "./search.module.css";
import { w } from "./words";

/** Where the words beside it are taken from, where that is not the profile itself. */
export function FoundIn(props: { place: string }): ReactNode {
  const names: Readonly<Record<string, string>> = w.foundIn;
  return <span className={styles.from}>{names[props.place] ?? props.place}</span>;
}
