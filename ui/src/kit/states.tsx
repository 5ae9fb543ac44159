/** The drawn states of every screen: nothing here, loading, something went wrong. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { codeOf, isErrorView } from "../host";
import { cx } from "../lib/css";
import { Button } from "./Button";
import { errorWords } from "./errors";
import { Icon, type IconName } from "./Icon";
import styles from "./states.module.css";
import { w } from "./words";

/** Nothing is here, why, and what to do about it. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconName;
}): ReactNode {
  return (
    <div className={styles.empty}>
      {props.icon && (
        <span className={styles.icon}>
          <Icon name={props.icon} size={28} />
        </span>
      )}
      <h2 className={styles.title}>{props.title}</h2>
      {props.children && <div className={styles.text}>{props.children}</div>}
      {props.action && <div className={styles.action}>{props.action}</div>}
    </div>
  );
}

/** What went wrong, in the words of its code, with what the core said and what to do. */
export function ErrorState(props: {
  error: unknown;
  onRetry?: (() => void) | undefined;
  title?: string;
  /** In a line of its own instead of the middle of the pane. */
  isInline?: boolean;
}): ReactNode {
  const { error } = props;
  const code = codeOf(error);
  const words = errorWords(code);
  const told = isErrorView(error) ? error : null;
  return (
    <div
      className={cx(styles.error, props.isInline && styles.inline)}
      role="alert"
      data-code={code}
    >
      <span className={styles.mark}>
        <Icon name="warning" size={18} />
      </span>
      <div className={styles.words}>
        <h2 className={styles.title}>{props.title ?? words.title}</h2>
        {told && told.message !== "" && <p className={styles.text}>{told.message}</p>}
        {told && told.missing.length > 0 && (
          <ul className={styles.missing} aria-label={w.error.missing}>
            {told.missing.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        )}
        <p className={styles.text}>{words.advice}</p>
        {told && told.incident !== "" && code === "internal" && (
          <p className={styles.small}>{w.error.quote(told.incident)}</p>
        )}
        {props.onRetry && (
          <div className={styles.action}>
            <Button onPress={props.onRetry}>{w.retry}</Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Grey lines where words will be. */
export function Skeleton(props: { lines?: number }): ReactNode {
  const lines = Array.from({ length: props.lines ?? 3 }, (_, index) => index);
  return (
    <div className={styles.skeleton} aria-hidden="true">
      {lines.map((line) => (
        <span
          key={line}
          className={styles.bone}
          style={{ inlineSize: `${92 - ((line * 17) % 40)}%` }}
        />
      ))}
    </div>
  );
}

/** Something is on its way: said to whoever listens, drawn for whoever looks. */
export function Loading(props: { label?: string; lines?: number }): ReactNode {
  return (
    <div className={styles.loading} role="status">
      <span className={styles.unseen}>{props.label ?? w.loading}</span>
      <Skeleton lines={props.lines ?? 4} />
    </div>
  );
}

/** The three states of a question to the core, and its answer. */
export function QueryState<T>(props: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
  loading?: ReactNode;
}): ReactNode {
  const { query } = props;
  if (query.data !== undefined) return props.children(query.data);
  if (query.isError) {
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  }
  return props.loading ?? <Loading />;
}
