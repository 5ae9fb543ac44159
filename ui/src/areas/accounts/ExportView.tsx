/** The view as a file for somebody: its columns in their order, its rows in theirs. */
import { type ReactNode, useState } from "react";
import { useHost, type ExportView as Written } from "../../host";
import { Button, Dialog, ErrorState, newJob, Progress, TextField } from "../../kit";
import { GradingChoice, type GradingForFile } from "../../record/grading/GradingChoice";
import { gradingText, isBegun, NO_GRADING } from "../../record/grading/grading";
import { w as graded } from "../../record/grading/words";
import { KeptApartChoice } from "../../record/role/KeptApartChoice";
import { useExportAhead } from "../../record/role/useExportAhead";
import { w as role } from "../../record/role/words";
import styles from "./accounts.module.css";
import type { Chosen } from "./chosen";
import type { AccountColumn } from "./columns";
import { w } from "./words";

/** The column that bears the marking; it leads every file. */
const MARKING = "breakwater_marking";

/** The column of gradings; it stands in the file where one is given. */
const GRADING = "breakwater_grading";

/** Columns that say what officers did. */
const OF_OFFICERS: ReadonlySet<string> = new Set(["tags", "assignee"]);

type Work = { job: string } | { done: Written } | { error: unknown };

/** Asks who receives the rows and what for, says what leaves, and writes them. */
export function ExportView(props: {
  count: number;
  chosen: Chosen;
  columns: readonly AccountColumn[];
  onClose: () => void;
}): ReactNode {
  const { columns } = props;
  const [recipient, setRecipient] = useState("");
  const [purpose, setPurpose] = useState("");
  const [isWith, setWith] = useState(false);
  const [grade, setGrade] = useState<GradingForFile>({ grading: NO_GRADING, isKept: false });
  const ahead = useExportAhead(props.chosen);
  const { work, write } = useWriting(props);
  const isHalf = isBegun(grade.grading);
  const isShut = recipient.trim() === "" || purpose.trim() === "" || isHalf;
  const isWorking = "job" in work;
  const isDone = "done" in work;
  const footer = !isWorking && (
    <>
      <Button onPress={props.onClose}>{isDone ? w.out.close : w.bulk.cancel}</Button>
      {!isDone && (
        <Button
          variant="primary"
          icon="export"
          isDisabled={isShut}
          why={isShut ? (isHalf ? graded.incomplete : w.out.shut) : undefined}
          onPress={() => void write(recipient.trim(), purpose.trim(), isWith, grade)}
        >
          {w.out.action}
        </Button>
      )}
    </>
  );
  return (
    <Dialog
      title={w.out.title(props.count)}
      isOpen
      onClose={props.onClose}
      isDismissable={!isWorking}
      footer={footer}
    >
      {isWorking && <Progress job={work.job} what={w.out.working} />}
      {isDone && (
        <p role="status">
          {w.out.done(work.done.rows, work.done.entry)}
          {work.done.left_out > 0 && `. ${role.leftOut(work.done.left_out)}`}
          {work.done.kept_apart > 0 && `. ${role.written(work.done.kept_apart)}`}
        </p>
      )}
      {"error" in work && (
        <div className={styles.form}>
          <p className={styles.note}>
            {w.out.columns(columns.map((column) => column.title).join(", "))}
          </p>
          {columns.some((column) => OF_OFFICERS.has(column.key)) && (
            <p role="note" className={styles.warn}>
              {w.out.officers}
            </p>
          )}
          <TextField
            label={w.out.recipient}
            value={recipient}
            onChange={setRecipient}
            isRequired
            autoFocus
          />
          <TextField label={w.out.purpose} value={purpose} onChange={setPurpose} isRequired />
          <KeptApartChoice keptApart={ahead?.kept_apart ?? 0} isWith={isWith} onChange={setWith} />
          <GradingChoice ungraded={ahead?.ungraded ?? 0} value={grade} onChange={setGrade} />
          <p className={styles.note}>{w.out.guard}</p>
          {work.error !== null && <ErrorState error={work.error} isInline />}
        </div>
      )}
    </Dialog>
  );
}

function useWriting(props: { chosen: Chosen; columns: readonly AccountColumn[] }) {
  const host = useHost();
  const [work, setWork] = useState<Work>({ error: null });
  const write = async (
    recipient: string,
    purpose: string,
    isWith: boolean,
    grade: GradingForFile,
  ) => {
    try {
      const name = `accounts-${new Date().toISOString().slice(0, 10)}.csv`;
      const [place] = await host.commands.choose("save-csv", name);
      if (place === undefined) return;
      const job = newJob();
      setWork({ job });
      const grading = gradingText(grade.grading);
      const own = props.columns.map((column) => column.exported);
      const columns = [MARKING, ...own, ...(grading === null ? [] : [GRADING])];
      const request = {
        ...props.chosen,
        place: place.token,
        columns,
        recipient,
        purpose,
        with_kept_apart: isWith,
        grading,
        keeps_grading: grading !== null && grade.isKept,
      };
      setWork({ done: await host.commands.exportCsv(request, job) });
    } catch (error) {
      setWork({ error });
    }
  };
  return { work, write };
}
