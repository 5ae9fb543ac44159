import { type ReactNode, useState } from "react";
import { CareDialog } from "./CareDialog";
import styles from "./care.module.css";
import { useCare } from "./useCare";
import { w } from "./words";

/** How many warned items this officer opened today, at the foot of the window; nothing before the first. */
export function CareButton(): ReactNode {
  const { data: care } = useCare();
  const [isOpen, setOpen] = useState(false);
  if (care === undefined || care.opened_today === 0) return null;
  return (
    <>
      <button type="button" className={styles.button} onClick={() => setOpen(true)}>
        {w.today(care.opened_today)}
        {care.is_break_due && <b> · {w.due}</b>}
      </button>
      {isOpen && <CareDialog care={care} onClose={() => setOpen(false)} />}
    </>
  );
}
