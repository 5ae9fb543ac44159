/** The fields of a term while it is typed, and what is wanted before it can be kept. */
import type { TermView } from "../../../host";
import { w } from "./words";

/** A term as it is typed. */
export type TermFields = {
  readonly term: string;
  readonly category: string | null;
  readonly meaning: string;
  readonly weight: string;
  readonly source: string;
  readonly reviewer: string;
  readonly needs_linguist: boolean;
};

/** The form that is open: which term, and what is typed. */
export type OpenTerm = {
  /** Which of the pending changes it goes on with. */
  readonly at: number | null;
  /** The term as it is saved; null for a new one. */
  readonly before: string | null;
  readonly fields: TermFields;
};

/** What the core writes where there is no published source. */
export const TO_VALIDATE = "to validate";

/** The category whose terms lower the sum. */
const AGAINST = "against";

/** A new term: nothing is chosen, and nobody has checked it yet. */
export const EMPTY: TermFields = {
  term: "",
  category: null,
  meaning: "",
  weight: "",
  source: "",
  reviewer: "",
  needs_linguist: true,
};

/** The fields of a term. */
export function fieldsOf(term: TermView): TermFields {
  const { date: _, ...rest } = term;
  return {
    ...rest,
    weight: String(term.weight),
    source: term.source === TO_VALIDATE ? "" : term.source,
  };
}

/** The term that was typed; `date` is as it was, the core sets it. */
export function termOf(fields: TermFields, date: string): TermView {
  return {
    term: fields.term.trim(),
    category: fields.category ?? "",
    meaning: fields.meaning.trim(),
    weight: Number(fields.weight),
    source: fields.source.trim() === "" ? TO_VALIDATE : fields.source.trim(),
    date,
    reviewer: fields.reviewer.trim(),
    needs_linguist: fields.needs_linguist,
  };
}

/** What keeps a field from being taken, in words, by its name. */
export type TermFaults = { readonly [name in "term" | "category" | "meaning" | "weight"]?: string };

/** What is plainly missing or twice; every other rule is the core's. `others` are the terms beside it. */
export function faultsOf(fields: TermFields, others: ReadonlySet<string>): TermFaults {
  const term = fields.term.trim();
  return {
    ...(term === "" && { term: w.form.termMissing }),
    ...(others.has(term) && { term: w.form.termTwice }),
    ...(fields.category === null && { category: w.form.categoryMissing }),
    ...(fields.meaning.trim() === "" && { meaning: w.form.meaningMissing }),
    ...(!isWeight(fields) && {
      weight: fields.category === AGAINST ? w.form.weightWrongAgainst : w.form.weightWrong,
    }),
  };
}

/** What a weight of this category may be, in words. */
export function weightWords(category: string | null): string {
  return category === AGAINST ? w.form.weightAgainst : w.form.weightText;
}

function isWeight({ weight, category }: TermFields): boolean {
  if (!/^-?\d+$/u.test(weight.trim())) return false;
  const size = category === AGAINST ? -Number(weight) : Number(weight);
  return size >= 1 && size <= 10;
}
