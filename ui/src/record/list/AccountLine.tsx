import type { ReactNode } from "react";
import type { AccountRow } from "../../host";
import { Bdi, Icon, Pill, type Tone } from "../../kit";
import { cx } from "../../lib/css";
import { w as care } from "../care/words";
import { PlatformMark } from "../PlatformMark";
import { FoundIn } from "../search/FoundIn";
import { w } from "../words";
import styles from "./AccountLine.module.css";
import { dueWords, isPast } from "./due";

/** An account in a list: platform, name, first words, and the one thing that matters most about it. */
export function AccountLine(props: {
  row: AccountRow;
  /** The group it stands in, so that what the heading says is not said again. */
  group: string | undefined;
}): ReactNode {
  const { row } = props;
  const mark = markOf(row, props.group);
  return (
    <div className={styles.line} title={row.label}>
      <PlatformMark code={row.platform} />
      <div className={styles.words}>
        <div className={cx(styles.label, row.is_seen && styles.seen)}>
          <Bdi marks={row.label_marks}>{row.label}</Bdi>
          {!row.is_seen && <span className={styles.unseen}>{w.unseen}</span>}
        </div>
        <div className={styles.snippet}>
          {row.warnings.length > 0 && (
            <span className={styles.warns}>
              <Icon name="warning" size={11} />{" "}
              {row.warnings.map((tag) => care.tag[tag]).join(", ")}
            </span>
          )}
          {row.snippet_from !== null && <FoundIn place={row.snippet_from} />}
          {row.band !== "low" && row.snippet_marks.length === 0 && (
            <span className={styles.reasons}>{row.reasons.slice(0, 3).join(", ")}</span>
          )}
          <Bdi lang={row.language} lines={1} marks={row.snippet_marks}>
            {row.snippet === "" ? w.noWords : row.snippet}
          </Bdi>
        </div>
      </div>
      {mark !== null && (
        <span className={styles.mark} data-tone={mark.tone}>
          <Pill tone={mark.tone}>{mark.words}</Pill>
        </span>
      )}
    </div>
  );
}

function markOf(row: AccountRow, group: string | undefined): { tone: Tone; words: string } | null {
  if (row.has_open_action) {
    return { tone: "danger", words: w.safeguardingOpen };
  }
  const now = new Date();
  const due = row.due === null || row.band === "low" ? null : dueWords(row.due, now);
  if (due !== null && row.due !== null) {
    const presses = group === "urgent" && !isPast(row.due, now);
    return { tone: presses ? "danger" : "warn", words: due };
  }
  if (row.status !== "new" && row.status !== "in-review" && row.status !== group) {
    return {
      tone: row.status === "second-look" ? "warn" : "neutral",
      words: w.status[row.status],
    };
  }
  return row.unit === "account" ? null : { tone: "neutral", words: w.unit[row.unit] };
}
