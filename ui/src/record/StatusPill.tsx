import type { ComponentProps, ReactNode } from "react";
import type { AccountStatus } from "../host";
import { Pill } from "../kit";
import { assertNever } from "../lib/assert";
import { w } from "./words";

/** Where an account stands. Amber where it needs someone, green where it is done. */
export function StatusPill(props: { status: AccountStatus }): ReactNode {
  return <Pill tone={toneOf(props.status)}>{w.status[props.status]}</Pill>;
}

function toneOf(status: AccountStatus): ComponentProps<typeof Pill>["tone"] {
  switch (status) {
    case "second-look":
      return "warn";
    case "refer":
    case "drafted":
    case "sent":
      return "accent";
    case "no-action":
    case "closed":
      return "ok";
    case "new":
    case "in-review":
    case "hold":
      return "neutral";
    default:
      return assertNever(status);
  }
}
