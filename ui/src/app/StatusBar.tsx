import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type StatusLineView, useHost } from "../host";
import { Kbd, ToastPlace } from "../kit";
import { cx } from "../lib/css";
import { distance, instant } from "../lib/time";
import { CareButton } from "../record/care/CareButton";
import styles from "./StatusBar.module.css";
import { w } from "./words";

type State = { key: string; words: string; isLate?: boolean };

function sameDay(at: string): boolean {
  return at.slice(0, 10) === new Date().toISOString().slice(0, 10);
}

function when(at: string): string {
  return sameDay(at) ? instant(at, "clock") : instant(at, "day");
}

/** The states in words, each with its time; those past the unit's limit come first. */
export function states(line: StatusLineView): State[] {
  const out: State[] = [
    { key: "officer", words: w.status.unlockedBy(line.unlocked_by) },
    { key: "others", words: w.status.others(line.others) },
    {
      key: "audit",
      words: line.audit_checked_at
        ? w.status.auditChecked(when(line.audit_checked_at))
        : w.status.auditUnchecked,
      isLate: line.audit_check_is_overdue,
    },
    {
      key: "evidence",
      words: line.evidence_checked_at
        ? w.status.evidenceChecked(when(line.evidence_checked_at))
        : w.status.evidenceUnchecked,
      isLate: line.evidence_check_is_overdue,
    },
    {
      key: "backup",
      words: line.backed_up_at ? w.status.backup(distance(line.backed_up_at)) : w.status.noBackup,
      isLate: line.backup_is_overdue,
    },
  ];
  if (line.index === "behind") out.push({ key: "index", words: w.status.indexBehind });
  if (line.index === "rebuilding") out.push({ key: "index", words: w.status.indexRebuilding });
  return [...out.filter((state) => state.isLate), ...out.filter((state) => !state.isLate)];
}

/**
 * The foot of the window: messages, states, keys. No state is ever cut: where they do not fit, the foot
 * grows. The lock clock shows in its last minute only.
 */
export function StatusBar(props: {
  locksIn: number | null;
  onCommands: () => void;
  onKeys: () => void;
}): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["status-line"],
    queryFn: () => host.commands.statusLine(),
    refetchInterval: 30_000,
  });
  return (
    <footer className={styles.status}>
      <ToastPlace className={styles.messages} />
      <div className={styles.states}>
        {query.data &&
          states(query.data).map((state) => (
            <span key={state.key} className={cx(state.isLate && styles.late)}>
              {state.words}
            </span>
          ))}
        <CareButton />
      </div>
      {props.locksIn !== null && (
        <span className={styles.lock} role="timer">
          {w.status.locksIn(props.locksIn)}
        </span>
      )}
      <span className={styles.keys}>
        <button type="button" className={styles.hint} onClick={props.onCommands}>
          <Kbd command="palette.open" /> <span>{w.status.commands}</span>
        </button>
        <button type="button" className={styles.hint} onClick={props.onKeys}>
          <Kbd command="keys.show" /> <span>{w.status.keys}</span>
        </button>
      </span>
    </footer>
  );
}
