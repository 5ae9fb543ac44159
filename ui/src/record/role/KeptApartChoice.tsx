import type { ReactNode } from "react";
import { Checkbox } from "../../kit";
import styles from "./role.module.css";
import { w } from "./words";

/** Before a file leaves: how many victims, children and third parties it leaves out, and the choice to write them. */
export function KeptApartChoice(props: {
  /** How many were asked for; nothing is shown for none. */
  keptApart: number;
  isWith: boolean;
  onChange: (isWith: boolean) => void;
}): ReactNode {
  const { keptApart, isWith } = props;
  if (keptApart === 0) return null;
  return (
    <div className={styles.choice}>
      {!isWith && (
        <p className={styles.note} role="note">
          {w.leftOut(keptApart)}
        </p>
      )}
      <Checkbox isSelected={isWith} onChange={props.onChange}>
        {w.with(keptApart)}
        <span className={styles.means}>{w.withMeans}</span>
      </Checkbox>
    </div>
  );
}
