import type { ReactNode } from "react";
import styles from "./unlock.module.css";

/** The program's mark: a wall, and the sea it holds. */
export function Mark(): ReactNode {
  return (
    <svg className={styles.mark} width="44" height="44" viewBox="0 0 44 44" aria-hidden="true">
      <rect width="44" height="44" rx="10" />
      <path d="M7 19.5c2.7-3 5.3-3 8 0s5.3 3 8 0" />
      <path d="M7 27.5c2.7-3 5.3-3 8 0s5.3 3 8 0" />
      <path d="M30 11v22M36 17v16" />
    </svg>
  );
}
