/** What an officer fills in before a file leaves the case, and what still keeps it shut. */
import type { AccountStatus, ExportColumnView, ListRequest } from "../../host";
import type { GradingForFile } from "../../record/grading/GradingChoice";
import { gradingText, isBegun, NO_GRADING } from "../../record/grading/grading";
import { w as graded } from "../../record/grading/words";
import { w } from "./words";

/** The form, as it is kept as screen state. */
export type ExportForm = {
  readonly scope: "all" | "some";
  readonly search: string;
  readonly statuses: readonly AccountStatus[];
  readonly platforms: readonly string[];
  /** Columns in order; `null` for the colleague's profile. */
  readonly columns: readonly string[] | null;
  readonly recipient: string;
  readonly purpose: string;
  /** Victims, children and third parties too: chosen anew for every file. */
  readonly withKeptApart: boolean;
  /** For the accounts that have no grading: given anew for every file. */
  readonly graded: GradingForFile;
};

/** Nothing filled in. */
export const EMPTY_FORM: ExportForm = {
  scope: "all",
  search: "",
  statuses: [],
  platforms: [],
  columns: null,
  recipient: "",
  purpose: "",
  withKeptApart: false,
  graded: { grading: NO_GRADING, isKept: false },
};

/** Reads what was kept; what cannot be read is an empty form. */
export function readForm(kept: string | null): ExportForm {
  if (kept === null) return EMPTY_FORM;
  try {
    const read: unknown = JSON.parse(kept);
    return typeof read === "object" && read !== null ? { ...EMPTY_FORM, ...read } : EMPTY_FORM;
  } catch {
    return EMPTY_FORM;
  }
}

/**
 * What stays of the form once a file has left: which accounts and which columns. Who receives the
 * next one and what for is never preset, also where the officer went elsewhere in the meantime.
 */
export function afterExport(form: ExportForm): ExportForm {
  return { ...form, recipient: "", purpose: "", withKeptApart: false, graded: EMPTY_FORM.graded };
}

/** The list that the form asks for, from `offset`, `limit` rows of it. */
export function listOf(form: ExportForm, offset: number, limit: number): ListRequest {
  const isSome = form.scope === "some";
  return {
    scope: "all",
    search: isSome ? form.search.trim() : "",
    statuses: isSome ? [...form.statuses] : [],
    platforms: isSome ? [...form.platforms] : [],
    only_readable: false,
    assigned: null,
    tags: [],
    order: "imported",
    is_descending: false,
    offset,
    limit,
  };
}

/** The columns that will stand in the file, in order; those the case no longer has are left out. */
export function columnsOf(
  form: ExportForm,
  offered: readonly ExportColumnView[],
): ExportColumnView[] {
  if (form.columns === null) return offered.filter((column) => column.is_default);
  return form.columns
    .map((name) => offered.find((column) => column.name === name))
    .filter((column) => column !== undefined);
}

/** The names with one of them moved by `step` places; unchanged at either end. */
export function moved(names: readonly string[], name: string, step: 1 | -1): string[] {
  const from = names.indexOf(name);
  const to = from + step;
  if (from < 0 || to < 0 || to >= names.length) return [...names];
  const rest = names.filter((one) => one !== name);
  return [...rest.slice(0, to), name, ...rest.slice(to)];
}

/** Why nothing can be exported yet; `null` when it can. */
export function whyShut(form: ExportForm, columns: number, accounts: number | null): string | null {
  if (columns === 0) return w.export.needColumns;
  if (accounts === 0) return w.export.needAccounts;
  const hasRecipient = form.recipient.trim() !== "";
  const hasPurpose = form.purpose.trim() !== "";
  if (!hasRecipient && !hasPurpose) return w.export.needBoth;
  if (!hasRecipient) return w.export.needRecipient;
  if (!hasPurpose) return w.export.needPurpose;
  if (isBegun(form.graded.grading)) return graded.incomplete;
  return accounts === null ? w.export.counting : null;
}

/** The header as it will stand in the file: cells with a comma, a quote or a break are quoted. */
export function headerLine(columns: readonly ExportColumnView[]): string {
  return columns.map((column) => quoted(column.name)).join(",");
}

function quoted(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The column that holds gradings. */
const GRADING = "breakwater_grading";

/** What the file says of gradings: the one that is given, whether it is kept, and the columns it needs. */
export function gradedOf(
  form: ExportForm,
  columns: readonly string[],
): { grading: string | null; keeps_grading: boolean; columns: string[] } {
  const grading = gradingText(form.graded.grading);
  const needs = grading !== null && !columns.includes(GRADING);
  return {
    grading,
    keeps_grading: grading !== null && form.graded.isKept,
    columns: needs ? [...columns, GRADING] : [...columns],
  };
}
