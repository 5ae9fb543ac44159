import type { ReactNode } from "react";
import type { AccountRow } from "../../host";
import { Bdi, Pill } from "../../kit";
import { cx } from "../../lib/css";
import { PlatformMark } from "../PlatformMark";
import { w } from "../words";
import styles from "./AccountLine.module.css";
import { dueWords } from "./due";

/** An account in a list: platform, name, first words, and the one thing that matters most about it. */
export function AccountLine(props: {
  row: AccountRow;
  /** The group it stands in, so that what the heading says is not said again. */
  group: string | undefined;
}): ReactNode {
  const { row } = props;
  return (
    <div className={styles.line}>
      <PlatformMark code={row.platform} />
      <div className={styles.words}>
        <div className={cx(styles.label, row.is_seen && styles.seen)}>
          <Bdi>{row.label}</Bdi>
          {!row.is_seen && <span className={styles.unseen}>{w.unseen}</span>}
        </div>
        <div className={styles.snippet}>
          <Bdi lang={row.language} lines={1}>
            {row.snippet === "" ? w.noWords : row.snippet}
          </Bdi>
        </div>
      </div>
      <span className={styles.mark}>
        <Mark {...props} />
      </span>
    </div>
  );
}

function Mark(props: { row: AccountRow; group: string | undefined }): ReactNode {
  const { row, group } = props;
  if (row.has_open_action) {
    return <Pill tone="danger">{w.safeguardingOpen}</Pill>;
  }
  if (row.due !== null) {
    const due = dueWords(row.due, new Date());
    if (due !== null) {
      return <Pill tone={group === "urgent" ? "danger" : "warn"}>{due}</Pill>;
    }
  }
  if (row.status !== "new" && row.status !== "in-review" && row.status !== group) {
    return (
      <Pill tone={row.status === "second-look" ? "warn" : "neutral"}>{w.status[row.status]}</Pill>
    );
  }
  return row.unit === "account" ? null : <Pill>{w.unit[row.unit]}</Pill>;
}
