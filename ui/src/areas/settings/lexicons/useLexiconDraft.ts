import { useMemo } from "react";
import type { LexiconView, TermChange } from "../../../host";
import { useKeptForm } from "../../../record/useKeptForm";
import type { OpenTerm } from "./termForm";

/** Screen state is no longer than 64 KB in the core: before that, changes have to be saved. */
const MOST_BYTES = 48_000;

/** Where the changes of a lexicon are kept. */
export function draftPlace(language: string): string {
  return `lexicon/${language}`;
}

/** The changes of a lexicon that are not saved yet, and the term that is being typed. */
export type LexiconDraft = {
  readonly isReady: boolean;
  /** No more changes fit in before these are saved. */
  readonly isFull: boolean;
  /** The version they were made on; of the first of them. */
  readonly version: string;
  readonly changes: readonly TermChange[];
  readonly open: OpenTerm | null;
  /** Opens the form, takes what is typed into it, or closes it. */
  readonly show: (open: OpenTerm | null) => void;
  /** Takes the changes and closes the form. */
  readonly put: (changes: readonly TermChange[], version?: string) => void;
  /** They were saved, or given up: nothing is kept. */
  readonly empty: () => Promise<void>;
};

type Kept = { version: string; changes: readonly string[]; open: string | null };

const NOTHING: Kept = { version: "", changes: [], open: null };

/** The changes of this lexicon: kept while the officer is elsewhere and through a lock, until `empty`. */
export function useLexiconDraft(lexicon: LexiconView): LexiconDraft {
  const { form, change, clear, isReady } = useKeptForm<Kept>(draftPlace(lexicon.language), NOTHING);
  const written = JSON.stringify(form.changes);
  const changes = useMemo(() => readChanges(written), [written]);
  const open = useMemo(() => readOpen(form.open), [form.open]);
  const size = useMemo(() => new TextEncoder().encode(JSON.stringify(written)).length, [written]);
  const made = changes.length === 0 ? lexicon.version : form.version;
  return {
    isReady,
    isFull: size > MOST_BYTES,
    version: made,
    changes,
    open,
    show: (next) => change({ open: next === null ? null : JSON.stringify(next) }),
    put: (next, version = made) =>
      change({
        changes: next.map((one) => JSON.stringify(one)),
        version: next.length === 0 ? "" : version,
        open: null,
      }),
    empty: async () => {
      change(NOTHING);
      await clear();
    },
  };
}

function readChanges(written: string): readonly TermChange[] {
  const all = JSON.parse(written) as string[];
  return all.flatMap((text) => {
    const one = readJson(text);
    return typeof one === "object" && one !== null && "before" in one && "after" in one
      ? [one as TermChange]
      : [];
  });
}

function readOpen(text: string | null): OpenTerm | null {
  const open = text === null ? null : readJson(text);
  const isOne = typeof open === "object" && open !== null && "fields" in open && "before" in open;
  return isOne ? (open as OpenTerm) : null;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
