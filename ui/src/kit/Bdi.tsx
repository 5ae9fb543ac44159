import { type ReactNode, useMemo } from "react";
import { cx } from "../lib/css";
import { pieces } from "../lib/hidden";
import { type Span, stretches } from "../lib/points";
import styles from "./Bdi.module.css";

/** How people's text is set. */
export type BdiProps = {
  children: string;
  /** Language code, if known: chooses the font. */
  lang?: string | null | undefined;
  mono?: boolean;
  /** As a paragraph of its own, keeping its line breaks, at the officer's own text size. */
  block?: boolean;
  /** Cut after so many lines. */
  lines?: 1 | 2 | 3;
  /** What a search found in it. */
  marks?: readonly Span[] | undefined;
  /** What stands in it as a sign of something. */
  signs?: readonly Sign[] | undefined;
};

/** Words that are a sign of something: marked with the letter of its kind. */
export type Sign = Span & { readonly letter: string; readonly name: string };

const ARABIC = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/;

/** One character nobody can see, made visible. */
export function HiddenMark(props: { code: string; name: string }): ReactNode {
  return (
    <span
      className={styles.hidden}
      role="img"
      aria-label={props.name}
      title={`${props.name}, ${props.code}`}
    >
      {props.code.slice(2)}
    </span>
  );
}

/** People's text with its hidden characters made visible; no wrapping element. */
export function Visible(props: { children: string }): ReactNode {
  const parts = useMemo(() => pieces(props.children), [props.children]);
  return parts.map((part, index) =>
    part.kind === "text" ? (
      part.text
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text keep their order.
      <HiddenMark key={index} code={part.code} name={part.name} />
    ),
  );
}

/** People's text with what was found in it marked. */
function Marked(props: {
  children: string;
  marks: readonly Span[];
  signs: readonly Sign[];
}): ReactNode {
  const { children: text, marks, signs } = props;
  const parts = useMemo(() => stretches(text, marks, signs), [text, marks, signs]);
  return parts.map(({ text: words, isMarked, at, sign, isLast }) => {
    if (!isMarked && sign === null) {
      return <Visible key={at}>{words}</Visible>;
    }
    return (
      <mark
        key={at}
        className={cx(isMarked ? styles.mark : styles.sign)}
        {...(sign === null ? {} : { title: sign.name })}
      >
        <Visible>{words}</Visible>
        {sign !== null && isLast && <sup className={styles.letter}>{sign.letter}</sup>}
      </mark>
    );
  });
}

const NONE: readonly never[] = [];

/** True for words in Arabic script, which need more room for their marks. */
export function isArabicScript(text: string): boolean {
  return ARABIC.test(text);
}

/** People's text: isolated from the words around it, its direction by its own first letter, nothing in it hidden. */
export function Bdi(props: BdiProps): ReactNode {
  const { children: text, lang, mono, block, lines, marks = NONE, signs = NONE } = props;
  return (
    <bdi
      dir="auto"
      {...(lang ? { lang } : {})}
      className={cx(
        mono && styles.mono,
        !mono && isArabicScript(text) && styles.arabic,
        block && styles.block,
        lines && styles.cut,
      )}
      {...(lines ? { style: { WebkitLineClamp: lines }, title: text } : {})}
    >
      {marks.length > 0 || signs.length > 0 ? (
        <Marked marks={marks} signs={signs}>
          {text}
        </Marked>
      ) : (
        <Visible>{text}</Visible>
      )}
    </bdi>
  );
}
