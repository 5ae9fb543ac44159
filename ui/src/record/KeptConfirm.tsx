import type { ReactNode } from "react";
import { Confirm, type ConfirmProps } from "../kit";
import { useKeptForm } from "./useKeptForm";

/**
 * Asks before something that cannot be taken back. The reason that was begun is kept like every field, and
 * is there again after a lock, until it was done.
 */
export function KeptConfirm(props: KeptConfirmProps): ReactNode {
  return props.isOpen ? <Asked {...props} /> : null;
}

type KeptConfirmProps = Omit<ConfirmProps, "needsReason" | "kept"> & {
  /** What is asked about; a reason belongs to it alone. */
  about: string;
};

function Asked(props: KeptConfirmProps): ReactNode {
  const { about, ...asked } = props;
  const { form, change, clear } = useKeptForm(`reason/${about}`, { reason: "" });
  return (
    <Confirm
      {...asked}
      needsReason
      kept={{ reason: form.reason, change: (reason) => change({ reason }) }}
      onConfirm={async (reason) => {
        await props.onConfirm(reason);
        await clear();
      }}
    />
  );
}
