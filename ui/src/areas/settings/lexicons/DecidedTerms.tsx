/** The terms of accounts that were left without action, so that a bad term is found. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { CategoryView, LexiconView, TermCountView } from "../../../host";
import { Bdi, Button, LinkButton, Muted } from "../../../kit";
import { count } from "../../../lib/numbers";
import { w } from "./decidedWords";
import styles from "./lexicons.module.css";
import { Category } from "./termColumns";

/** Terms that stand there at once. */
const FIRST = 20;
/** The core tells no more. */
const MOST = 200;

/** A term that is looked at in its lexicon. */
export type OpenedTerm = {
  readonly language: string;
  readonly term: string;
  readonly category: string;
};

type TermsProps = {
  terms: readonly TermCountView[];
  lexicons: readonly LexiconView[];
  categories: readonly CategoryView[];
  left: OpenedTerm | null;
  onOpen: (term: OpenedTerm) => void;
};

/** The terms, worst first, each a way into its lexicon. One that was only referred is not among them. */
export function DecidedTerms(props: TermsProps): ReactNode {
  const { left } = props;
  const terms = props.terms.filter(({ decided }) => decided.no_action > 0);
  const leftAt = left === null ? -1 : terms.findIndex((one) => isSame(one, left));
  const [isAll, setAll] = useState(leftAt >= FIRST);
  const shown = isAll ? terms : terms.slice(0, FIRST);
  return (
    <>
      <h3 className={styles.subtitle}>{w.terms}</h3>
      {terms.length === 0 ? (
        <p className={styles.none}>{w.noTerms}</p>
      ) : (
        <>
          <p>
            <Muted>{w.termsText}</Muted>
          </p>
          <TermTable {...props} terms={shown} />
          {terms.length > FIRST && (
            <div className={styles.actions}>
              <Button size="small" ariaExpanded={isAll} onPress={() => setAll(!isAll)}>
                {isAll ? w.first(FIRST) : w.all(terms.length)}
              </Button>
            </div>
          )}
          {isAll && props.terms.length >= MOST && <p className={styles.quiet}>{w.most(MOST)}</p>}
        </>
      )}
    </>
  );
}

function TermTable(props: TermsProps): ReactNode {
  const { left } = props;
  const languages = new Map(props.lexicons.map(({ language, name }) => [language, name]));
  const categories = new Map(props.categories.map((category) => [category.code, category]));
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={w.terms}>
        <thead>
          <tr>
            <th scope="col">{w.term}</th>
            <th scope="col">{w.language}</th>
            <th scope="col">{w.category}</th>
            <th scope="col" className={styles.number}>
              {w.refer}
            </th>
            <th scope="col" className={styles.number}>
              {w.noAction}
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
          {props.terms.map((one) => (
            <TermLine
              key={`${one.language} ${one.category} ${one.term}`}
              one={one}
              language={languages.get(one.language)}
              category={categories.get(one.category)}
              hasFocus={left !== null && isSame(one, left)}
              onOpen={() => props.onOpen(one)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TermLine(props: {
  one: TermCountView;
  /** What its lexicon is called; without one there is nothing to open. */
  language: string | undefined;
  category: CategoryView | undefined;
  hasFocus: boolean;
  onOpen: () => void;
}): ReactNode {
  const { one, language, hasFocus } = props;
  const cell = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    if (hasFocus) cell.current?.querySelector("button")?.focus();
  }, [hasFocus]);
  const term = <Bdi lang={one.language}>{one.term}</Bdi>;
  return (
    <tr>
      <td ref={cell}>
        {language === undefined ? (
          term
        ) : (
          <LinkButton ariaLabel={w.open(one.term, language)} onPress={props.onOpen}>
            {term}
          </LinkButton>
        )}
      </td>
      <td>{language ?? one.language}</td>
      <td>
        <Category code={one.category} category={props.category} />
      </td>
      <td className={styles.number}>{count(one.decided.refer)}</td>
      <td className={styles.number}>{count(one.decided.no_action)}</td>
      <td className={styles.number}>{count(one.decided.gone)}</td>
      <td className={styles.number}>{count(one.decided.left_standing)}</td>
    </tr>
  );
}

function isSame(one: OpenedTerm, other: OpenedTerm): boolean {
  return (
    one.language === other.language && one.term === other.term && one.category === other.category
  );
}
