/** A CSV for a colleague: which accounts, which columns, who receives it and what for. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type ExportColumnView, type ExportView, useHost, useSession } from "../../host";
import {
  Button,
  Card,
  ErrorState,
  newJob,
  Pill,
  Progress,
  QueryState,
  SaveState,
  TextArea,
  TextField,
  useAutosave,
} from "../../kit";
import { GradingChoice } from "../../record/grading/GradingChoice";
import { KeptApartChoice } from "../../record/role/KeptApartChoice";
import { useExportCount } from "../../record/role/useExportAhead";
import { ColumnChooser } from "./ColumnChooser";
import styles from "./ExportPanel.module.css";
import { ExportResult } from "./ExportResult";
import {
  afterExport,
  columnsOf,
  type ExportForm,
  gradedOf,
  headerLine,
  listOf,
  readForm,
  whyShut,
} from "./exportForm";
import { WhichAccounts } from "./WhichAccounts";
import { w } from "./words";

const PLACE = "exchange.export";

/** The column of our own export that holds the marking. */
const MARKING_COLUMN = "breakwater_marking";

/** The form, once its columns and what was kept of it are there. */
export function ExportPanel(): ReactNode {
  const host = useHost();
  const columns = useQuery({
    queryKey: ["export-columns"],
    queryFn: () => host.commands.exportColumns(),
  });
  const kept = useQuery({
    queryKey: ["place", PLACE],
    queryFn: () => host.commands.readPlace(PLACE),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  return (
    <QueryState query={columns}>
      {(offered) => (
        <QueryState query={kept}>
          {(place) => <ExportSheet offered={offered} initial={readForm(place)} />}
        </QueryState>
      )}
    </QueryState>
  );
}

type Work =
  | { state: "filling"; error: unknown }
  | { state: "writing"; job: string }
  | { state: "done"; view: ExportView; recipient: string };

function useExport(
  form: ExportForm,
  columns: readonly ExportColumnView[],
  onWritten: (left: ExportForm) => void,
) {
  const host = useHost();
  const [work, setWork] = useState<Work>({ state: "filling", error: null });
  const write = async () => {
    try {
      const [place] = await host.commands.choose("save-csv", suggestedName());
      if (place === undefined) return;
      const job = newJob();
      setWork({ state: "writing", job });
      const request = {
        place: place.token,
        ...gradedOf(
          form,
          columns.map((column) => column.name),
        ),
        list: listOf(form, 0, 0),
        accounts: [],
        except: [],
        recipient: form.recipient.trim(),
        purpose: form.purpose.trim(),
        with_kept_apart: form.withKeptApart,
      };
      const view = await host.commands.exportCsv(request, job);
      setWork({ state: "done", view, recipient: request.recipient });
      const left = afterExport(form);
      onWritten(left);
      await host.commands.savePlace(PLACE, JSON.stringify(left)).catch(() => undefined);
    } catch (error) {
      setWork({ state: "filling", error });
    }
  };
  return { work, write, again: () => setWork({ state: "filling", error: null }) };
}

function ExportSheet(props: {
  offered: readonly ExportColumnView[];
  initial: ExportForm;
}): ReactNode {
  const { offered } = props;
  const host = useHost();
  const [form, setForm] = useState(props.initial);
  const change = (part: Partial<ExportForm>) => setForm((before) => ({ ...before, ...part }));
  const columns = columnsOf(form, offered);
  const { work, write, again } = useExport(form, columns, setForm);
  const save = useAutosave({
    value: form,
    save: (value) => host.commands.savePlace(PLACE, JSON.stringify(value)),
  });
  const { ahead, error } = useExportCount(listOf(form, 0, 0));
  const keptApart = ahead?.kept_apart ?? 0;
  const accounts = ahead === null ? null : ahead.accounts + (form.withKeptApart ? keptApart : 0);

  if (work.state === "writing") {
    return (
      <Card title={w.export.writing}>
        <Progress job={work.job} what={w.export.writingWhat} />
      </Card>
    );
  }
  if (work.state === "done") {
    return <ExportResult view={work.view} recipient={work.recipient} onAgain={again} />;
  }
  return (
    <div className={styles.sheet}>
      {work.error !== null && <ErrorState title={w.export.failed} error={work.error} />}
      <WhichAccounts form={form} onChange={change} accounts={accounts} error={error}>
        <KeptApartChoice
          keptApart={keptApart}
          isWith={form.withKeptApart}
          onChange={(withKeptApart) => change({ withKeptApart })}
        />
      </WhichAccounts>
      <ColumnChooser
        offered={offered}
        chosen={columns}
        isProfile={form.columns === null}
        onChange={(names) => change({ columns: names })}
      />
      <Card title={w.export.header}>
        <code className={styles.header} dir="ltr">
          {headerLine(columns)}
        </code>
        <p className={styles.note}>{w.export.guard}</p>
      </Card>
      <Card title={w.export.who} aside={<SaveState state={save.state} />}>
        <Who form={form} onChange={change} onLeave={() => void save.flush()} />
        <GradingChoice
          ungraded={ahead?.ungraded ?? 0}
          value={form.graded}
          onChange={(graded) => change({ graded })}
        />
        <MarkingLine isInFile={columns.some((column) => column.name === MARKING_COLUMN)} />
      </Card>
      <ExportBar
        form={form}
        columns={columns.length}
        accounts={accounts}
        onExport={() => void write()}
      />
    </div>
  );
}

function Who(props: {
  form: ExportForm;
  onChange: (part: Partial<ExportForm>) => void;
  onLeave: () => void;
}): ReactNode {
  const { form, onChange, onLeave } = props;
  return (
    <>
      <div className={styles.who}>
        <TextField
          label={w.export.recipient}
          description={w.export.recipientHint}
          value={form.recipient}
          onChange={(recipient) => onChange({ recipient })}
          onBlur={onLeave}
          isRequired
        />
        <TextArea
          label={w.export.purpose}
          description={w.export.purposeHint}
          value={form.purpose}
          onChange={(purpose) => onChange({ purpose })}
          onBlur={onLeave}
          rows={2}
          isRequired
        />
      </div>
      <p className={styles.note}>{w.export.whoNote}</p>
    </>
  );
}

function ExportBar(props: {
  form: ExportForm;
  columns: number;
  accounts: number | null;
  onExport: () => void;
}): ReactNode {
  const shut = whyShut(props.form, props.columns, props.accounts);
  const label =
    props.accounts === null || props.accounts === 0
      ? w.export.actionNone
      : w.export.action(props.accounts);
  return (
    <footer className={styles.bar}>
      <Button
        variant="primary"
        icon="export"
        isDisabled={shut !== null}
        why={shut ?? undefined}
        onPress={props.onExport}
      >
        {label}
      </Button>
      <span className={styles.said} role="status">
        {shut}
      </span>
    </footer>
  );
}

function MarkingLine(props: { isInFile: boolean }): ReactNode {
  const { marking } = useSession();
  return (
    <p className={styles.marking}>
      <span>{w.export.marking}</span>
      <Pill tone="strong">{marking}</Pill>
      <span className={props.isInFile ? undefined : styles.warn}>
        {props.isInFile ? w.export.markingColumn : w.export.markingLeftOut}
      </span>
      <span className={styles.note}>{w.export.markingNote}</span>
    </p>
  );
}

function suggestedName(): string {
  return `accounts-${new Date().toISOString().slice(0, 10)}.csv`;
}
