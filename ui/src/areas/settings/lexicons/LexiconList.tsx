/** The lexicons the case scores with, one line a language. */
import { type ReactNode, useEffect, useRef } from "react";
import type { LexiconView } from "../../../host";
import { Bdi, Card, LinkButton, Muted, Pill, Time } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useIsBegun } from "../../../record/useKeptForm";
import styles from "./lexicons.module.css";
import { draftPlace } from "./useLexiconDraft";
import { w } from "./words";

/** The list; `left` is the lexicon that was looked at last, where the keys go on. */
export function LexiconList(props: {
  lexicons: readonly LexiconView[];
  left: string | null;
  onOpen: (language: string) => void;
}): ReactNode {
  return (
    <Card title={w.list.title}>
      <p>
        <Muted>{w.list.text}</Muted>
      </p>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{w.list.language}</th>
              <th>{w.list.version}</th>
              <th className={styles.number}>{w.list.terms}</th>
              <th className={styles.number}>{w.list.unchecked}</th>
              <th>{w.list.from}</th>
            </tr>
          </thead>
          <tbody>
            {props.lexicons.map((lexicon) => (
              <LexiconLine
                key={lexicon.language}
                lexicon={lexicon}
                hasFocus={props.left === lexicon.language}
                onOpen={() => props.onOpen(lexicon.language)}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

function LexiconLine(props: {
  lexicon: LexiconView;
  hasFocus: boolean;
  onOpen: () => void;
}): ReactNode {
  const { lexicon } = props;
  const cell = useRef<HTMLTableCellElement>(null);
  const { hasFocus } = props;
  useEffect(() => {
    if (hasFocus) cell.current?.querySelector("button")?.focus();
  }, [hasFocus]);
  const isBegun = useIsBegun(draftPlace(lexicon.language));
  return (
    <tr>
      <td ref={cell}>
        <LinkButton ariaLabel={w.list.open(lexicon.name)} onPress={props.onOpen}>
          {lexicon.name}
        </LinkButton>{" "}
        {isBegun && <Pill tone="warn">{w.list.pending}</Pill>}
      </td>
      <td>{lexicon.version}</td>
      <td className={styles.number}>{count(lexicon.terms)}</td>
      <td className={styles.number}>{count(lexicon.unchecked)}</td>
      <td>{lexicon.is_own ? <Own lexicon={lexicon} /> : <Muted>{w.list.asItComes}</Muted>}</td>
    </tr>
  );
}

/** Who put the unit's own lexicon in, and when. */
export function Own(props: { lexicon: LexiconView }): ReactNode {
  const { officer, at } = props.lexicon;
  return (
    <>
      {w.list.own} {officer !== null && <Bdi>{w.list.ownBy(officer)}</Bdi>}{" "}
      {at !== null && <Time at={at} show="short" />}
    </>
  );
}
