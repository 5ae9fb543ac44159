import { type ReactNode, useId } from "react";
import { Button as AriaButton, type PressEvent } from "react-aria-components";
import { cx } from "../lib/css";
import styles from "./Button.module.css";
import type { CommandId } from "./command";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";

/** What every button takes. */
export type ButtonProps = {
  variant?: "plain" | "primary" | "danger" | "quiet";
  size?: "small" | "normal";
  /** Shows the key this command really has. */
  command?: CommandId;
  /** Shows a key that is no command's. */
  keys?: string;
  icon?: IconName;
  isDisabled?: boolean;
  /** Work is under way: the button stays in place and takes no press. */
  isPending?: boolean;
  /** Why it is shut, or what it does, for whoever asks. */
  why?: string | undefined;
  ariaLabel?: string;
  ariaExpanded?: boolean;
  autoFocus?: boolean;
  type?: "button" | "submit";
  id?: string;
  onPress?: ((event: PressEvent) => void) | undefined;
  children?: ReactNode;
};

/** A button: the verb and the thing. */
export function Button(props: ButtonProps): ReactNode {
  const whyId = useId();
  const { variant = "plain", size = "normal" } = props;
  return (
    <>
      <AriaButton
        {...(props.id ? { id: props.id } : {})}
        type={props.type ?? "button"}
        className={cx(styles.button, styles[variant], size === "small" && styles.small)}
        isDisabled={props.isDisabled ?? false}
        isPending={props.isPending ?? false}
        autoFocus={props.autoFocus ?? false}
        {...(props.ariaLabel ? { "aria-label": props.ariaLabel } : {})}
        {...(props.ariaExpanded === undefined ? {} : { "aria-expanded": props.ariaExpanded })}
        {...(props.why ? { "aria-describedby": whyId } : {})}
        {...(props.onPress ? { onPress: props.onPress } : {})}
      >
        {props.icon && <Icon name={props.icon} />}
        {props.children !== undefined && <span className={styles.label}>{props.children}</span>}
        {props.command && <Kbd command={props.command} />}
        {props.keys && <Kbd>{props.keys}</Kbd>}
      </AriaButton>
      {props.why && (
        <span id={whyId} hidden>
          {props.why}
        </span>
      )}
    </>
  );
}

/** A button that is only a picture; `label` is what it is called. */
export function IconButton(
  props: Omit<ButtonProps, "children" | "icon" | "ariaLabel"> & { icon: IconName; label: string },
): ReactNode {
  const { label, ...rest } = props;
  return <Button variant="quiet" {...rest} ariaLabel={label} />;
}

/** A button that looks like a link, for use inside a sentence or a row. */
export function LinkButton(props: {
  onPress: (event: PressEvent) => void;
  children: ReactNode;
  ariaLabel?: string;
  isDisabled?: boolean;
}): ReactNode {
  return (
    <AriaButton
      className={cx(styles.link)}
      onPress={props.onPress}
      isDisabled={props.isDisabled ?? false}
      {...(props.ariaLabel ? { "aria-label": props.ariaLabel } : {})}
    >
      {props.children}
    </AriaButton>
  );
}
