import { type ReactNode, useState } from "react";
import { LinkButton } from "../../kit";
import { CareDialog, useRest } from "./CareDialog";
import styles from "./care.module.css";
import { useCare } from "./useCare";
import { w } from "./words";

/** Says calmly that a break is due, and whom to talk to; nothing is shut, and it goes by itself after a pause. */
export function CareStrip(): ReactNode {
  const { data: care } = useCare();
  const { rest } = useRest();
  const [isOpen, setOpen] = useState(false);
  if (care === undefined || !care.is_break_due) return null;
  return (
    <div role="status" className={styles.strip}>
      <span>
        <b>{w.strip}.</b> {w.stripText(care.since_break)}{" "}
        <LinkButton onPress={() => void rest()}>{w.rest}</LinkButton>
        {" · "}
        <LinkButton onPress={() => setOpen(true)}>{w.more}</LinkButton>
      </span>
      {isOpen && <CareDialog care={care} onClose={() => setOpen(false)} />}
    </div>
  );
}
