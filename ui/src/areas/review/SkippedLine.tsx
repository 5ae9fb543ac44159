import type { ReactNode } from "react";
import { Kbd, LinkButton, ListFooter } from "../../kit";
import { w } from "./words";

/** How many were skipped, and the way back to the first of them; nothing where none was. */
export function SkippedLine(props: { skipped: number; onReturn: () => void }): ReactNode {
  if (props.skipped === 0) return null;
  return (
    <ListFooter>
      <span>{w.skipped(props.skipped)}</span>
      <LinkButton onPress={props.onReturn}>{w.returnSkipped}</LinkButton>
      <Kbd command="queue.returnSkipped" />
    </ListFooter>
  );
}
