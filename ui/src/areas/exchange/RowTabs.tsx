/** The rows of the file by what they would do: every one can be reached, and each says field by field what it changes. */
import { type CSSProperties, type ReactNode, useState } from "react";
import {
  type FieldChangeView,
  type ImportPreviewView,
  type RowFate,
  type RowPreview,
  useHost,
} from "../../host";
import {
  Bdi,
  Button,
  Card,
  type Column,
  DataGrid,
  type ListSource,
  Tabs,
  useListWindow,
} from "../../kit";
import { assertNever } from "../../lib/assert";
import { count } from "../../lib/numbers";
import { RegisterMark } from "../../record/register/RegisterMark";
import { FATES, fatesShown } from "./counts";
import styles from "./RowTabs.module.css";
import { useSaveRows } from "./useSaveRejected";
import { w } from "./words";

type Tab = RowFate | "all";

/** Tabs by fate; rejected rows first if there are any, since those need the officer. */
export function RowTabs(props: { preview: ImportPreviewView }): ReactNode {
  const { preview } = props;
  const { counts } = preview;
  const [chosen, setChosen] = useState<Tab | null>(null);
  const tab = chosen ?? firstOf(preview);
  const rows = useSaveRows(preview);
  const items: readonly { id: Tab; label: string; count: number }[] = [
    ...fatesShown(counts).map((id) => ({ id, label: w.fates[id], count: counts[id] })),
    { id: "all", label: w.preview.all, count: counts.read },
  ];
  const total = tab === "all" ? counts.read : counts[tab];
  return (
    <Card
      title={w.preview.rowsTitle}
      aside={
        <Button size="small" variant="quiet" isPending={rows.isSaving} onPress={rows.save}>
          {w.preview.saveRows}
        </Button>
      }
    >
      <Tabs label={w.preview.rowsLabel} items={items} value={tab} onChange={setChosen}>
        {total === 0 ? (
          <p className={styles.note}>
            {w.preview.noRows(tab === "all" ? w.preview.all : w.fates[tab])}
          </p>
        ) : (
          <Rows key={`${preview.preview}/${tab}`} preview={preview} tab={tab} total={total} />
        )}
      </Tabs>
      <p role="status" className={styles.note}>
        {rows.said}
      </p>
    </Card>
  );
}

function Rows(props: { preview: ImportPreviewView; tab: Tab; total: number }): ReactNode {
  const { preview, tab, total } = props;
  const host = useHost();
  const [current, setCurrent] = useState(0);
  const fate = tab === "all" ? null : tab;
  const source = useListWindow<RowPreview>({
    key: ["import-rows", preview.preview, tab],
    fetch: (offset, limit) =>
      host.commands.previewRows({ preview: preview.preview, fate, offset, limit }),
  });
  return (
    <>
      <div className={styles.grid} style={{ "--rows": Math.min(total, 9) } as CSSProperties}>
        <DataGrid
          source={source}
          label={w.preview.rowsTitle}
          current={current}
          onCurrent={setCurrent}
          rowKey={(row) => `${row.line}`}
          rowHeight={34}
          columns={columnsOf(tab)}
        />
      </div>
      <Changes source={source} at={current} />
    </>
  );
}

function columnsOf(tab: Tab): readonly Column<RowPreview>[] {
  const fate: readonly Column<RowPreview>[] =
    tab === "all"
      ? [
          {
            key: "fate",
            title: w.preview.why.note,
            width: "92px",
            render: (row) => w.fates[row.fate],
          },
        ]
      : [];
  return [
    {
      key: "line",
      title: w.preview.line,
      width: "72px",
      align: "end",
      render: (row) => count(row.line),
    },
    ...fate,
    {
      key: "account",
      title: w.preview.account,
      width: "minmax(160px, 1fr)",
      render: (row) => (
        <>
          <Bdi lines={1}>{row.label}</Bdi> <RegisterMark list={row.register} />
        </>
      ),
    },
    {
      key: "why",
      title: tab === "all" ? w.preview.why.changes : whyHeading(tab),
      width: "minmax(220px, 2fr)",
      render: (row) => <Bdi lines={1}>{sumOf(row)}</Bdi>,
    },
  ];
}

/** The fields of a row in one line, behind what should be known of it. */
function sumOf(row: RowPreview): string {
  const fields = row.changes.map(nameOf).join(", ");
  return [row.why, fields].filter((part) => part !== "").join(" · ");
}

function nameOf(change: FieldChangeView): string {
  return change.column ?? w.changed[change.field] ?? change.field;
}

/** What the chosen row fills and changes: both values side by side. */
function Changes(props: { source: ListSource<RowPreview>; at: number }): ReactNode {
  const row = props.source.rowAt(props.at);
  if (row === undefined) return <p className={styles.note}>{w.preview.choosePrompt}</p>;
  return (
    <section className={styles.changes} aria-label={w.preview.changesOf(row.line)}>
      <h3>{w.preview.changesOf(row.line)}</h3>
      {row.why !== "" && (
        <p>
          <Bdi>{row.why}</Bdi>
        </p>
      )}
      {row.changes.length === 0 ? (
        <p className={styles.note}>{w.preview.noChanges}</p>
      ) : (
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{w.preview.change.field}</th>
              <th scope="col">{w.preview.change.old}</th>
              <th scope="col">{w.preview.change.new}</th>
            </tr>
          </thead>
          <tbody>
            {row.changes.map((change) => (
              <tr key={`${change.field}/${change.column ?? ""}`}>
                <th scope="row">
                  <Bdi>{nameOf(change)}</Bdi>
                </th>
                <td>
                  <Value value={change.old} />
                </td>
                <td>
                  <Value value={change.new} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Value(props: { value: string | null }): ReactNode {
  if (props.value === null) return <span className={styles.none}>{w.preview.nothingThere}</span>;
  return <Bdi lines={3}>{props.value}</Bdi>;
}

function whyHeading(fate: RowFate): string {
  switch (fate) {
    case "rejected":
    case "erased":
      return w.preview.why.reason;
    case "updated":
    case "created":
      return w.preview.why.changes;
    case "merged":
      return w.preview.why.merges;
    case "unchanged":
      return w.preview.why.note;
    default:
      return assertNever(fate);
  }
}

function firstOf(preview: ImportPreviewView): RowFate {
  if (preview.counts.rejected > 0) return "rejected";
  return FATES.find((fate) => preview.counts[fate] > 0) ?? "created";
}
