/** The rows of the file by what they would do, with the line and the reason of each. */
import { type ReactNode, useState } from "react";
import type { ImportPreviewView, RowFate, RowPreview } from "../../host";
import { Bdi, Card, Tabs } from "../../kit";
import { assertNever } from "../../lib/assert";
import { count } from "../../lib/numbers";
import { RegisterMark } from "../../record/register/RegisterMark";
import { FATES } from "./counts";
import styles from "./RowTabs.module.css";
import { w } from "./words";

/** Tabs by fate; rejected rows first if there are any, since those need the officer. */
export function RowTabs(props: { preview: ImportPreviewView }): ReactNode {
  const { counts, rows } = props.preview;
  const [chosen, setChosen] = useState<RowFate | null>(null);
  const fate = chosen ?? firstOf(props.preview);
  const shown = rows.filter((row) => row.fate === fate);
  return (
    <Card title={w.preview.rowsTitle}>
      <Tabs
        label={w.preview.rowsLabel}
        items={FATES.map((id) => ({ id, label: w.fates[id], count: counts[id] }))}
        value={fate}
        onChange={setChosen}
      >
        {shown.length === 0 ? (
          <p className={styles.note}>{w.preview.noRows(w.fates[fate])}</p>
        ) : (
          <RowTable rows={shown} fate={fate} />
        )}
        {shown.length > 0 && shown.length < counts[fate] && (
          <p className={styles.note}>
            {fate === "rejected"
              ? w.preview.cutRejected(shown.length, counts[fate])
              : w.preview.cut(shown.length, counts[fate])}
          </p>
        )}
      </Tabs>
    </Card>
  );
}

function RowTable(props: { rows: readonly RowPreview[]; fate: RowFate }): ReactNode {
  return (
    <section
      className={styles.scroll}
      aria-label={w.preview.rowsTitle}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls takes the focus, so that the keyboard can scroll it.
      tabIndex={0}
    >
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.line}>
              {w.preview.line}
            </th>
            <th scope="col">{w.preview.account}</th>
            <th scope="col">{whyHeading(props.fate)}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((row) => (
            <tr key={row.line}>
              <td className={styles.line}>{count(row.line)}</td>
              <td>
                <Bdi lines={2}>{row.label}</Bdi> <RegisterMark list={row.register} />
              </td>
              <td>
                <Bdi>{row.why}</Bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whyHeading(fate: RowFate): string {
  switch (fate) {
    case "rejected":
      return w.preview.why.reason;
    case "updated":
      return w.preview.why.changes;
    case "merged":
      return w.preview.why.merges;
    case "created":
    case "unchanged":
      return w.preview.why.note;
    default:
      return assertNever(fate);
  }
}

function firstOf(preview: ImportPreviewView): RowFate {
  if (preview.counts.rejected > 0) return "rejected";
  return FATES.find((fate) => preview.counts[fate] > 0) ?? "created";
}
