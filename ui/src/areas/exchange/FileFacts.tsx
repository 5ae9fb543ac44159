/** How the file was read. Both facts can be corrected; the file is then read again. */
import type { ReactNode } from "react";
import type { ImportPreviewView } from "../../host";
import { Select } from "../../kit";
import styles from "./FileFacts.module.css";
import { w } from "./words";

/** Encodings that lists of accounts come in, by the labels of the WHATWG Encoding Standard. */
const ENCODINGS = [
  "UTF-8",
  "UTF-16LE",
  "UTF-16BE",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1253",
  "windows-1254",
  "windows-1256",
  "windows-1258",
  "ISO-8859-2",
  "ISO-8859-5",
  "ISO-8859-6",
  "ISO-8859-7",
  "ISO-8859-15",
  "macintosh",
] as const;

const DELIMITERS = [",", ";", "tab", "|"] as const;

/** The options with the found one among them, whatever it is. */
export function optionsWith(found: string, known: readonly string[]): string[] {
  const same = known.some((one) => one.toLowerCase() === found.toLowerCase());
  return same ? [...known] : [found, ...known];
}

/** What an officer says of a file. */
export type Dialect = {
  sheet?: string;
  encoding?: string;
  delimiter?: string;
  headerLine?: number;
};

/** Lines offered for the header. */
const HEADER_LINES = 30;

/** Encoding and delimiter, or the sheet of a workbook. */
export function FileFacts(props: {
  preview: Pick<ImportPreviewView, "sheet" | "sheets" | "encoding" | "delimiter"> & {
    readonly header_line: number;
  };
  /** True where the line of the header can be corrected. */
  movesHeader?: boolean;
  corrections: { readonly encoding: string | null; readonly delimiter: string | null };
  onCorrect: (next: Dialect) => void;
}): ReactNode {
  const { preview, corrections, onCorrect } = props;
  const header = (
    <HeaderLine
      found={preview.header_line}
      isMoved={props.movesHeader === true}
      onCorrect={onCorrect}
    />
  );
  if (preview.sheet !== null) {
    const sheets = preview.sheets.map(({ name, is_hidden }) => ({
      value: name,
      label: is_hidden ? w.preview.sheetHidden(name) : name,
    }));
    return (
      <div className={styles.facts}>
        <Select
          label={w.preview.sheet}
          value={preview.sheet}
          options={sheets}
          description={w.preview.sheetNote(sheets.length)}
          onChange={(sheet) => onCorrect({ sheet })}
        />
        {header}
      </div>
    );
  }
  const encodings = optionsWith(preview.encoding, ENCODINGS);
  const delimiters = optionsWith(preview.delimiter, DELIMITERS);
  const note = (given: string | null) => (given === null ? w.preview.found : w.preview.given);
  return (
    <div className={styles.facts}>
      <Select
        label={w.preview.encoding}
        value={sameAs(preview.encoding, encodings)}
        options={encodings.map((value) => ({ value, label: value }))}
        description={note(corrections.encoding)}
        onChange={(encoding) => onCorrect({ encoding })}
      />
      <Select
        label={w.preview.delimiter}
        value={preview.delimiter}
        options={delimiters.map((value) => ({ value, label: delimiterName(value) }))}
        description={note(corrections.delimiter)}
        onChange={(delimiter) => onCorrect({ delimiter })}
      />
      {header}
    </div>
  );
}

/** The line the columns are named on. */
function HeaderLine(props: {
  found: number;
  isMoved: boolean;
  onCorrect: (next: Dialect) => void;
}): ReactNode {
  const { found } = props;
  if (!props.isMoved) {
    return found > 1 ? <p role="status">{w.preview.headerTold(found)}</p> : null;
  }
  const lines = Array.from({ length: HEADER_LINES + 1 }, (_, line) => line);
  const offered = lines.includes(found) ? lines : [...lines, found];
  return (
    <Select
      label={w.preview.headerLine}
      value={String(found)}
      options={offered.map((line) => ({
        value: String(line),
        label: line === 0 ? w.preview.headerNone : w.preview.headerOn(line),
      }))}
      description={w.preview.headerNote}
      onChange={(line) => props.onCorrect({ headerLine: Number(line) })}
    />
  );
}

/** A delimiter in words. */
export function delimiterName(delimiter: string): string {
  return w.preview.delimiters[delimiter] ?? delimiter;
}

function sameAs(found: string, options: readonly string[]): string {
  return options.find((one) => one.toLowerCase() === found.toLowerCase()) ?? found;
}
