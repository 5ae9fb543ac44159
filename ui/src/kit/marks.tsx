/** Small marks: pills, chips, badges. */
import type { ReactNode } from "react";
import { ToggleButton } from "react-aria-components";
import { cx } from "../lib/css";
import { count as written } from "../lib/numbers";
import badge from "./badge.module.css";
import styles from "./marks.module.css";

/** What a colour says. Red is for safeguarding and damage, green for done, amber for what needs the officer. */
export type Tone = "neutral" | "strong" | "danger" | "warn" | "ok" | "accent";

/** A word about a thing. */
export function Pill(props: { tone?: Tone; children: ReactNode }): ReactNode {
  return <span className={cx(styles.pill, styles[props.tone ?? "neutral"])}>{props.children}</span>;
}

/** A filter that is on or off. */
export function Chip(props: {
  isOn?: boolean;
  count?: number;
  onPress: () => void;
  isDisabled?: boolean;
  children: ReactNode;
}): ReactNode {
  return (
    <ToggleButton
      className={cx(styles.chip)}
      isSelected={props.isOn ?? false}
      onChange={props.onPress}
      isDisabled={props.isDisabled ?? false}
    >
      {props.children}
      {props.count !== undefined && <span>{written(props.count)}</span>}
    </ToggleButton>
  );
}

/** Two letters on the colour of where a thing is from; the name is read out and shown on pointing. */
export function PlatformBadge(props: {
  letters: string;
  tone: string;
  label: string;
  size?: "small" | "normal";
}): ReactNode {
  return (
    <span
      className={cx(badge.badge, badge[props.tone], props.size === "small" && badge.small)}
      role="img"
      aria-label={props.label}
      title={props.label}
    >
      {props.letters}
    </span>
  );
}
