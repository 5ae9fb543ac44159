import type { ReactNode } from "react";
import type { WarningTag } from "../../host";
import { Checkbox } from "../../kit";
import { w } from "../words";
import styles from "./WarningTags.module.css";

/** What an officer can be warned of, in the order it is shown. */
export const WARNINGS = [
  "child",
  "violence",
  "body",
  "sexual",
  "sound",
] as const satisfies readonly WarningTag[];

/** Warnings that are shown before the exhibit is. */
export function WarningTags(props: {
  value: readonly WarningTag[];
  onChange: (warnings: WarningTag[]) => void;
}): ReactNode {
  return (
    <fieldset className={styles.tags}>
      <legend className={styles.legend}>{w.warningsFirst}</legend>
      {WARNINGS.map((tag) => (
        <Checkbox
          key={tag}
          isSelected={props.value.includes(tag)}
          onChange={(isOn) =>
            props.onChange(
              WARNINGS.filter((one) => (one === tag ? isOn : props.value.includes(one))),
            )
          }
        >
          {w.warning[tag]}
        </Checkbox>
      ))}
    </fieldset>
  );
}
