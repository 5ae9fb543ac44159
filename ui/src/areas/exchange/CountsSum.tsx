/** The counts as a sum an officer can check by eye. */
import type { ReactNode } from "react";
import type { ImportCounts, RowFate } from "../../host";
import { count } from "../../lib/numbers";
import styles from "./CountsSum.module.css";
import { addsUp, fatesShown, saysNothingNew, sumOfFates } from "./counts";
import { w } from "./words";

/** Rows read = new + changed + unchanged + merged + rejected; an alarm if not. */
export function CountsSum(props: {
  counts: ImportCounts;
  /** What rows of each fate do, where they do not make and change accounts. */
  meaning?: Readonly<Record<RowFate, string>>;
}): ReactNode {
  const { counts, meaning = w.fateMeaning } = props;
  const parts = fatesShown(counts).map(
    (fate) => `${count(counts[fate])} ${w.fates[fate].toLowerCase()}`,
  );
  return (
    <>
      <p className={styles.spoken}>{w.preview.sum(counts.read, parts.join(", "))}</p>
      <div className={styles.sum} aria-hidden="true">
        <span className={styles.term}>
          <b>{count(counts.read)}</b>
          <span>{w.preview.readTerm}</span>
        </span>
        {fatesShown(counts).map((fate, index) => (
          <span key={fate} className={styles.signed}>
            <span className={styles.sign}>{index === 0 ? w.preview.equals : w.preview.plus}</span>
            <span
              className={styles.term}
              data-fate={fate}
              data-zero={counts[fate] === 0 || undefined}
              title={meaning[fate]}
            >
              <b>{count(counts[fate])}</b>
              <span>{w.fates[fate]}</span>
              <small>{meaning[fate]}</small>
            </span>
          </span>
        ))}
      </div>
      {!addsUp(counts) && (
        <p className={styles.alarm} role="alert">
          {w.preview.doesNotAddUp(counts.read, sumOfFates(counts))}
        </p>
      )}
      {addsUp(counts) && saysNothingNew(counts) && (
        <p className={styles.note}>{w.preview.nothingNew}</p>
      )}
    </>
  );
}
