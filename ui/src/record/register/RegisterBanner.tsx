import type { ReactNode } from "react";
import type { RegisterHitView } from "../../host";
import { Bdi, Icon, WorldTimeText } from "../../kit";
import { assertNever } from "../../lib/assert";
import { isAlike, warningHits } from "./hits";
import styles from "./RegisterBanner.module.css";
import { w } from "./words";

/** What a register says of an account, in sight for as long as it holds. */
export function RegisterBanner(props: { hits: readonly RegisterHitView[] }): ReactNode {
  const hits = warningHits(props.hits);
  if (hits.length === 0) return null;
  return (
    <section className={styles.banner} aria-label={w.banner} data-testid="register-banner">
      <span className={styles.mark}>
        <Icon name="warning" size={16} />
      </span>
      <ul className={styles.hits}>
        {hits.map((hit) => (
          <li key={hit.entry}>
            <RegisterHit hit={hit} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One hit: the list, whose it is, whom to ask, and by what it was met. */
export function RegisterHit(props: { hit: RegisterHitView }): ReactNode {
  const { hit } = props;
  return (
    <>
      <b>{isAlike(hit) ? w.looksLike(w.lists[hit.list]) : w.lists[hit.list]}</b>:{" "}
      {hit.owner === null ? w.ownerNotSaid : <Bdi>{hit.owner}</Bdi>}
      {hit.contact !== null && (
        <>
          , {w.askLead} <Bdi>{hit.contact}</Bdi>
        </>
      )}
      . {meaningOf(hit)}{" "}
      <span className={styles.quiet}>
        ({w.asWritten(hit.as_written)}, {w.by[hit.matched_by]}
        {hit.expires !== null && (
          <>
            , {w.until} <WorldTimeText time={hit.expires} />
          </>
        )}
        )
        {hit.note !== null && (
          <>
            {" "}
            <Bdi>{hit.note}</Bdi>
          </>
        )}
      </span>
    </>
  );
}

function meaningOf(hit: RegisterHitView): string {
  if (isAlike(hit)) return w.alikeMeans;
  switch (hit.list) {
    case "protected":
      return w.protectedMeans;
    case "ask-first":
      return w.askMeans;
    case "already-referred":
      return w.referredMeans;
    case "never-links":
      return "";
    default:
      return assertNever(hit.list);
  }
}
