import type { ReactNode } from "react";
import type { CategoryView, TermView } from "../../../host";
import { Bdi, type Column, Muted, Pill } from "../../../kit";
import { defang } from "../../../record/defang";
import type { TermRow } from "./draft";
import styles from "./lexicons.module.css";
import { TO_VALIDATE } from "./termForm";
import { w } from "./words";

/** Where a term is from: an address made harmless to read, never one to follow. */
export function sourceWords(term: TermView): string {
  return term.source === TO_VALIDATE ? w.toValidate : w.published(defang(term.source));
}

/** The columns of the terms. What does not fit in is cut at its own end, whatever its direction. */
export function columnsOf(
  language: string,
  categories: readonly CategoryView[],
): readonly Column<TermRow>[] {
  const named = new Map(categories.map((category) => [category.code, category]));
  return [
    {
      key: "term",
      title: w.column.term,
      width: "minmax(130px, 1.2fr)",
      render: ({ term, state }) => (
        <div className={state === "out" ? styles.out : undefined}>
          <Bdi lang={language} lines={1}>
            {term.term}
          </Bdi>
        </div>
      ),
    },
    {
      key: "meaning",
      title: w.column.meaning,
      width: "minmax(130px, 1.2fr)",
      render: ({ term }) => <Bdi lines={1}>{term.meaning}</Bdi>,
    },
    {
      key: "category",
      title: w.column.category,
      width: "minmax(130px, 0.9fr)",
      render: ({ term }) => <Category code={term.category} category={named.get(term.category)} />,
    },
    {
      key: "weight",
      title: w.column.weight,
      width: "54px",
      align: "end",
      render: ({ term }) => weightOf(term.weight),
    },
    {
      key: "source",
      title: w.column.source,
      width: "minmax(110px, 1fr)",
      render: ({ term }) => <Bdi lines={1}>{sourceWords(term)}</Bdi>,
    },
    {
      key: "reviewer",
      title: w.column.reviewer,
      width: "90px",
      from: 1080,
      render: ({ term }) => <Bdi>{term.reviewer}</Bdi>,
    },
    {
      key: "state",
      title: w.column.state,
      width: "150px",
      render: ({ term, state }) => (
        <>
          {state !== "stands" && <Pill tone="accent">{w.state[state]}</Pill>}{" "}
          {term.needs_linguist && <Pill>{w.uncheckedTerm}</Pill>}
        </>
      ),
    },
  ];
}

/** A category by its letter and its name; one that is not in the catalogue by its code. */
export function Category(props: { code: string; category: CategoryView | undefined }): ReactNode {
  const { code, category } = props;
  if (category === undefined) return <Muted>{code}</Muted>;
  return (
    <span title={category.name}>
      <b className={styles.letter}>{category.letter}</b> {category.name}
    </span>
  );
}

/** A weight with a minus that stands beside figures. */
export function weightOf(weight: number): string {
  return weight < 0 ? `−${-weight}` : String(weight);
}
