import { type ReactNode, useEffect, useRef, useState } from "react";
import { count } from "../lib/numbers";
import { Button } from "./Button";
import { Dialog } from "./Dialog";
import styles from "./Dialog.module.css";
import { TextArea } from "./Field";
import { FormButtons } from "./FormButtons";
import { Kbd } from "./Kbd";
import { ErrorState } from "./states";
import { w } from "./words";

/** What is asked before a step that cannot be taken back. */
export type ConfirmProps = {
  title: string;
  isOpen: boolean;
  onClose: () => void;
  /** Does it. When it fails, the question stays with what went wrong and the reason that was typed. */
  onConfirm: (reason: string) => void | Promise<void>;
  action: string;
  needsReason?: boolean;
  /** The reason so far, where somebody keeps it; else it is forgotten when the question is closed. */
  kept?: { reason: string; change: (reason: string) => void };
  /** How many things it touches. */
  affects?: string | number;
  children?: ReactNode;
};

/** Asks before something that cannot be taken back: how many things it touches, and a typed reason. */
export function Confirm(props: ConfirmProps): ReactNode {
  const [typed, setTyped] = useState("");
  const reason = props.kept?.reason ?? typed;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { isOpen, affects } = props;
  useEffect(() => {
    if (!isOpen) return;
    setTyped("");
    setError(null);
  }, [isOpen]);
  const isShort = props.needsReason === true && reason.trim().length < 3;
  const confirm = async () => {
    setBusy(true);
    setError(null);
    try {
      await props.onConfirm(reason.trim());
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  const footer = (
    <FormButtons
      onCancel={props.onClose}
      cancel={w.cancel}
      action={props.action}
      missing={isShort ? w.reasonNeeded : null}
      isBusy={isBusy}
      onAct={() => void confirm()}
    />
  );
  return (
    <Dialog
      title={props.title}
      isOpen={isOpen}
      onClose={props.onClose}
      role="alertdialog"
      footer={footer}
    >
      {props.children}
      {affects !== undefined && (
        <p className={styles.affects}>{typeof affects === "number" ? count(affects) : affects}</p>
      )}
      {props.needsReason && (
        <TextArea
          label={w.reason}
          value={reason}
          onChange={props.kept?.change ?? setTyped}
          rows={2}
          description={w.reasonNeeded}
          isRequired
          autoFocus
        />
      )}
      {error !== null && <ErrorState error={error} isInline />}
    </Dialog>
  );
}

/**
 * The line that asks for Enter before a grave step, naming what it is about. It takes the focus when
 * it opens: Enter does it, Esc does not, and no other key does anything.
 */
export function ConfirmLine(props: {
  isOpen: boolean;
  onConfirm: () => void;
  onCancel: () => void;
  action: string;
  tone?: "primary" | "danger";
  isPending?: boolean;
  children: ReactNode;
}): ReactNode {
  const line = useRef<HTMLDivElement>(null);
  const { isOpen } = props;
  useEffect(() => {
    if (isOpen) line.current?.focus();
  }, [isOpen]);
  if (!isOpen) return null;
  return (
    <div
      ref={line}
      role="alertdialog"
      aria-label={props.action}
      tabIndex={-1}
      className={styles.line}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          props.onCancel();
        } else if (event.key === "Enter" && event.target === line.current && !event.repeat) {
          event.preventDefault();
          event.stopPropagation();
          if (!props.isPending) props.onConfirm();
        }
      }}
    >
      <div className={styles.lineText}>{props.children}</div>
      <Button
        variant={props.tone ?? "primary"}
        onPress={props.onConfirm}
        isPending={props.isPending ?? false}
        keys={w.enterToDo}
      >
        {props.action}
      </Button>
      <Button onPress={props.onCancel}>
        {w.cancel} <Kbd>{w.escNot}</Kbd>
      </Button>
    </div>
  );
}
