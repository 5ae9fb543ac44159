/** The list of accounts whose decision of no action has run its time: what it is, and that it is empty. */
import type { ReactNode } from "react";
import { EmptyState, LinkButton } from "../../kit";
import { useRoute } from "../../lib/route";
import { useScoring } from "../../record/scoringRun";
import styles from "./accounts.module.css";
import { w } from "./words";

/** Says what the list holds and that nothing is erased by itself; nothing until the days are known. */
export function DueForErasure(): ReactNode {
  const { data } = useScoring();
  const { go } = useRoute();
  if (data === undefined) return null;
  return (
    <p className={styles.due} role="note">
      {w.due.text(data.no_action_days)} <b>{w.due.nothing}</b>{" "}
      <LinkButton onPress={() => go({ area: "settings", tab: "no-action" })}>
        {w.due.change}
      </LinkButton>
    </p>
  );
}

/** Nothing is due: said calmly, with the way back to every account. */
export function NoneDue(props: { onLeave: () => void }): ReactNode {
  const { data } = useScoring();
  return (
    <EmptyState
      title={w.due.none}
      icon="check"
      action={<LinkButton onPress={props.onLeave}>{w.due.leave}</LinkButton>}
    >
      {data === undefined ? "" : w.due.noneText(data.no_action_days)} {w.due.nothing}
    </EmptyState>
  );
}
