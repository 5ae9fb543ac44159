import type { ReactNode } from "react";
import { Icon } from "../../../kit";
import styles from "./lexicons.module.css";

/** What was not done, and why in the core's own words; read out at once. */
export function Refused(props: { title: string; children: string }): ReactNode {
  return (
    <p role="alert" className={styles.refused}>
      <Icon name="warning" size={14} />
      <span>
        <b>{props.title}</b> {props.children}
      </span>
    </p>
  );
}
