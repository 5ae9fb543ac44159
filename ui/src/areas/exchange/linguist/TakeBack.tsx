/** What a returned file would do, before anything of it is written. */
import type { ReactNode } from "react";
import type { LinguistCounts, LinguistPreviewView } from "../../../host";
import { Bdi, Button, Dialog, Progress } from "../../../kit";
import { count } from "../../../lib/numbers";
import { delimiterName } from "../FileFacts";
import table from "../registers/RegistersPanel.module.css";
import styles from "./linguist.module.css";
import type { useTakeBack } from "./useTakeBack";
import { w } from "./words";

function addsUp(c: LinguistCounts): boolean {
  return c.read === c.translated + c.cannot_read + c.unchanged + c.empty + c.rejected;
}

/** The preview over the tab. */
export function TakeBack(props: { taking: ReturnType<typeof useTakeBack> }): ReactNode {
  const { previewed, job, take, saveRejected, leave } = props.taking;
  if (previewed === null) return null;
  const { preview } = previewed;
  const { counts } = preview;
  const taken = counts.translated + counts.cannot_read;
  const isShut = taken === 0 || !addsUp(counts);
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
          {counts.rejected > 0 && (
            <Button icon="save" onPress={() => void saveRejected()}>
              {w.saveRejected}
            </Button>
          )}
          <Button
            variant="primary"
            autoFocus
            isDisabled={isShut}
            isPending={job !== null}
            why={isShut ? w.takeNone : undefined}
            onPress={() => void take()}
          >
            {w.takeAction(taken)}
          </Button>
        </>
      }
    >
      <p className={styles.sum}>{w.sum(counts)}</p>
      {!addsUp(counts) && <p role="alert">{w.doesNotAddUp}</p>}
      <p className={styles.note}>
        {w.previewNote} {w.readAs(preview.encoding, delimiterName(preview.delimiter))}
      </p>
      {job !== null && <Progress job={job} what={w.busy} />}
      <Rows preview={preview} />
    </Dialog>
  );
}

function Rows(props: { preview: LinguistPreviewView }): ReactNode {
  return (
    <table className={table.table} aria-label={w.rows}>
      <thead>
        <tr>
          <th scope="col">{w.line}</th>
          <th scope="col">{w.account}</th>
          <th scope="col">{w.does}</th>
          <th scope="col">{w.words}</th>
        </tr>
      </thead>
      <tbody>
        {props.preview.rows.map((row) => (
          <tr key={`${row.line} ${row.label}`}>
            <td>{count(row.line)}</td>
            <td>
              <Bdi>{row.label}</Bdi>
            </td>
            <td>
              {w.fates[row.fate]}
              {row.why !== "" && (
                <>
                  : <Bdi>{row.why}</Bdi>
                </>
              )}
            </td>
            <td>
              <Bdi>{row.words}</Bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
