/** What a register file would do, before anything of it is written. */
import type { ReactNode } from "react";
import type { RegisterPreviewView } from "../../../host";
import { Bdi, Button, Dialog, Progress } from "../../../kit";
import { count } from "../../../lib/numbers";
import { CountsSum } from "../CountsSum";
import { rowsTaken } from "../counts";
import { w as exchange } from "../words";
import styles from "./RegistersPanel.module.css";
import type { useRegisterImport } from "./useRegisterImport";
import { w } from "./words";

/** The preview over the tab. */
export function RegisterImport(props: { taking: ReturnType<typeof useRegisterImport> }): ReactNode {
  const { previewed, job, take, leave } = props.taking;
  if (previewed === null) return null;
  const { preview } = previewed;
  const taken = rowsTaken(preview.counts);
  return (
    <Dialog
      title={w.previewTitle(preview.file_name)}
      isOpen
      onClose={leave}
      size="wide"
      footer={
        <>
          <Button variant="quiet" onPress={leave}>
            {w.leave}
          </Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={taken === 0}
            isPending={job !== null}
            why={taken === 0 ? w.takeNone : undefined}
            onPress={() => void take()}
          >
            {w.take(taken)}
          </Button>
        </>
      }
    >
      <p>{w.previewNote}</p>
      <CountsSum counts={preview.counts} />
      {preview.header_line > 1 && <p>{exchange.preview.headerTold(preview.header_line)}</p>}
      <ul className={styles.columns} aria-label={w.columns}>
        {preview.columns.map((column) => (
          <li key={column.header}>
            <Bdi>{column.header}</Bdi>: {w.fields[column.field]}
          </li>
        ))}
      </ul>
      {job !== null && <Progress job={job} what={w.busy} />}
      <Rows preview={preview} />
    </Dialog>
  );
}

function Rows(props: { preview: RegisterPreviewView }): ReactNode {
  return (
    <table className={styles.table} aria-label={w.rows}>
      <thead>
        <tr>
          <th scope="col">{w.line}</th>
          <th scope="col">{w.column.entry}</th>
          <th scope="col">{w.why}</th>
        </tr>
      </thead>
      <tbody>
        {props.preview.rows.map((row) => (
          <tr key={row.line}>
            <td>{count(row.line)}</td>
            <td>
              <Bdi>{row.label}</Bdi>
            </td>
            <td>
              {exchange.fates[row.fate]} <Bdi>{row.why}</Bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
