import { type ReactNode, useState } from "react";
import {
  Button as AriaButton,
  Menu as AriaMenu,
  MenuItem,
  MenuTrigger,
  Popover,
  Text,
} from "react-aria-components";
import { cx } from "../lib/css";
import button from "./Button.module.css";
import choices from "./choices.module.css";
import { type CommandId, useCommand, useCommands } from "./command";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import styles from "./Menu.module.css";
import marks from "./marks.module.css";

/** One line of a menu. */
export type MenuEntry<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  readonly detail?: string;
  /** Shows the command's key; without `onAction` for it, does the command. */
  readonly command?: CommandId;
  readonly isDisabled?: boolean;
  readonly tone?: "plain" | "danger";
};

/** A button that opens a list of things to do. */
export function Menu<Id extends string>(props: {
  /** What the button says, or is called if it is only a picture. */
  label: string;
  items: readonly MenuEntry<Id>[];
  onAction?: (id: Id) => void;
  icon?: IconName;
  /** Only the picture is shown. */
  isIconOnly?: boolean;
  variant?: "plain" | "quiet" | "primary";
  size?: "small";
  isDisabled?: boolean;
  /** Opens it by key and palette. */
  opensBy?: CommandId;
}): ReactNode {
  const board = useCommands();
  const [isOpen, setOpen] = useState(false);
  const opensBy = props.opensBy;
  useCommand(
    opensBy ?? ("" as CommandId),
    () => setOpen(true),
    opensBy !== undefined && props.isDisabled !== true,
  );
  const act = (key: string | number) => {
    const item = props.items.find((one) => one.id === key);
    if (!item) return;
    if (props.onAction) props.onAction(item.id);
    else if (item.command) board.run(item.command);
  };
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <AriaButton
        className={cx(
          button.button,
          button[props.variant ?? "plain"],
          props.size === "small" && button.small,
        )}
        isDisabled={props.isDisabled ?? false}
        {...(props.isIconOnly ? { "aria-label": props.label } : {})}
      >
        {props.icon && <Icon name={props.icon} />}
        {!props.isIconOnly && <span className={button.label}>{props.label}</span>}
        {!props.isIconOnly && <Icon name="down" size={10} />}
      </AriaButton>
      <Popover className={cx(choices.popover)}>
        <AriaMenu className={cx(choices.listbox)} onAction={act}>
          {props.items.map((item) => (
            <MenuItem
              key={item.id}
              id={item.id}
              textValue={item.label}
              isDisabled={item.isDisabled ?? false}
              className={cx(choices.option, styles.item, item.tone === "danger" && styles.danger)}
            >
              <span className={styles.words}>
                <Text slot="label">{item.label}</Text>
                {item.detail && (
                  <Text slot="description" className={cx(choices.detail)}>
                    {item.detail}
                  </Text>
                )}
              </span>
              {item.command && <Kbd command={item.command} />}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

/** A filter that opens a list of several to choose from; its chip says how many are chosen. */
export function ChipMenu<V extends string>(props: {
  label: string;
  options: readonly { value: V; label: string; detail?: string }[];
  value: ReadonlySet<V>;
  onChange: (value: Set<V>) => void;
}): ReactNode {
  const chosen = props.options.filter((option) => props.value.has(option.value));
  const words =
    chosen.length === 0
      ? props.label
      : chosen.length === 1
        ? (chosen[0]?.label ?? "")
        : `${props.label} ${chosen.length}`;
  return (
    <MenuTrigger>
      <AriaButton
        className={cx(marks.chip)}
        {...(chosen.length > 0 ? { "data-selected": true } : {})}
      >
        {words}
        <Icon name="down" size={9} />
      </AriaButton>
      <Popover className={cx(choices.popover)}>
        <AriaMenu
          className={cx(choices.listbox)}
          aria-label={props.label}
          selectionMode="multiple"
          selectedKeys={[...props.value]}
          onSelectionChange={(keys) => {
            const all = props.options.map((option) => option.value);
            props.onChange(new Set(keys === "all" ? all : all.filter((value) => keys.has(value))));
          }}
        >
          {props.options.map((option) => (
            <MenuItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={cx(choices.option, styles.item)}
            >
              {({ isSelected }) => (
                <>
                  <span className={styles.tick}>
                    {isSelected && <Icon name="check" size={12} />}
                  </span>
                  <span className={styles.words}>
                    <Text slot="label">{option.label}</Text>
                  </span>
                  {option.detail && <span className={styles.count}>{option.detail}</span>}
                </>
              )}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
