/** What officers decided, by band and by term: scores held against decisions. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  type BandCountView,
  type CategoryView,
  type DecidedView,
  type LexiconView,
  useHost,
} from "../../../host";
import { Card, Muted, QueryState, Time } from "../../../kit";
import { cx } from "../../../lib/css";
import { count } from "../../../lib/numbers";
import { w as record } from "../../../record/words";
import { DecidedTerms, type OpenedTerm } from "./DecidedTerms";
import { w } from "./decidedWords";
import styles from "./lexicons.module.css";

/** From so many decided accounts on a share says something. */
const ENOUGH = 5;

/** The card; `left` is the term that was opened last, where the keys go on. */
export function DecidedCard(props: {
  lexicons: readonly LexiconView[];
  categories: readonly CategoryView[];
  left: OpenedTerm | null;
  onOpen: (term: OpenedTerm) => void;
}): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["calibration"],
    queryFn: () => host.commands.calibration(),
  });
  return (
    <Card
      title={w.title}
      aside={
        query.data !== undefined && (
          <>
            {w.aside} <Time at={new Date(query.dataUpdatedAt).toISOString()} show="short" />
          </>
        )
      }
    >
      <p>
        <Muted>{w.text}</Muted>
      </p>
      <QueryState query={query}>
        {({ bands, terms }) =>
          bands.every(({ decided }) => decidedOf(decided) === 0) ? (
            <p className={styles.none}>{w.none}</p>
          ) : (
            <>
              <Bands bands={bands} />
              <DecidedTerms
                terms={terms}
                lexicons={props.lexicons}
                categories={props.categories}
                left={props.left}
                onOpen={props.onOpen}
              />
            </>
          )
        }
      </QueryState>
    </Card>
  );
}

function decidedOf({ refer, hold, no_action }: DecidedView): number {
  return refer + hold + no_action;
}

function Bands(props: { bands: readonly BandCountView[] }): ReactNode {
  return (
    <div className={cx(styles.scroll, styles.small)}>
      <table className={styles.table} aria-label={w.bands}>
        <thead>
          <tr>
            <th scope="col">{w.band}</th>
            <th scope="col" className={styles.number}>
              {w.refer}
            </th>
            <th scope="col" className={styles.number}>
              {w.hold}
            </th>
            <th scope="col" className={styles.number}>
              {w.noAction}
            </th>
            <th scope="col" className={styles.number}>
              {w.share}
            </th>
            <th scope="col" className={styles.number}>
              {w.gone}
            </th>
            <th scope="col" className={styles.number}>
              {w.leftStanding}
            </th>
          </tr>
        </thead>
        <tbody>
          {props.bands.map(({ band, decided }) => (
            <tr key={band}>
              <th scope="row">{record.band[band]}</th>
              <td className={styles.number}>{count(decided.refer)}</td>
              <td className={styles.number}>{count(decided.hold)}</td>
              <td className={styles.number}>{count(decided.no_action)}</td>
              <td className={styles.number}>
                <Share decided={decided} />
              </td>
              <td className={styles.number}>{count(decided.gone)}</td>
              <td className={styles.number}>{count(decided.left_standing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A share of a handful is chance: then the handful is named instead. */
function Share(props: { decided: DecidedView }): ReactNode {
  const of = decidedOf(props.decided);
  if (of === 0) return <Muted>{w.noneDecided}</Muted>;
  if (of < ENOUGH) return <Muted>{w.tooFew(of)}</Muted>;
  return w.shareOf(Math.round((100 * props.decided.refer) / of), of);
}
