/** What an import did, and the way back. */

import { type ReactNode, useState } from "react";
import { Bdi, Button, Card, ErrorState, Icon } from "../../kit";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import { KeptConfirm } from "../../record/KeptConfirm";
import { CountsSum } from "./CountsSum";
import { addsUp, saysNothingNew } from "./counts";
import { delimiterName } from "./FileFacts";
import type { ImportActs, ImportFlow } from "./flow";
import styles from "./ImportResult.module.css";
import { KeptAccounts } from "./KeptAccounts";
import { useChooseImport } from "./useChooseImport";
import { useSaveRejected } from "./useSaveRejected";
import { w } from "./words";

type Done = Extract<ImportFlow, { step: "done" }>;

/** The result screen. */
export function ImportResult(props: { flow: Done; acts: ImportActs }): ReactNode {
  const { flow, acts } = props;
  const { result, undone } = flow;
  const { go } = useRoute();
  const choose = useChooseImport();
  const rejected = useSaveRejected(flow.preview);
  const [isAsking, setAsking] = useState(false);
  const wrote = result.batch !== null && !saysNothingNew(result);
  return (
    <Card title={<Headline flow={flow} wrote={wrote} />} aside={readAs(flow)}>
      {undone === null ? <CountsSum counts={result} /> : <Undone flow={flow} />}
      {flow.error !== null && <ErrorState title={w.failed.undo} error={flow.error} />}
      <div className={styles.row}>
        {undone === null && addsUp(result) && (
          <Button variant="primary" icon="review" autoFocus onPress={() => go({ area: "review" })}>
            {w.result.review}
          </Button>
        )}
        {undone === null && result.rejected > 0 && (
          <Button icon="save" isPending={rejected.isSaving} onPress={rejected.save}>
            {w.preview.saveRejected}
          </Button>
        )}
        <Button icon="open" onPress={() => void choose()}>
          {w.result.another}
        </Button>
        {undone === null && result.batch !== null && (
          <Button icon="undo" onPress={() => setAsking(true)}>
            {w.result.undo}
          </Button>
        )}
      </div>
      <p className={styles.said} role="status">
        {rejected.said}
      </p>
      <KeptConfirm
        about={`take-back/${result.batch ?? ""}`}
        title={w.result.undoTitle}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={(reason) => {
          setAsking(false);
          void acts.undo(reason);
        }}
        action={w.result.undoAction}
        affects={w.result.affects(result.created + result.updated)}
      >
        {w.result.undoText}
      </KeptConfirm>
    </Card>
  );
}

function Headline(props: { flow: Done; wrote: boolean }): ReactNode {
  const { flow, wrote } = props;
  if (flow.undone !== null) return w.result.undone;
  return (
    <span className={styles.headline}>
      {wrote && (
        <span className={styles.tick}>
          <Icon name="check" size={12} />
        </span>
      )}
      <Bdi>{wrote ? w.result.title(flow.file.name) : w.result.nothing(flow.file.name)}</Bdi>
    </span>
  );
}

function Undone(props: { flow: Done }): ReactNode {
  const { undone } = props.flow;
  if (undone === null) return null;
  const lines = [
    [w.result.removed, undone.removed, w.result.removedWhat],
    [w.result.restored, undone.restored, w.result.restoredWhat],
    [w.result.kept, undone.kept, w.result.keptWhat],
  ] as const;
  return (
    <div role="status">
      <dl className={styles.undone}>
        {lines.map(([label, value, what]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <b>{count(value)}</b> {what}
            </dd>
          </div>
        ))}
      </dl>
      <KeptAccounts undone={undone} />
    </div>
  );
}

function readAs(flow: Done): string {
  return w.result.readAs(flow.result.encoding, delimiterName(flow.result.delimiter));
}
