/** What keeps a file of the unit from being taken, by line. */
import type { ReactNode } from "react";
import type { UnitFileFaultView } from "../../../host";
import { Bdi } from "../../../kit";
import styles from "../directory/directory.module.css";
import { w } from "../directory/words";

/** A file may be wrong in every row; so many are enough to mend the first. */
const SHOWN = 200;

/** The list, read out at once. */
export function Faults(props: { faults: readonly UnitFileFaultView[] }): ReactNode {
  const { faults } = props;
  const shown = faults.slice(0, SHOWN);
  return (
    <>
      <p role="alert">{w.faults(faults.length)}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls has to be reached by keys. */}
      <ul className={styles.list} aria-label={w.faultsLabel} tabIndex={0}>
        {shown.map(({ line, why }) => (
          <li key={`${line} ${why}`}>
            <b>{w.line(line)}</b> <Bdi>{why}</Bdi>
          </li>
        ))}
      </ul>
      {shown.length < faults.length && (
        <p className={styles.quiet}>{w.more(faults.length - shown.length)}</p>
      )}
    </>
  );
}
