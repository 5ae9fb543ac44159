import type { ReactNode } from "react";
import { TextField } from "../../kit";
import type { CaseForm } from "./caseForm";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Who makes the case. */
export function OfficerStep(props: {
  form: CaseForm;
  onChange: (part: Partial<CaseForm>) => void;
}): ReactNode {
  const { form, onChange } = props;
  return (
    <div className={styles.fields}>
      <TextField
        label={w.wizard.officerName}
        value={form.officerName}
        onChange={(officerName) => onChange({ officerName })}
        maxLength={120}
        autoFocus
      />
      <TextField
        label={w.wizard.officerNumber}
        value={form.officerNumber}
        onChange={(officerNumber) => onChange({ officerNumber })}
        description={w.wizard.officerNumberText}
        maxLength={20}
      />
    </div>
  );
}
