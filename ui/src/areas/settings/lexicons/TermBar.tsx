/** The chosen term with all that is known of it, and what can be done with it. */
import type { ReactNode } from "react";
import { Bdi, Button } from "../../../kit";
import type { TermRow } from "./draft";
import styles from "./lexicons.module.css";
import type { RowActs } from "./Terms";
import { sourceWords } from "./termColumns";
import { w } from "./words";

/** The line under the table. */
export function TermBar(props: {
  language: string;
  row: TermRow | undefined;
  acts: RowActs;
}): ReactNode {
  const { row, acts } = props;
  if (row === undefined) return null;
  const { term } = row;
  return (
    <section className={styles.bar} aria-label={w.bar.label}>
      <div className={styles.barText}>
        <b>
          <Bdi lang={props.language}>{term.term}</Bdi>
        </b>{" "}
        <Bdi>{term.meaning}</Bdi>
        <p className={styles.quiet}>
          <Bdi>{sourceWords(term)}</Bdi>
          {term.date !== "" && ` · ${w.bar.entered(term.date)}`}
          {term.reviewer !== "" && (
            <>
              {" · "}
              <Bdi>{w.bar.readBy(term.reviewer)}</Bdi>
            </>
          )}
          {acts.canChange && row.state !== "out" && ` · ${w.bar.keys}`}
        </p>
      </div>
      {acts.canChange && <BarButtons row={row} acts={acts} />}
    </section>
  );
}

function BarButtons(props: { row: TermRow; acts: RowActs }): ReactNode {
  const { row, acts } = props;
  const { term } = row.term;
  const isShut = row.at === null && !acts.canAdd;
  const why = isShut ? w.bar.full : undefined;
  return (
    <div className={styles.barButtons}>
      {row.state !== "out" && (
        <Button
          size="small"
          isDisabled={isShut}
          why={why}
          ariaLabel={w.bar.changeNamed(term)}
          onPress={() => acts.open(row)}
        >
          {w.bar.change}
        </Button>
      )}
      {(row.state === "stands" || row.state === "changed") && (
        <Button
          size="small"
          isDisabled={isShut}
          why={why}
          ariaLabel={w.bar.takeOutNamed(term)}
          onPress={() => acts.takeOut(row)}
        >
          {w.bar.takeOut}
        </Button>
      )}
      {row.state !== "stands" && (
        <Button
          size="small"
          ariaLabel={w.bar.takeBackNamed(w.state[row.state], term)}
          onPress={() => acts.takeBack(row)}
        >
          {w.bar.takeBack}
        </Button>
      )}
    </div>
  );
}
