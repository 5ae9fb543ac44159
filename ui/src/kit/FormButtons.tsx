/** The buttons at the foot of a form: the way out, and the act, shut with the reason while something is missing. */
import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./Button";
import { w } from "./words";

/** The two buttons, for the foot of a dialog. */
export function FormButtons(props: {
  onCancel: () => void;
  /** The verb and the thing. */
  action: string;
  onAct: () => void;
  /** What is missing still; the act is shut while something is. */
  missing?: string | null | undefined;
  /** Shut for a reason that is seen elsewhere. */
  isShut?: boolean;
  isBusy?: boolean;
  variant?: ButtonProps["variant"];
  /** Says the way out where it is another word. */
  cancel?: string;
}): ReactNode {
  const missing = props.missing ?? null;
  return (
    <>
      <Button onPress={props.onCancel}>{props.cancel ?? w.cancel}</Button>
      <Button
        variant={props.variant ?? "primary"}
        isDisabled={missing !== null || props.isShut === true}
        isPending={props.isBusy ?? false}
        why={missing ?? undefined}
        onPress={props.onAct}
      >
        {props.action}
      </Button>
    </>
  );
}
