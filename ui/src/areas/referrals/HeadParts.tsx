/** What the head of the notice is made of: lines, and choices that save themselves. */
import type { ReactNode } from "react";
import type { ChoiceView } from "../../host";
import { Select } from "../../kit";
import { instant } from "../../lib/time";
import { failed } from "../../record/failed";
import styles from "./NoticeHead.module.css";
import { fieldId, type HeadField } from "./requirements";
import { usePaperField } from "./usePaperField";
import { useEdit } from "./useReferral";
import { w } from "./words";

/** A line of the table. */
export function Fact(props: {
  label: string;
  isWide?: boolean;
  id?: string;
  children: ReactNode;
}): ReactNode {
  return (
    <div
      className={styles.fact}
      data-wide={props.isWide || undefined}
      id={props.id}
      tabIndex={props.id ? -1 : undefined}
    >
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

/** The words of a rule or a law, with their date and where they come from. */
export function Quotation(props: { choice: ChoiceView }): ReactNode {
  const { choice } = props;
  return (
    <p className={styles.quotation}>
      {choice.date !== null && <span>{dateOf(choice.date)}: </span>}
      {choice.detail !== null && <span>{choice.detail}</span>}
      {choice.source !== null && (
        <span className={styles.source} title={choice.source}>
          <bdi>{choice.source}</bdi>
        </span>
      )}
    </p>
  );
}

const NONE = "";

/** A choice that stands in the table and saves itself. */
export function Chosen(props: {
  label: string;
  field: HeadField;
  held: string | null;
  options: readonly ChoiceView[];
  placeholder: string;
  isMissing: boolean;
  mayBeNone?: boolean;
  children: ReactNode;
}): ReactNode {
  const edit = useEdit();
  const field = usePaperField(props.held, (value) => edit(props.field, value ?? NONE));
  const none =
    props.mayBeNone && props.held !== null ? [{ value: NONE, label: w.notice.lawNone }] : [];
  return (
    <Fact label={props.label} isWide>
      <div
        id={fieldId(null, props.field)}
        className={styles.chosen}
        data-missing={props.isMissing || undefined}
        data-unsaved={field.state === "failed" || undefined}
      >
        <Select
          label={props.label}
          hideLabel
          value={field.value}
          placeholder={props.placeholder}
          options={[
            ...none,
            ...props.options.map((option) => ({
              value: option.code,
              label: option.label,
              detail: detailOf(option),
            })),
          ]}
          onChange={(value) => {
            field.change(value === NONE ? null : value);
            void field.flush();
          }}
        />
      </div>
      {props.children}
      {field.state === "failed" && (
        <p role="alert" className={styles.missing}>
          {w.item.notSaved}. {failed(field.error)}
        </p>
      )}
    </Fact>
  );
}

function detailOf(option: ChoiceView): string {
  const date = option.date === null ? "" : dateOf(option.date);
  return [date, option.detail ?? ""].filter((part) => part !== "").join(": ");
}

function dateOf(written: string): string {
  return /^\d{4}-\d{2}-\d{2}$/u.test(written)
    ? w.notice.inForce(instant(written, "date"))
    : written;
}
