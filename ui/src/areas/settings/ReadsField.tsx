import { type ReactNode, useId } from "react";
import { Chip } from "../../kit";
import styles from "./settings.module.css";
import { w } from "./words";

/** The languages an officer reads; a code this program has no name for stays as it is. */
export function ReadsField(props: {
  value: readonly string[];
  onChange: (codes: string[]) => void;
}): ReactNode {
  const id = useId();
  const names: { readonly [code: string]: string } = { ...w.languages };
  const codes = [...new Set([...Object.keys(w.languages), ...props.value])];
  const toggle = (code: string) => {
    const has = props.value.includes(code);
    props.onChange(has ? props.value.filter((one) => one !== code) : [...props.value, code]);
  };
  return (
    <fieldset className={styles.reads} aria-labelledby={id}>
      <span id={id} className={styles.label}>
        {w.reads}
      </span>
      <div className={styles.chips}>
        {codes.map((code) => (
          <Chip key={code} isOn={props.value.includes(code)} onPress={() => toggle(code)}>
            {names[code] ?? code}
          </Chip>
        ))}
      </div>
      <span className={styles.quiet}>{w.readsText}</span>
    </fieldset>
  );
}
