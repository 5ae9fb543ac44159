/** The form of one term. What is typed is kept; what is kept from it is among the changes, not saved. */
import { type ReactNode, useState } from "react";
import type { CategoryView, TermView } from "../../../host";
import { Checkbox, Dialog, FormButtons, Select, TextField } from "../../../kit";
import { type TermRow, withChange } from "./draft";
import styles from "./lexicons.module.css";
import {
  faultsOf,
  type OpenTerm,
  type TermFaults,
  type TermFields,
  termOf,
  weightWords,
} from "./termForm";
import type { LexiconDraft } from "./useLexiconDraft";
import { w } from "./words";

/** Asks for a term; Esc and Cancel forget what was typed. */
export function TermDialog(props: {
  open: OpenTerm;
  language: string;
  rows: readonly TermRow[];
  terms: readonly TermView[];
  categories: readonly CategoryView[];
  draft: LexiconDraft;
}): ReactNode {
  const { open, rows, terms, draft } = props;
  const { at, before, fields } = open;
  const [isAsked, setAsked] = useState(false);
  const isOwn = (row: TermRow) =>
    at === null ? row.before !== null && row.before === before : row.at === at;
  const others = rows.filter((row) => row.state !== "out" && !isOwn(row));
  const faults = faultsOf(fields, new Set(others.map(({ term }) => term.term)));
  const isWhole = Object.keys(faults).length === 0;
  const stands = terms.find(({ term }) => term === before);
  const close = () => draft.show(null);
  const keep = () => {
    setAsked(true);
    if (!isWhole) return;
    const after = termOf(fields, stands?.date ?? "");
    draft.put(withChange(draft.changes, at, { before, after }, stands));
  };
  return (
    <Dialog
      title={before === null ? w.form.addTitle : w.form.changeTitle}
      isOpen
      onClose={close}
      footer={
        <FormButtons
          onCancel={close}
          cancel={w.cancel}
          action={before === null ? w.form.keepNew : w.form.keep}
          onAct={keep}
        />
      }
    >
      <p className={styles.quiet}>{w.form.text}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Fields
          fields={fields}
          faults={isAsked ? faults : {}}
          language={props.language}
          categories={props.categories}
          onChange={(patch) => draft.show({ ...open, fields: { ...fields, ...patch } })}
        />
        {/* So that Enter in a field keeps the term; the button for it stands in the foot. */}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
}

function Fields(props: {
  fields: TermFields;
  faults: TermFaults;
  language: string;
  categories: readonly CategoryView[];
  onChange: (patch: Partial<TermFields>) => void;
}): ReactNode {
  const { fields, faults, onChange } = props;
  return (
    <div className={styles.fields}>
      <TextField
        label={w.form.term}
        description={w.form.termText}
        value={fields.term}
        onChange={(term) => onChange({ term })}
        error={faults.term}
        lang={props.language}
        isRequired
        autoFocus
      />
      <Select
        label={w.form.category}
        value={fields.category}
        onChange={(category) => onChange({ category })}
        options={props.categories.map(({ code, letter, name }) => ({
          value: code,
          label: `${letter} ${name}`,
        }))}
        isRequired
      />
      {faults.category !== undefined && (
        <p role="alert" className={styles.fault}>
          {faults.category}
        </p>
      )}
      <TextField
        label={w.form.meaning}
        value={fields.meaning}
        onChange={(meaning) => onChange({ meaning })}
        error={faults.meaning}
        isRequired
      />
      <TextField
        label={w.form.weight}
        description={weightWords(fields.category)}
        type="number"
        value={fields.weight}
        onChange={(weight) => onChange({ weight })}
        error={faults.weight}
        isRequired
      />
      <TextField
        label={w.form.source}
        description={w.form.sourceText}
        value={fields.source}
        onChange={(source) => onChange({ source })}
        dir="ltr"
      />
      <TextField
        label={w.form.reviewer}
        value={fields.reviewer}
        onChange={(reviewer) => onChange({ reviewer })}
      />
      <Checkbox
        isSelected={fields.needs_linguist}
        onChange={(needs_linguist) => onChange({ needs_linguist })}
      >
        {w.form.needsLinguist}
      </Checkbox>
    </div>
  );
}
