/** The columns as recognised, each with its first cells; each can be corrected. */
import { type ReactNode, useState } from "react";
import type { ColumnView, Field } from "../../host";
import { Bdi, Button, Card, SearchField, Select } from "../../kit";
import styles from "./ColumnTable.module.css";
import { FIELDS, namesAnAccount, shownColumns, withField } from "./mapping";
import { w } from "./words";

/** More columns than this are searched rather than read through. */
const MANY = 30;

/** The table of columns. */
export function ColumnTable(props: {
  columns: readonly ColumnView[];
  isCorrected: boolean;
  isBusy: boolean;
  /** `null` gives the recognition back to the core. */
  onFields: (fields: Field[] | null) => void;
}): ReactNode {
  const { columns, isCorrected, isBusy, onFields } = props;
  const [search, setSearch] = useState("");
  const [isAll, setAll] = useState(false);
  const kept = columns.filter((column) => column.field === "extra").length;
  const shown = shownColumns(columns, search, isAll);
  return (
    <Card
      title={w.preview.columnsTitle}
      aside={w.preview.columnsAside(columns.length - kept, kept)}
    >
      {!namesAnAccount(columns) && <p className={styles.warning}>{w.preview.noIdentity}</p>}
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
            <tr key={column.index} data-kept={column.field === "extra" || undefined}>
              <th scope="row">
                <Bdi>{nameOf(column)}</Bdi>
              </th>
              <td className={styles.field}>
                <Select<Field>
                  label={w.preview.columnLabel(nameOf(column))}
                  hideLabel
                  value={column.field}
                  options={FIELDS.map((value) => ({ value, label: w.fields[value] }))}
                  onChange={(field) => onFields(withField(columns, column.index, field))}
                />
              </td>
              <td>
                <Samples samples={column.samples} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {isCorrected && (
        <Button variant="quiet" icon="undo" isDisabled={isBusy} onPress={() => onFields(null)}>
          {w.preview.reset}
        </Button>
      )}
    </Card>
  );
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

function nameOf(column: ColumnView): string {
  return column.header === "" ? w.preview.noHeader(column.index) : column.header;
}
