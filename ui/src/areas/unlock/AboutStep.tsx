import type { ReactNode } from "react";
import { useHost } from "../../host";
import { RadioList, TextField } from "../../kit";
import { ChosenPlace } from "./ChosenPlace";
import type { CaseForm } from "./caseForm";
import styles from "./unlock.module.css";
import { w } from "./words";

/** A folder name made from the title: letters and digits, with hyphens between. */
export function folderName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
  return name === "" ? "case" : name;
}

/** What the case is called, how it is marked, and where it is kept. */
export function AboutStep(props: {
  form: CaseForm;
  onChange: (part: Partial<CaseForm>) => void;
  onFailed: (error: unknown) => void;
}): ReactNode {
  const { form, onChange } = props;
  const host = useHost();
  const choose = async () => {
    try {
      const [place] = await host.commands.choose("new-case", folderName(form.title));
      if (place) onChange({ place });
    } catch (thrown) {
      props.onFailed(thrown);
    }
  };
  return (
    <div className={styles.fields}>
      <TextField
        label={w.wizard.caseTitle}
        value={form.title}
        onChange={(title) => onChange({ title })}
        description={w.wizard.caseTitleText}
        maxLength={120}
        autoFocus
      />
      <TextField
        label={w.wizard.reference}
        value={form.reference}
        onChange={(reference) => onChange({ reference })}
        description={w.wizard.referenceText}
        maxLength={60}
      />
      <RadioList
        label={w.wizard.marking}
        value={form.marking}
        onChange={(marking) => onChange({ marking })}
        options={[
          { value: "OFFICIAL", label: w.wizard.official, detail: w.wizard.officialText },
          {
            value: "OFFICIAL-SENSITIVE",
            label: w.wizard.sensitive,
            detail: w.wizard.sensitiveText,
          },
        ]}
      />
      <ChosenPlace
        label={w.wizard.where}
        chosen={form.place}
        action={form.place ? w.wizard.changePlace : w.wizard.choosePlace}
        onChoose={() => void choose()}
      />
    </div>
  );
}
