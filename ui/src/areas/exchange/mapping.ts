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

/**
 * The fields by column, in the order of the file, with one of them changed. A field stands for one
 * column: the one that had it before is kept as it is.
 */
export function withField(columns: readonly ColumnView[], index: number, field: Field): Field[] {
  return [...columns]
    .sort((a, b) => a.index - b.index)
    .map((column) => {
      if (column.index === index) return field;
      return column.field === field ? "extra" : column.field;
    });
}

/** The columns as the officer said, also while the file is read again: the next correction rests on this one. */
export function corrected(
  columns: readonly ColumnView[],
  fields: readonly Field[] | null,
): readonly ColumnView[] {
  if (fields === null) return columns;
  return columns.map((column) => ({ ...column, field: fields[column.index] ?? column.field }));
}

/** Columns kept as they are that are shown before all are asked for. */
const FEW = 24;

/**
 * The columns on screen: those that are searched for, else all that are recognised and the first of those that are kept as
 * they are. A file may have hundreds.
 */
export function shownColumns(
  columns: readonly ColumnView[],
  search: string,
  isAll: boolean,
): readonly ColumnView[] {
  const wanted = search.trim().toLocaleLowerCase();
  if (wanted !== "") {
    return columns.filter((column) => column.header.toLocaleLowerCase().includes(wanted));
  }
  if (isAll) return columns;
  let kept = 0;
  return columns.filter((column) => {
    if (column.field !== "extra") return true;
    kept += 1;
    return kept <= FEW;
  });
}
