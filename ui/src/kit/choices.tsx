/** Choosing: one of many, some of many, one of a few. Nothing is chosen beforehand. */
import type { ReactNode } from "react";
import {
  Button as AriaButton,
  Checkbox as AriaCheckbox,
  Select as AriaSelect,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SelectValue,
  Text,
  ToggleButton,
  ToggleButtonGroup,
} from "react-aria-components";
import { cx } from "../lib/css";
import styles from "./choices.module.css";
import field from "./Field.module.css";
import { Icon } from "./Icon";
import { w } from "./words";

/** One thing to choose. */
export type Option<V extends string = string> = {
  readonly value: V;
  readonly label: string;
  readonly detail?: string | null | undefined;
  readonly isDisabled?: boolean;
};

/** One of many, in a list that opens. Empty until chosen. */
export function Select<V extends string>(props: {
  label: string;
  value: V | null;
  onChange: (value: V) => void;
  options: readonly Option<V>[];
  hideLabel?: boolean;
  placeholder?: string;
  description?: string;
  isDisabled?: boolean;
  isRequired?: boolean;
}): ReactNode {
  return (
    <AriaSelect
      className={cx(field.field)}
      value={props.value}
      onChange={(key) => {
        const chosen = props.options.find((option) => option.value === key);
        if (chosen) props.onChange(chosen.value);
      }}
      isDisabled={props.isDisabled ?? false}
      placeholder={props.placeholder ?? w.choose}
    >
      <Label className={cx(field.label, props.hideLabel && field.unseen)}>
        {props.label}
        {props.isRequired && <span className={field.needed}>{w.required}</span>}
      </Label>
      <AriaButton className={cx(styles.select)}>
        <SelectValue className={cx(styles.value)}>
          {({ selectedText, isPlaceholder, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="down" size={12} />
      </AriaButton>
      {props.description && (
        <Text slot="description" className={cx(field.description)}>
          {props.description}
        </Text>
      )}
      <Popover className={cx(styles.popover)}>
        <ListBox className={cx(styles.listbox)}>{props.options.map(optionLine)}</ListBox>
      </Popover>
    </AriaSelect>
  );
}

function optionLine(option: Option): ReactNode {
  return (
    <ListBoxItem
      key={option.value}
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={cx(styles.option)}
    >
      <Text slot="label">{option.label}</Text>
      {option.detail && (
        <Text slot="description" className={cx(styles.detail)}>
          {option.detail}
        </Text>
      )}
    </ListBoxItem>
  );
}

/** Yes or no about one thing. */
export function Checkbox(props: {
  isSelected: boolean;
  onChange: (isSelected: boolean) => void;
  isDisabled?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <AriaCheckbox
      className={cx(styles.check)}
      isSelected={props.isSelected}
      onChange={props.onChange}
      isDisabled={props.isDisabled ?? false}
    >
      <span className={styles.box}>{props.isSelected && <Icon name="check" size={12} />}</span>
      <span>{props.children}</span>
    </AriaCheckbox>
  );
}

/** One of several, all in sight, each with room to say what it means. */
export function RadioList<V extends string>(props: {
  label: string;
  value: V | null;
  onChange: (value: V) => void;
  options: readonly Option<V>[];
  hideLabel?: boolean;
}): ReactNode {
  return (
    <RadioGroup
      className={cx(styles.radios)}
      value={props.value}
      onChange={(value) => {
        const chosen = props.options.find((option) => option.value === value);
        if (chosen) props.onChange(chosen.value);
      }}
    >
      <Label className={cx(field.label, props.hideLabel && field.unseen)}>{props.label}</Label>
      {props.options.map((option) => (
        <Radio
          key={option.value}
          value={option.value}
          isDisabled={option.isDisabled ?? false}
          className={cx(styles.radio)}
        >
          <span className={styles.dot} />
          <span className={styles.radioText}>
            {option.label}
            {option.detail && <span className={styles.detail}>{option.detail}</span>}
          </span>
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** One of a few views; one is always set. */
export function Segmented<V extends string>(props: {
  label: string;
  value: V;
  onChange: (value: V) => void;
  options: readonly Option<V>[];
}): ReactNode {
  return (
    <ToggleButtonGroup
      aria-label={props.label}
      className={cx(styles.segmented)}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[props.value]}
      onSelectionChange={(keys) => {
        const chosen = props.options.find((option) => keys.has(option.value));
        if (chosen) props.onChange(chosen.value);
      }}
    >
      {props.options.map((option) => (
        <ToggleButton key={option.value} id={option.value} className={cx(styles.segment)}>
          {option.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

/** What an answer's colour says once it is given. */
export type AnswerTone = "plain" | "warn" | "danger";

/**
 * An answer that nobody has given yet. Empty at first; the arrow keys go along it, Space or Enter
 * gives the answer, pressing the given one again takes it back.
 */
export function SegmentedAnswer<V extends string>(props: {
  label: string;
  value: V | null;
  onChange: (value: V | null) => void;
  /** `short` stands where there is little room; the label is what is read out and shown on pointing. */
  options: readonly (Option<V> & { tone?: AnswerTone; short?: string })[];
  hideLabel?: boolean;
  /** The whole question, where the label is short. */
  detail?: string;
  isDisabled?: boolean;
}): ReactNode {
  const isOpen = props.value === null;
  return (
    <div className={cx(styles.answer, isOpen && styles.todo)}>
      {!props.hideLabel && (
        <span className={styles.question} title={props.detail}>
          {props.label}
        </span>
      )}
      <ToggleButtonGroup
        aria-label={props.detail ?? props.label}
        className={cx(styles.tri)}
        selectionMode="single"
        isDisabled={props.isDisabled ?? false}
        selectedKeys={props.value === null ? [] : [props.value]}
        onSelectionChange={(keys) => {
          const chosen = props.options.find((option) => keys.has(option.value));
          props.onChange(chosen?.value ?? null);
        }}
      >
        {props.options.map((option) => (
          <ToggleButton
            key={option.value}
            id={option.value}
            className={cx(styles.third, styles[`tone-${option.tone ?? "plain"}`])}
            {...(option.short === undefined ? {} : { "aria-label": option.label })}
          >
            {option.short === undefined ? (
              option.label
            ) : (
              <span title={option.label}>{option.short}</span>
            )}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
