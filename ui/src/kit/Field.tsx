/** Fields for words. The label is always there, also where it is not shown. */
import { type ReactNode, type Ref, useRef } from "react";
import {
  Button as AriaButton,
  SearchField as AriaSearchField,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  FieldError,
  Input,
  Label,
  Text,
} from "react-aria-components";
import { cx } from "../lib/css";
import { type CommandId, useCommand } from "./command";
import styles from "./Field.module.css";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import { w } from "./words";

/** What every field for words takes. */
export type FieldProps = {
  label: ReactNode;
  value: string;
  onChange: (value: string) => void;
  onBlur?: () => void;
  description?: ReactNode;
  /** Why the value cannot stay; shown in words beneath. */
  error?: string | undefined;
  isRequired?: boolean;
  isDisabled?: boolean;
  isReadOnly?: boolean;
  placeholder?: string;
  autoFocus?: boolean;
  /** Direction of what is typed; by its own first letter unless said. */
  dir?: "auto" | "ltr" | "rtl";
  lang?: string;
  hideLabel?: boolean;
  isMono?: boolean;
  maxLength?: number;
};

function frame(props: FieldProps, input: ReactNode): ReactNode {
  return (
    <AriaTextField
      className={cx(styles.field)}
      value={props.value}
      onChange={props.onChange}
      isInvalid={Boolean(props.error)}
      isDisabled={props.isDisabled ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isRequired={props.isRequired ?? false}
      validationBehavior="aria"
      autoFocus={props.autoFocus ?? false}
      {...(props.onBlur ? { onBlur: props.onBlur } : {})}
      {...(props.maxLength ? { maxLength: props.maxLength } : {})}
    >
      <Label className={cx(styles.label, props.hideLabel && styles.unseen)}>
        {props.label}
        {props.isRequired && <span className={styles.needed}>{w.required}</span>}
      </Label>
      {input}
      {props.description && (
        <Text slot="description" className={cx(styles.description)}>
          {props.description}
        </Text>
      )}
      <FieldError className={cx(styles.error)}>{props.error}</FieldError>
    </AriaTextField>
  );
}

/** One line of words. */
export function TextField(
  props: FieldProps & {
    type?: "text" | "password" | "email" | "tel" | "date" | "datetime-local" | "number";
    inputRef?: Ref<HTMLInputElement>;
    autoComplete?: string;
    end?: ReactNode;
  },
): ReactNode {
  return frame(
    props,
    <div className={styles.line}>
      <Input
        {...(props.inputRef ? { ref: props.inputRef } : {})}
        type={props.type ?? "text"}
        dir={props.dir ?? (props.type === undefined || props.type === "text" ? "auto" : "ltr")}
        {...(props.lang ? { lang: props.lang } : {})}
        className={cx(styles.input, props.isMono && styles.mono)}
        placeholder={props.placeholder ?? ""}
        spellCheck={false}
        autoComplete={props.autoComplete ?? "off"}
      />
      {props.end}
    </div>,
  );
}

/** Several lines of words. */
export function TextArea(
  props: FieldProps & { rows?: number; areaRef?: Ref<HTMLTextAreaElement> },
): ReactNode {
  return frame(
    props,
    <AriaTextArea
      {...(props.areaRef ? { ref: props.areaRef } : {})}
      rows={props.rows ?? 3}
      dir={props.dir ?? "auto"}
      {...(props.lang ? { lang: props.lang } : {})}
      className={cx(styles.input, styles.area, props.isMono && styles.mono)}
      placeholder={props.placeholder ?? ""}
      spellCheck={false}
    />,
  );
}

/** Where one searches. Its key brings the focus here; Esc empties it, then leaves it. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  onSubmit?: (value: string) => void;
  command?: CommandId;
  autoFocus?: boolean;
}): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  useCommand(props.command ?? ("search.focus" as CommandId), () => {
    input.current?.focus();
    input.current?.select();
  });
  return (
    <AriaSearchField
      className={cx(styles.search)}
      aria-label={props.label}
      value={props.value}
      onChange={props.onChange}
      autoFocus={props.autoFocus ?? false}
      {...(props.onSubmit ? { onSubmit: props.onSubmit } : {})}
    >
      <Icon name="search" size={14} />
      <Input
        ref={input}
        className={cx(styles.searchInput)}
        placeholder={props.label}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
      />
      {props.value === "" ? (
        <Kbd command={props.command ?? ("search.focus" as CommandId)} />
      ) : (
        <AriaButton className={cx(styles.clear)} aria-label={w.clear}>
          <Icon name="close" size={12} />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
