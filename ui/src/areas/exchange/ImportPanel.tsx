/** The import, one screen for each step of the flow. */
import type { ReactNode } from "react";
import { Button, Card, ErrorState, Progress } from "../../kit";
import { assertNever } from "../../lib/assert";
import { changesCase, type ImportActs, type ImportFlow, useImportFlow } from "./flow";
import styles from "./ImportPanel.module.css";
import { ImportPreview } from "./ImportPreview";
import { ImportResult } from "./ImportResult";
import { ImportStart } from "./ImportStart";
import { useChooseImport, useDropToImport } from "./useChooseImport";
import { w } from "./words";

/** Where the import stands. */
export function ImportPanel(): ReactNode {
  const { flow, acts } = useImportFlow();
  useDropToImport(acts, !changesCase(flow));
  return <div className={styles.panel}>{screenOf(flow, acts)}</div>;
}

function screenOf(flow: ImportFlow, acts: ImportActs): ReactNode {
  switch (flow.step) {
    case "start":
      return <ImportStart note={flow.note} />;
    case "reading":
      if (flow.before !== null) {
        return (
          <ImportPreview
            file={flow.file}
            preview={flow.before}
            corrections={flow.corrections}
            job={flow.job}
            error={null}
            acts={acts}
          />
        );
      }
      return (
        <Card title={w.reading.title(flow.file.name)}>
          <Progress job={flow.job} what={w.reading.what} />
        </Card>
      );
    case "unreadable":
      return <Unreadable flow={flow} acts={acts} />;
    case "preview":
      return (
        <ImportPreview
          file={flow.file}
          preview={flow.preview}
          corrections={flow.corrections}
          job={null}
          error={flow.error}
          acts={acts}
        />
      );
    case "writing":
      return (
        <Card title={w.writing.title(flow.file.name)}>
          <Progress job={flow.job} what={w.writing.what} />
        </Card>
      );
    case "undoing":
      return (
        <Card title={w.undoing.title(flow.file.name)}>
          <Progress job={flow.job} what={w.undoing.what} />
        </Card>
      );
    case "done":
      return <ImportResult flow={flow} acts={acts} />;
    default:
      return assertNever(flow);
  }
}

function Unreadable(props: {
  flow: Extract<ImportFlow, { step: "unreadable" }>;
  acts: ImportActs;
}): ReactNode {
  const { flow, acts } = props;
  const choose = useChooseImport();
  return (
    <Card title={flow.file.name}>
      <ErrorState
        title={w.failed.read}
        error={flow.error}
        onRetry={() => void acts.read(flow.file, flow.corrections)}
      />
      <div className={styles.row}>
        <Button icon="open" onPress={() => void choose()}>
          {w.failed.another}
        </Button>
        <Button variant="quiet" onPress={() => void acts.leave()}>
          {w.preview.leave}
        </Button>
      </div>
    </Card>
  );
}
