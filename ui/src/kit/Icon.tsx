import type { ReactNode } from "react";
import styles from "./Icon.module.css";
import { ICONS, type IconName } from "./icons";

export type { IconName } from "./icons";

/** A picture beside words. It says nothing by itself: whoever places it gives the name. */
export function Icon(props: { name: IconName; size?: number }): ReactNode {
  const size = props.size ?? 16;
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      <path d={ICONS[props.name]} />
    </svg>
  );
}
