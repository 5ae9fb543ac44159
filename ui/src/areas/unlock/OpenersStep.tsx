import type { ReactNode } from "react";
import type { UnitPolicyView } from "../../host";
import { Bdi, RadioList, TextArea } from "../../kit";
import { type CaseForm, isRecipient, recipientsIn } from "./caseForm";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Who besides the officer can open the case. What the unit's policy requires cannot be left out. */
export function OpenersStep(props: {
  form: CaseForm;
  policy: UnitPolicyView | null;
  onChange: (part: Partial<CaseForm>) => void;
}): ReactNode {
  const { form, policy, onChange } = props;
  if (policy && form.required.length > 0) {
    return (
      <div className={styles.fields}>
        <p>{w.wizard.unitRequired(policy.unit, policy.date)}</p>
        <ul className={styles.keys}>
          {form.required.map((recipient) => (
            <li key={recipient}>
              <Bdi mono>{recipient}</Bdi>
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>{w.wizard.openersText}</p>
      </div>
    );
  }
  const wrong = recipientsIn(form.pasted).some((word) => !isRecipient(word));
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{w.wizard.openersText}</p>
      <RadioList
        label={w.wizard.openersTitle}
        value={form.whoElse}
        onChange={(whoElse) => onChange({ whoElse })}
        options={[
          { value: "pasted", label: w.wizard.unitPaste, detail: w.wizard.unitPasteText },
          { value: "nobody", label: w.wizard.nobody, detail: w.wizard.nobodyText },
        ]}
      />
      {form.whoElse === "pasted" && (
        <TextArea
          label={w.wizard.recipient}
          value={form.pasted}
          onChange={(pasted) => onChange({ pasted })}
          description={w.wizard.recipientText}
          error={wrong ? w.wizard.notRecipient : undefined}
          dir="ltr"
          rows={2}
          isMono
          autoFocus
        />
      )}
    </div>
  );
}
