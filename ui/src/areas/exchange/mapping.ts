/** What the columns are taken for, and what an officer should be told about it. */
import type { ColumnView, Field } from "../../host";

/** Every field a column can be taken for, in the order they are offered. */
export const FIELDS: readonly Field[] = [
  "extra",
  "platform",
  "handle",
  "url",
  "platform-id",
  "display-name",
  "bio",
  "unit",
  "followers",
  "language",
  "first-seen",
  "reason",
  "source",
  "notes",
  "post-text",
  "post-url",
  "posted-at",
];

const NAMES_AN_ACCOUNT: readonly Field[] = ["handle", "url", "platform-id", "post-url"];

/** True if a row of this file can name an account at all. */
export function namesAnAccount(columns: readonly ColumnView[]): boolean {
  return columns.some((column) => NAMES_AN_ACCOUNT.includes(column.field));
}

/** A column of any kind of file, and what it is taken for. */
export type Taken<F extends string> = Omit<ColumnView, "field"> & { field: F };

/**
 * The fields by column, in the order of the file, with one of them changed. A field stands for one
 * column, but for those that may stand in several: the one that had it before means nothing more, `rest`.
 */
export function withField<F extends string>(
  columns: readonly Taken<F>[],
  index: number,
  field: F,
  rest: F,
  several: readonly F[] = [],
): F[] {
  return [...columns]
    .sort((a, b) => a.index - b.index)
    .map((column) => {
      if (column.index === index) return field;
      return column.field === field && !several.includes(field) ? rest : column.field;
    });
}

/** The columns as the officer said, also while the file is read again: the next correction rests on this one. */
export function corrected<F extends string, C extends Taken<F>>(
  columns: readonly C[],
  fields: readonly F[] | null,
): readonly C[] {
  if (fields === null) return columns;
  return columns.map((column) => ({ ...column, field: fields[column.index] ?? column.field }));
}

/** Columns that mean nothing here and are shown before all are asked for. */
const FEW = 24;

/**
 * The columns on screen: those that are searched for, else all that are recognised and the first of those that are kept as
 * they are. A file may have hundreds.
 */
export function shownColumns<C extends Taken<string>>(
  columns: readonly C[],
  search: string,
  isAll: boolean,
  rest: C["field"],
): readonly C[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted !== "") {
    return columns.filter((column) => column.header.toLocaleLowerCase().includes(wanted));
  }
  if (isAll) return columns;
  let kept = 0;
  return columns.filter((column) => {
    if (column.field !== rest) return true;
    kept += 1;
    return kept <= FEW;
  });
}
