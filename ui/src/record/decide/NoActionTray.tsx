import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import type { AccountView, NoActionReason } from "../../host";
import { Kbd } from "../../kit";
import { w } from "../words";
import styles from "./DecisionBar.module.css";
import type { DecisionPart } from "./useDecide";

/** The reasons in the order of their keys; a new one goes to the end, so that fingers keep what they know. */
export const NO_ACTION_REASONS = [
  "news",
  "own-journey",
  "not-an-offer",
  "already-gone",
  "cannot-read",
  "out-of-scope",
  "duplicate",
] as const satisfies readonly NoActionReason[];

/** No action takes one more key: the reason's. */
export function NoActionTray(props: {
  account: Pick<AccountView, "label">;
  decide: (part: DecisionPart) => Promise<unknown>;
  isBusy: boolean;
  onClose: () => void;
}): ReactNode {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.querySelector("button")?.focus(), []);
  const choose = (reason: NoActionReason | undefined) => {
    if (reason !== undefined && !props.isBusy) {
      void props.decide({
        decision: "no-action",
        reason: "",
        noActionReason: reason,
        said: w.saidNoAction(w.noActionReason[reason]),
      });
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      props.onClose();
      return;
    }
    const step = stepOf(event.key);
    if (step !== 0) {
      event.preventDefault();
      move(list.current, step);
      return;
    }
    const digit = digitOf(event);
    if (digit !== null && !event.repeat && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      choose(NO_ACTION_REASONS[digit - 1]);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the buttons inside it.
    <div onKeyDown={press}>
      <p className={styles.title} id="no-action-title">
        {w.noActionTitle(props.account.label)}
      </p>
      <div ref={list} role="group" aria-labelledby="no-action-title" className={styles.reasons}>
        {NO_ACTION_REASONS.map((reason, n) => (
          <button
            key={reason}
            type="button"
            className={styles.choice}
            aria-disabled={props.isBusy}
            onClick={() => choose(reason)}
          >
            <Kbd>{n + 1}</Kbd>
            {w.noActionReason[reason]}
          </button>
        ))}
      </div>
    </div>
  );
}

function digitOf(event: KeyboardEvent): number | null {
  const place = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  const typed = place ?? (/^[1-9]$/.test(event.key) ? event.key : undefined);
  return typed === undefined ? null : Number(typed);
}

function stepOf(key: string): number {
  switch (key) {
    case "ArrowRight":
    case "ArrowDown":
      return 1;
    case "ArrowLeft":
    case "ArrowUp":
      return -1;
    default:
      return 0;
  }
}

function move(list: HTMLElement | null, step: number): void {
  const buttons: Element[] = [...(list?.querySelectorAll("button") ?? [])];
  const at = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  const next = buttons[(at + step + buttons.length) % buttons.length];
  if (next instanceof HTMLElement) {
    next.focus();
  }
}
