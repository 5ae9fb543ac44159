/** History kept in spreadsheets and platforms' replies: what such a file would do, and taking it in. */
import type { ReactNode } from "react";
import type { OutcomesPreviewView } from "../../../host";
import { Bdi, Button, Card, Dialog, Progress } from "../../../kit";
import { count } from "../../../lib/numbers";
import { rowsTaken } from "../counts";
import { w as exchange } from "../words";
import styles from "./outcomes.module.css";
import { useOutcomesImport } from "./useOutcomesImport";
import { w } from "./words";

/** The way in, and the preview over it. */
export function OutcomesImport(): ReactNode {
  const taking = useOutcomesImport();
  return (
    <Card title={w.title}>
      <p>{w.lead}</p>
      <p>
        <Button
          icon="import"
          isPending={taking.job !== null && taking.previewed === null}
          onPress={() => void taking.choose()}
        >
          {w.choose}
        </Button>
      </p>
      <Preview taking={taking} />
    </Card>
  );
}

function Preview(props: { taking: ReturnType<typeof useOutcomesImport> }): ReactNode {
  const { previewed, job, take, saveRejected, leave } = props.taking;
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
          {preview.counts.rejected > 0 && (
            <Button icon="save" onPress={() => void saveRejected()}>
              {w.saveRejected}
            </Button>
          )}
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
      <p>{w.note}</p>
      <p className={styles.sum}>{w.sum(preview.counts)}</p>
      <p>{w.lands(preview)}</p>
      {preview.unused.length > 0 && (
        <p>
          <Bdi>{w.unused(preview.unused.join(", "))}</Bdi>
        </p>
      )}
      {job !== null && <Progress job={job} what={w.busy} />}
      <Rows preview={preview} />
    </Dialog>
  );
}

function Rows(props: { preview: OutcomesPreviewView }): ReactNode {
  return (
    <table className={styles.table} aria-label={w.rows}>
      <thead>
        <tr>
          <th scope="col">{w.line}</th>
          <th scope="col">{w.account}</th>
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
