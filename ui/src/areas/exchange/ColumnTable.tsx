/** The columns as recognised, each with its first cells; each can be corrected. */
import { type ReactNode, useState } from "react";
import { Bdi, Button, Card, type Option, SearchField, Select } from "../../kit";
import styles from "./ColumnTable.module.css";
import { shownColumns, type Taken, withField } from "./mapping";
import { w } from "./words";

/** More columns than this are searched rather than read through. */
const MANY = 30;

/** The table of columns. */
export function ColumnTable<F extends string, C extends Taken<F>>(props: {
  columns: readonly C[];
  /** What a column can be taken for. */
  options: readonly Option<F>[];
  /** What a column is taken for that means nothing here. */
  rest: F;
  /** What may stand in several columns. */
  several?: readonly F[];
  /** How many columns mean something, and how many nothing. */
  aside: (known: number, rest: number) => string;
  /** What has to be put right before any row can be taken. */
  warning: string | null;
  /** What is said of a column under its cells. */
  note?: (column: C) => string | null;
  isCorrected: boolean;
  isBusy: boolean;
  /** `null` gives the recognition back to the core. */
  onFields: (fields: F[] | null) => void;
  children?: ReactNode;
}): ReactNode {
  const { columns, rest, isCorrected, isBusy, onFields } = props;
  const [search, setSearch] = useState("");
  const [isAll, setAll] = useState(false);
  const kept = columns.filter((column) => column.field === rest).length;
  const shown = shownColumns(columns, search, isAll, rest);
  return (
    <Card title={w.preview.columnsTitle} aside={props.aside(columns.length - kept, kept)}>
      {props.warning !== null && <p className={styles.warning}>{props.warning}</p>}
      {columns.length > MANY && (
        <div className={styles.find}>
          <SearchField label={w.preview.findColumn} value={search} onChange={setSearch} />
          <span role="status">{w.preview.columnsShown(shown.length, columns.length)}</span>
          {!isAll && shown.length < columns.length && search === "" && (
            <Button size="small" onPress={() => setAll(true)}>
              {w.preview.allColumns}
            </Button>
          )}
        </div>
      )}
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{w.preview.columnHeader}</th>
            <th scope="col">{w.preview.columnField}</th>
            <th scope="col">{w.preview.columnSamples}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((column) => (
            <tr key={column.index} data-kept={column.field === rest || undefined}>
              <th scope="row">
                <Bdi>{nameOf(column)}</Bdi>
              </th>
              <td className={styles.field}>
                <Select<F>
                  label={w.preview.columnLabel(nameOf(column))}
                  hideLabel
                  value={column.field}
                  options={props.options}
                  onChange={(field) =>
                    onFields(withField<F>(columns, column.index, field, rest, props.several))
                  }
                />
              </td>
              <td>
                <Samples samples={column.samples} />
                <Note text={props.note?.(column) ?? null} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {props.children}
      {isCorrected && (
        <Button variant="quiet" icon="undo" isDisabled={isBusy} onPress={() => onFields(null)}>
          {w.preview.reset}
        </Button>
      )}
    </Card>
  );
}

function Note(props: { text: string | null }): ReactNode {
  return props.text === null ? null : <p className={styles.note}>{props.text}</p>;
}

function Samples(props: { samples: readonly string[] }): ReactNode {
  const filled = props.samples.filter((sample) => sample !== "");
  if (filled.length === 0) return <span className={styles.none}>{w.preview.noSamples}</span>;
  return (
    <ul className={styles.samples}>
      {filled.map((sample, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: cells of a file have no name of their own.
        <li key={index}>
          <Bdi lines={1}>{sample}</Bdi>
        </li>
      ))}
    </ul>
  );
}

function nameOf(column: Taken<string>): string {
  return column.header === "" ? w.preview.noHeader(column.index) : column.header;
}
