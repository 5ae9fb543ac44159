/** The entries, newest first, however many there are. */
import { type ReactNode, useState } from "react";
import { type AuditEntryView, type Operation, useHost } from "../../host";
import {
  Button,
  Chip,
  ChipRow,
  EmptyState,
  ListHeader,
  ListWindow,
  Time,
  useCommand,
  useListWindow,
} from "../../kit";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import styles from "./AuditList.module.css";
import { w } from "./words";

const OPERATIONS: readonly Operation[] = [
  "collection",
  "alteration",
  "consultation",
  "disclosure",
  "combination",
  "erasure",
];

/** The left pane. */
export function AuditList(props: { current: string | null }): ReactNode {
  const host = useHost();
  const { go } = useRoute();
  const [operation, setOperation] = useState<Operation | null>(null);
  const [index, setIndex] = useState<number | null>(null);
  const list = useListWindow<AuditEntryView>({
    key: ["audit", operation],
    fetch: (offset, limit) => host.commands.listAudit({ operation, offset, limit }),
  });
  const current = index !== null && isAt(list.rowAt(index), props.current) ? index : null;
  const open = (at: number) => {
    const row = list.rowAt(at);
    setIndex(at);
    if (row !== undefined) go({ area: "audit", id: String(row.seq) }, { replace: true });
  };
  const step = (by: 1 | -1) => open(Math.min(list.total - 1, Math.max(0, (current ?? -by) + by)));
  useCommand("next", () => step(1), list.total > 0);
  useCommand("previous", () => step(-1), list.total > 0);
  return (
    <>
      <Head
        total={list.isLoading ? null : list.total}
        operation={operation}
        onOperation={setOperation}
      />
      <ListWindow
        source={list}
        label={w.list.label}
        current={current}
        onCurrent={open}
        onOpen={open}
        rowKey={(row) => String(row.seq)}
        rowHeight={52}
        renderRow={(row) => <Row row={row} />}
        empty={
          <EmptyState
            icon="audit"
            title={w.list.empty}
            action={
              operation !== null && (
                <Button onPress={() => setOperation(null)}>{w.list.clear}</Button>
              )
            }
          >
            {w.list.emptyText}
          </EmptyState>
        }
      />
    </>
  );
}

function Head(props: {
  total: number | null;
  operation: Operation | null;
  onOperation: (operation: Operation | null) => void;
}): ReactNode {
  const { total, operation, onOperation } = props;
  return (
    <ListHeader>
      <h1>
        {w.title} {total !== null && <span className={styles.count}>{count(total)}</span>}
      </h1>
      <ChipRow>
        <Chip isOn={operation === null} onPress={() => onOperation(null)}>
          {w.list.all}
        </Chip>
        {OPERATIONS.map((one) => (
          <Chip
            key={one}
            isOn={operation === one}
            onPress={() => onOperation(operation === one ? null : one)}
          >
            {w.operations[one]}
          </Chip>
        ))}
      </ChipRow>
    </ListHeader>
  );
}

function isAt(row: AuditEntryView | undefined, seq: string | null): boolean {
  return row === undefined ? seq !== null : String(row.seq) === seq;
}

function Row(props: { row: AuditEntryView }): ReactNode {
  const { row } = props;
  return (
    <div className={styles.row}>
      <span className={styles.line}>
        <span className={styles.said}>
          <bdi>{row.said}</bdi>
        </span>
        <span className={styles.seq}>{count(row.seq)}</span>
      </span>
      <span className={styles.foot}>
        <Time at={row.at} /> · {row.officer} · {w.operations[row.operation]}
      </span>
    </div>
  );
}
