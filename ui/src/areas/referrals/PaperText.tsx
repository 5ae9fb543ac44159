/** Words written into the page itself: it looks like the page, grows with the words, and saves itself. */
import type { ReactNode } from "react";
import { LinkButton } from "../../kit";
import { cx } from "../../lib/css";
import { failed } from "../../record/failed";
import styles from "./PaperText.module.css";
import { fieldId, type HeadField, type ItemField } from "./requirements";
import { usePaperField } from "./usePaperField";
import { useEdit } from "./useReferral";
import { w } from "./words";

/** One field of words. */
export function PaperText(props: {
  label: string;
  field: HeadField | ItemField;
  item?: string;
  held: string;
  placeholder: string;
  /** True while the notice lacks it: marked at its side. */
  isMissing?: boolean;
  /** `people` sets words that somebody else wrote, at the officer's own text size. */
  set?: "title" | "people" | "plain" | "mono" | "contact";
  lang?: string | null;
}): ReactNode {
  const { field: name, item, set = "plain" } = props;
  const edit = useEdit();
  const field = usePaperField(props.held, (value) => edit(name, value, item));
  const id = fieldId(item ?? null, name);
  const isEmpty = field.value === "";
  return (
    <div className={styles.field}>
      <div
        className={cx(styles.grow, styles[set])}
        data-words={field.value === "" ? props.placeholder : field.value}
        data-missing={(props.isMissing && isEmpty) || undefined}
      >
        <textarea
          id={id}
          rows={1}
          dir={set === "mono" || set === "contact" ? "ltr" : "auto"}
          spellCheck={false}
          aria-label={props.label}
          aria-invalid={field.state === "failed" || undefined}
          data-unsaved={field.state === "failed" || undefined}
          {...(field.state === "failed" ? { "aria-describedby": `${id}-error` } : {})}
          {...(props.lang ? { lang: props.lang } : {})}
          placeholder={props.placeholder}
          value={field.value}
          onChange={(event) => field.change(oneLine(set, event.target.value))}
          onFocus={field.hold}
          onBlur={field.release}
        />
      </div>
      {field.state === "failed" && (
        <p className={styles.error} id={`${id}-error`} role="alert">
          {w.item.notSaved}. {failed(field.error)}{" "}
          <LinkButton onPress={() => void field.flush()}>{w.item.retry}</LinkButton>
        </p>
      )}
    </div>
  );
}

function oneLine(set: "title" | "people" | "plain" | "mono" | "contact", value: string): string {
  return set === "title" || set === "mono" || set === "contact"
    ? value.replaceAll(/[\r\n]+/gu, " ")
    : value;
}
