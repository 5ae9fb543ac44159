/** What an officer should look at before the file is taken in. */
import type { ReactNode } from "react";
import type { ImportWarningView } from "../../host";
import { Card, Icon } from "../../kit";
import { w } from "./importWords";
import styles from "./Warnings.module.css";

/** The warnings, the gravest first; nothing where there is none. */
export function Warnings(props: { warnings: readonly ImportWarningView[] }): ReactNode {
  if (props.warnings.length === 0) return null;
  return (
    <Card title={w.warningsTitle}>
      {/* Said when it changes; a list with that role would be none to a screen reader. */}
      <div role="status">
        <ul className={styles.warnings}>
          {props.warnings.map(({ kind, rows, first_line, lines }) => (
            <li key={kind} data-kind={kind}>
              <Icon name="warning" size={14} />
              <span>
                {w.warnings[kind](rows, first_line)}
                {lines.length > 1 && ` ${w.lines(lines)}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Card>
  );
}
