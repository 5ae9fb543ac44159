/** Panes of the work area. The one with the focus has the visible ring, and keys act there only. */
import {
  type CSSProperties,
  type FocusEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useSyncExternalStore,
} from "react";
import { cx } from "../lib/css";
import styles from "./pane.module.css";

/** The panes a screen may have. */
export type PaneName = "list" | "item" | "inspector" | "page";

let active: PaneName | null = null;
const panes = new Map<PaneName, HTMLElement>();
const listeners = new Set<() => void>();

function setActive(name: PaneName | null): void {
  if (active === name) return;
  active = name;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The pane with the ring, or null while the focus is outside all of them. */
export function activePane(): PaneName | null {
  return active;
}

/** The pane with the ring. */
export function usePane(): PaneName | null {
  return useSyncExternalStore(subscribe, activePane);
}

/** Gives a pane the ring: its preferred element gets the focus, else the pane itself. */
export function focusPane(name: PaneName): boolean {
  const pane = panes.get(name);
  if (!pane) return false;
  const preferred = pane.querySelector<HTMLElement>("[data-pane-focus]");
  (preferred ?? pane).focus();
  return true;
}

const ORDER: readonly PaneName[] = ["page", "list", "item", "inspector"];

/** Gives the ring to the next pane that is on screen, or the one before. */
export function focusNextPane(step: 1 | -1): void {
  const shown = ORDER.filter((name) => panes.get(name)?.checkVisibility?.() ?? panes.has(name));
  if (shown.length === 0) return;
  const at = active ? shown.indexOf(active) : step === 1 ? -1 : 0;
  const next = shown[(at + step + shown.length) % shown.length];
  if (next) focusPane(next);
}

/** One pane: a named region that takes the focus and shows the ring while it has it. */
export function Pane(props: {
  name: PaneName;
  label: string;
  className?: string | undefined;
  style?: CSSProperties;
  children: ReactNode;
  paneRef?: RefObject<HTMLElement | null>;
}): ReactNode {
  const own = useRef<HTMLElement>(null);
  const ref = props.paneRef ?? own;
  const { name } = props;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    panes.set(name, element);
    return () => {
      if (panes.get(name) === element) panes.delete(name);
      if (active === name) setActive(null);
    };
  }, [name, ref]);
  const leave = (event: FocusEvent<HTMLElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) setActive(null);
  };
  const isActive = usePane() === name;
  return (
    <section
      ref={ref}
      aria-label={props.label}
      tabIndex={-1}
      data-pane={name}
      data-active={isActive || undefined}
      style={props.style}
      className={cx(styles.pane, props.className)}
      onFocus={() => setActive(name)}
      onBlur={leave}
    >
      {props.children}
    </section>
  );
}
