import type { ReactNode } from "react";
import { Select } from "../../kit";
import { type Grading, HANDLINGS, INFORMATIONS, SOURCES } from "./grading";
import styles from "./grading.module.css";
import { w } from "./words";

/** Source, information, handling: three answers, none preset. */
export function GradingField(props: {
  value: Grading;
  onChange: (value: Grading) => void;
}): ReactNode {
  const { onChange } = props;
  const { source: ofSource, information: ofInformation, handling: ofHandling } = props.value;
  const value = { source: ofSource, information: ofInformation, handling: ofHandling };
  return (
    <fieldset className={styles.field}>
      <legend className={styles.legend}>{w.title}</legend>
      <Select
        label={w.source}
        value={value.source}
        onChange={(source) => onChange({ ...value, source })}
        options={SOURCES.map((code) => ({ value: code, label: w.sources[code] }))}
      />
      <Select
        label={w.information}
        value={value.information}
        onChange={(information) => onChange({ ...value, information })}
        options={INFORMATIONS.map((code) => ({ value: code, label: w.informations[code] }))}
      />
      <Select
        label={w.handling}
        value={value.handling}
        onChange={(handling) => onChange({ ...value, handling })}
        options={HANDLINGS.map((code) => ({ value: code, label: w.handlings[code] }))}
      />
    </fieldset>
  );
}
