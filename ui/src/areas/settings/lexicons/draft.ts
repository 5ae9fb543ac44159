/** Changes of a lexicon before they are saved: how they lie over its terms, and how they are sent. */
import type { LexiconChangeRequest, TermChange, TermView } from "../../../host";

/** How a term stands beside what is saved. */
export type TermState = "stands" | "added" | "changed" | "out";

/** A term of the table, with what is pending for it laid over. */
export type TermRow = {
  readonly key: string;
  readonly term: TermView;
  readonly state: TermState;
  /** Which of the pending changes it is. */
  readonly at: number | null;
  /** The term as it is saved; null for a new one. */
  readonly before: string | null;
};

/** The terms as they would stand: new ones first, the others in the lexicon's order. */
export function rowsOf(
  terms: readonly TermView[],
  changes: readonly TermChange[],
): readonly TermRow[] {
  const met = new Map<string, number>();
  const added: TermRow[] = [];
  changes.forEach(({ before, after }, at) => {
    if (before !== null) met.set(before, at);
    else if (after !== null) {
      added.push({ key: `added ${at}`, term: after, state: "added", at, before });
    }
  });
  const standing = terms.map((term): TermRow => {
    const at = met.get(term.term) ?? null;
    const after = at === null ? null : (changes[at]?.after ?? null);
    const state: TermState = at === null ? "stands" : after === null ? "out" : "changed";
    return { key: `term ${term.term}`, term: after ?? term, state, at, before: term.term };
  });
  return [...added, ...standing];
}

/** How a pending change stands beside what is saved. */
export function stateOf(change: TermChange): Exclude<TermState, "stands"> {
  if (change.after === null) return "out";
  return change.before === null ? "added" : "changed";
}

/** Puts a change in the place of another, or after all; one that says nothing new is left out. */
export function withChange(
  changes: readonly TermChange[],
  at: number | null,
  change: TermChange,
  stands: TermView | undefined,
): readonly TermChange[] {
  const saysNothing =
    change.after === null
      ? change.before === null
      : stands !== undefined && isSame(change.after, stands);
  const put = saysNothing ? [] : [change];
  if (at === null) return [...changes, ...put];
  return [...changes.slice(0, at), ...put, ...changes.slice(at + 1)];
}

/** True if two terms say the same; the day is the core's to set. */
function isSame(a: TermView, b: TermView): boolean {
  const said = ({ date: _, ...rest }: TermView) => JSON.stringify(Object.entries(rest).sort());
  return said(a) === said(b);
}

/**
 * All pending changes as one request. The core takes them one after another and finds each term by its
 * name, so what goes out is sent first and what is new last; a term that takes another's old name goes out and
 * comes in again, or the wrong one of two namesakes would be met.
 */
export function requestOf(
  language: string,
  version: string,
  changes: readonly TermChange[],
): LexiconChangeRequest {
  const names = new Set(changes.map(({ before }) => before));
  const out: TermChange[] = [];
  const changed: TermChange[] = [];
  const added: TermChange[] = [];
  for (const change of changes) {
    const { before, after } = change;
    if (after === null) out.push(change);
    else if (before === null) added.push(change);
    else if (after.term !== before && names.has(after.term)) {
      out.push({ before, after: null });
      added.push({ before: null, after });
    } else changed.push(change);
  }
  return { language, version, changes: [...out, ...changed, ...added] };
}

/** The same changes for another version: what is gone there need not go out, and is new where it was changed. */
export function rebased(
  changes: readonly TermChange[],
  terms: readonly TermView[],
): readonly TermChange[] {
  const standing = new Set(terms.map(({ term }) => term));
  return changes
    .map((change) =>
      change.before === null || standing.has(change.before) ? change : { ...change, before: null },
    )
    .map((change) =>
      change.before === null && change.after !== null && standing.has(change.after.term)
        ? { ...change, before: change.after.term }
        : change,
    )
    .filter(({ before, after }) => before !== null || after !== null);
}

/** Words without case and marks, as they are looked for. */
export function folded(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** What the table is narrowed to. */
export type TermFilter = {
  readonly search: string;
  readonly categories: ReadonlySet<string>;
  readonly isUnchecked: boolean;
};

/** The rows a filter leaves, in their order. */
export function filtered(rows: readonly TermRow[], filter: TermFilter): readonly TermRow[] {
  const search = folded(filter.search.trim());
  return rows.filter(({ term }) => {
    if (filter.isUnchecked && !term.needs_linguist) return false;
    if (filter.categories.size > 0 && !filter.categories.has(term.category)) return false;
    return search === "" || folded(`${term.term}\n${term.meaning}`).includes(search);
  });
}
