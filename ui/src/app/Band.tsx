import type { ReactNode } from "react";
import type { Marking } from "../host";
import styles from "./App.module.css";

/** The marking on top of every screen. Before a case is open, the lowest one the program works at. */
export function Band(props: { marking?: Marking }): ReactNode {
  return <header className={styles.band}>{props.marking ?? "OFFICIAL"}</header>;
}
