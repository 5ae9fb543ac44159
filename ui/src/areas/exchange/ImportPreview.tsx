/** What an import would do, before anything is written. The Import button stands under it at every size. */
import type { ReactNode } from "react";
import {
  type ChosenView,
  type ColumnView,
  type Field,
  type ImportPreviewView,
  useHost,
} from "../../host";
import { Bdi, Button, Card, Checkbox, ErrorState, Icon, Progress, useCommand } from "../../kit";
import { bytes } from "../../lib/numbers";
import { ColumnTable } from "./ColumnTable";
import { CountsSum } from "./CountsSum";
import { addsUp, rowsTaken } from "./counts";
import { FileFacts } from "./FileFacts";
import { type Corrections, type ImportActs, NOTHING_CORRECTED } from "./flow";
import styles from "./ImportPreview.module.css";
import { MappingCard } from "./MappingCard";
import { corrected, FIELDS, namesAnAccount } from "./mapping";
import { RowTabs } from "./RowTabs";
import { useSaveRejected } from "./useSaveRejected";
import { Warnings } from "./Warnings";
import { w } from "./words";

type PreviewProps = {
  file: ChosenView;
  preview: ImportPreviewView;
  corrections: Corrections;
  /** The job while the file is read again; the preview shown is then the one before. */
  job: string | null;
  error: unknown;
  acts: ImportActs;
};

/** The preview screen. */
export function ImportPreview(props: PreviewProps): ReactNode {
  const { file, preview, corrections, job, acts } = props;
  const host = useHost();
  const again = (next: Corrections) => void acts.read(file, next);
  const columns = corrected<Field, ColumnView>(preview.columns, corrections.fields);
  return (
    <div className={styles.preview}>
      {props.error !== null && props.error !== undefined && (
        <ErrorState title={w.failed.write} error={props.error} onRetry={() => again(corrections)} />
      )}
      <Card
        title={<Bdi>{preview.file_name}</Bdi>}
        aside={`${bytes(file.size)} · ${w.preview.promise}`}
      >
        <FileFacts
          preview={preview}
          corrections={corrections}
          movesHeader
          onCorrect={(next) =>
            again({
              ...(next.sheet === undefined ? corrections : NOTHING_CORRECTED),
              ...next,
              mapping: null,
              fields: null,
            })
          }
        />
        {job !== null && <Progress job={job} what={w.reading.again} />}
      </Card>
      <Warnings warnings={preview.warnings} />
      <Card title={w.preview.countsTitle}>
        <CountsSum counts={preview.counts} />
        <OnRegisters preview={preview} />
        {(preview.counts.erased > 0 || corrections.takesErased === true) && (
          <Checkbox
            isSelected={corrections.takesErased === true}
            isDisabled={job !== null}
            onChange={(takesErased) => again({ ...corrections, takesErased })}
          >
            {w.preview.takeErased}
          </Checkbox>
        )}
      </Card>
      <MappingCard
        preview={preview}
        kind="accounts"
        onKeep={(name, replaces) => host.commands.saveMapping(preview.preview, name, replaces)}
        isBusy={job !== null}
        onMapping={(mapping) => again({ ...corrections, mapping, fields: null })}
      />
      <ColumnTable
        columns={columns}
        options={FIELDS.map((value) => ({ value, label: w.fields[value] }))}
        rest="extra"
        aside={w.preview.columnsAside}
        warning={namesAnAccount(columns) ? null : w.preview.noIdentity}
        isCorrected={corrections.fields !== null}
        isBusy={job !== null}
        onFields={(fields) => again({ ...corrections, fields })}
      />
      <RowTabs preview={preview} />
      <ImportBar {...props} />
    </div>
  );
}

/** How many rows stand on a register. Each says so in its own line below. */
function OnRegisters(props: { preview: ImportPreviewView }): ReactNode {
  const found = props.preview.registers;
  if (found.length === 0) return null;
  return (
    <p className={styles.registers} role="status">
      <Icon name="warning" size={14} />{" "}
      {found.map((one) => w.preview.onRegister(one.entries, one.list)).join(" ")}
    </p>
  );
}

function ImportBar(props: PreviewProps): ReactNode {
  const { preview, job, acts } = props;
  const { counts } = preview;
  const rejected = useSaveRejected(preview);
  const shut = whyShut(props);
  const taken = rowsTaken(counts);
  useCommand("exchange.commit", () => void acts.write(), shut === null);
  useCommand("exchange.save-rejected", rejected.save, counts.rejected > 0 && job === null);
  return (
    <footer className={styles.bar}>
      <Button
        variant="primary"
        command="exchange.commit"
        isDisabled={shut !== null}
        why={shut ?? undefined}
        onPress={() => void acts.write()}
      >
        {taken === 0 ? w.preview.importNone : w.preview.import(taken)}
      </Button>
      {counts.rejected > 0 && (
        <Button
          icon="save"
          isPending={rejected.isSaving}
          isDisabled={job !== null}
          onPress={rejected.save}
        >
          {w.preview.saveRejected}
        </Button>
      )}
      <Button variant="quiet" onPress={() => void acts.leave()}>
        {w.preview.leave}
      </Button>
      <span className={styles.said} role="status">
        {shut ??
          rejected.said ??
          (counts.rejected > 0 ? w.preview.rejectedStay(counts.rejected) : "")}
      </span>
    </footer>
  );
}

function whyShut(props: PreviewProps): string | null {
  const { counts } = props.preview;
  if (props.job !== null) return w.preview.importWaitWhy;
  if (!addsUp(counts)) return w.preview.importSumWhy;
  return rowsTaken(counts) === 0 ? w.preview.importNoneWhy : null;
}
