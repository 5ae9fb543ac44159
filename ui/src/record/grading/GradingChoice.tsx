import type { ReactNode } from "react";
import { Checkbox } from "../../kit";
import { GradingField } from "./GradingField";
import { type Grading, gradingText } from "./grading";
import styles from "./grading.module.css";
import { w } from "./words";

/** What a file says of accounts without a grading. */
export type GradingForFile = { readonly grading: Grading; readonly isKept: boolean };

/** Before a file leaves: how many accounts have no grading, and one for all of them if the officer gives it. */
export function GradingChoice(props: {
  /** Accounts without one; nothing is shown for none. */
  ungraded: number;
  value: GradingForFile;
  onChange: (value: GradingForFile) => void;
}): ReactNode {
  const { ungraded, value, onChange } = props;
  if (ungraded === 0) return null;
  const isWhole = gradingText(value.grading) !== null;
  return (
    <div className={styles.choice}>
      <p className={styles.note} role="note">
        {w.ungraded(ungraded)}. {w.giveMeans}
      </p>
      <GradingField
        value={value.grading}
        onChange={(grading) =>
          onChange({ grading, isKept: value.isKept && gradingText(grading) !== null })
        }
      />
      {isWhole && (
        <Checkbox isSelected={value.isKept} onChange={(isKept) => onChange({ ...value, isKept })}>
          {w.keep}
        </Checkbox>
      )}
    </div>
  );
}
