/**
 * What an outcomes file would do: what its columns and wordings are taken for, and each row, before anything is written.
 * Mounted once by the frame, so that a platform's answers can be taken in from every area.
 */
import type { ReactNode } from "react";
import type {
  DateOrder,
  OutcomeColumnView,
  OutcomeField,
  OutcomesPreviewView,
} from "../../../host";
import { Bdi, Button, Dialog, Progress, Select, useCommand } from "../../../kit";
import { ColumnTable } from "../ColumnTable";
import { CountsSum } from "../CountsSum";
import { addsUp, rowsTaken } from "../counts";
import { FileFacts } from "../FileFacts";
import { MappingCard } from "../MappingCard";
import { corrected } from "../mapping";
import { Warnings } from "../Warnings";
import { OutcomeRows } from "./OutcomeRows";
import styles from "./outcomes.module.css";
import { NOTHING_SAID, type OutcomesTaking, useOutcomesImport } from "./useOutcomesImport";
import { WordingTable } from "./WordingTable";
import { w } from "./words";

/** In the order they are offered. */
const FIELDS: readonly OutcomeField[] = [
  "ignored",
  "platform",
  "account",
  "unit",
  "referred-at",
  "reference",
  "decision",
  "decided-at",
  "reason",
];

const ORDERS: readonly DateOrder[] = ["day-first", "month-first"];

/** The wizard, asleep until its command is given. */
export function OutcomesWizard(): ReactNode {
  const taking = useOutcomesImport();
  const { previewed } = taking;
  const isIdle = previewed === null && taking.job === null;
  useCommand("exchange.outcomes", () => void taking.choose(), isIdle);
  if (previewed === null) return null;
  return (
    <Dialog
      title={<Bdi>{w.previewTitle(previewed.preview.file_name)}</Bdi>}
      isOpen
      onClose={taking.leave}
      size="full"
      footer={<Acts taking={taking} preview={previewed.preview} />}
    >
      <div className={styles.wizard}>
        <Told taking={taking} preview={previewed.preview} />
      </div>
    </Dialog>
  );
}

function Acts(props: { taking: OutcomesTaking; preview: OutcomesPreviewView }): ReactNode {
  const { taking, preview } = props;
  const { counts } = preview;
  const taken = rowsTaken(counts);
  const shut = !addsUp(counts) ? w.takeSum : taken === 0 ? w.takeNone : undefined;
  return (
    <>
      <Button variant="quiet" onPress={taking.leave}>
        {w.leave}
      </Button>
      {counts.rejected > 0 && (
        <Button icon="save" onPress={() => void taking.saveRejected()}>
          {w.saveRejected}
        </Button>
      )}
      <Button
        variant="primary"
        autoFocus
        isDisabled={shut !== undefined}
        isPending={taking.job !== null}
        why={shut}
        onPress={() => void taking.take()}
      >
        {w.take(taken)}
      </Button>
    </>
  );
}

function Told(props: { taking: OutcomesTaking; preview: OutcomesPreviewView }): ReactNode {
  const { taking, preview } = props;
  const { said } = taking;
  const say = (change: Parameters<typeof taking.say>[0]) => void taking.say(change);
  const again = { ...NOTHING_SAID, encoding: said.encoding, delimiter: said.delimiter };
  return (
    <>
      <p>
        {w.note} {w.lands(preview)}
      </p>
      <CountsSum counts={preview.counts} meaning={w.fateMeaning} />
      <Warnings warnings={preview.warnings} />
      {preview.left_out > 0 && <p>{w.leftOut(preview.left_out)}</p>}
      {taking.job !== null && <Progress job={taking.job} what={w.busy} />}
      <FileFacts
        preview={preview}
        corrections={said}
        onCorrect={(next) => say({ ...again, ...next })}
      />
      <MappingCard
        preview={preview}
        kind="outcomes"
        isBusy={taking.job !== null}
        onKeep={taking.keep}
        onMapping={(mapping) => say({ ...again, sheet: said.sheet, mapping })}
      />
      <Columns taking={taking} preview={preview} />
      {(["decision", "unit"] as const).map((list) => (
        <WordingTable key={list} list={list} taking={taking} preview={preview} />
      ))}
      <OutcomeRows preview={preview} />
    </>
  );
}

function Columns(props: { taking: OutcomesTaking; preview: OutcomesPreviewView }): ReactNode {
  const { taking, preview } = props;
  const { said } = taking;
  const columns = corrected<OutcomeField, OutcomeColumnView>(preview.columns, said.fields);
  const order = preview.columns.find((column) => column.dates !== null)?.dates ?? null;
  return (
    <ColumnTable<OutcomeField, OutcomeColumnView>
      columns={columns}
      options={FIELDS.map((value) => ({ value, label: w.fields[value] }))}
      rest="ignored"
      several={["account"]}
      aside={w.columnsAside}
      warning={preview.lacks.length === 0 ? null : w.lacks(preview.lacks)}
      note={({ reads }) => (reads === null ? null : w.reads(...reads))}
      isCorrected={said.fields !== null}
      isBusy={taking.job !== null}
      onFields={(fields) => void taking.say({ fields })}
    >
      {order !== null && (
        <div className={styles.dates}>
          <Select
            label={w.dates}
            value={order}
            options={ORDERS.map((value) => ({ value, label: w.orders[value] }))}
            onChange={(dates) => void taking.say({ dates })}
          />
        </div>
      )}
    </ColumnTable>
  );
}
