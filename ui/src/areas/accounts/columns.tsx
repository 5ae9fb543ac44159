import type { ReactNode } from "react";
import type { AccountOrder, AccountRow } from "../../host";
import { Bdi, type GridColumn, Time, WorldTimeText } from "../../kit";
import { count } from "../../lib/numbers";
import { PlatformMark } from "../../record/PlatformMark";
import { w as role } from "../../record/role/words";
import { StatusPill } from "../../record/StatusPill";
import { w as record } from "../../record/words";
import styles from "./accounts.module.css";
import { w } from "./words";

/** A column of the accounts: what it is in an exported file, and what a press on its heading orders by. */
export type AccountColumn = GridColumn<AccountRow> & {
  readonly exported: string;
  readonly order?: AccountOrder;
};

/** Every column there can be, in the order they are offered. */
export function allColumns(): readonly AccountColumn[] {
  return COLUMNS.map((column) => ({ ...column, title: w.column[column.key] }));
}

/** The columns with these keys, in this order; a key that names none is left out. */
export function columnsOf(keys: readonly string[]): AccountColumn[] {
  const all = allColumns();
  return keys
    .map((key) => all.find((column) => column.key === key))
    .filter((column) => column !== undefined);
}

function people(text: string | null, lang?: string | null): ReactNode {
  if (text === null || text === "") return null;
  return (
    <Bdi lang={lang ?? null} lines={1}>
      {text}
    </Bdi>
  );
}

const COLUMNS: readonly Omit<AccountColumn & { key: keyof typeof w.column }, "title">[] = [
  {
    key: "account",
    width: 220,
    exported: "breakwater_label",
    order: "handle",
    render: (row) => (
      <span className={styles.account}>
        <PlatformMark code={row.platform} />
        <b className={styles.label}>
          <Bdi marks={row.label_marks}>{row.label}</Bdi>
        </b>
      </span>
    ),
  },
  {
    key: "platform",
    width: 100,
    exported: "platform",
    order: "platform",
    render: (row) => row.platform,
  },
  {
    key: "handle",
    width: 160,
    exported: "handle",
    render: (row) => people(row.handle),
  },
  {
    key: "name",
    width: 160,
    exported: "display_name",
    render: (row) => people(row.display_name),
  },
  {
    key: "id",
    width: 170,
    exported: "platform_id",
    render: (row) => row.platform_id !== null && <Bdi mono>{row.platform_id}</Bdi>,
  },
  {
    key: "status",
    width: 120,
    exported: "breakwater_status",
    order: "status",
    render: (row) => <StatusPill status={row.status} />,
  },
  {
    key: "role",
    width: 110,
    exported: "breakwater_role",
    render: (row) => (row.role === "unknown" ? "" : role.role[row.role]),
  },
  {
    key: "band",
    width: 100,
    exported: "breakwater_band",
    order: "score",
    render: (row) => record.band[row.band],
  },
  {
    key: "reasons",
    width: 180,
    exported: "breakwater_reasons",
    render: (row) => row.reasons.join(", "),
  },
  {
    key: "unit",
    width: 90,
    exported: "unit",
    order: "unit",
    render: (row) => record.unit[row.unit],
  },
  {
    key: "language",
    width: 84,
    exported: "language",
    order: "language",
    render: (row) => row.language,
  },
  {
    key: "tags",
    width: 160,
    exported: "breakwater_tags",
    render: (row) =>
      row.tags.map((tag) => (
        <span key={tag} className={styles.tag}>
          <Bdi>{tag}</Bdi>
        </span>
      )),
  },
  {
    key: "assignee",
    width: 100,
    exported: "breakwater_assignee",
    render: (row) => people(row.assignee),
  },
  {
    key: "first",
    width: 140,
    exported: "first_seen",
    render: (row) => row.first_seen !== null && <WorldTimeText time={row.first_seen} />,
  },
  {
    key: "last",
    width: 140,
    exported: "breakwater_last_seen",
    order: "last-seen",
    render: (row) => row.last_seen !== null && <WorldTimeText time={row.last_seen} />,
  },
  {
    key: "exhibits",
    width: 80,
    align: "end",
    exported: "breakwater_exhibits",
    render: (row) => (row.exhibits === 0 ? "" : count(row.exhibits)),
  },
  {
    key: "due",
    width: 140,
    exported: "breakwater_due",
    render: (row) => row.due !== null && <Time at={row.due} />,
  },
  {
    key: "imported",
    width: 150,
    exported: "breakwater_imported",
    order: "imported",
    render: (row) => <Time at={row.imported_at} />,
  },
  {
    key: "source",
    width: 140,
    exported: "source",
    render: (row) => people(row.source),
  },
  {
    key: "snippet",
    width: 320,
    exported: "breakwater_snippet",
    render: (row) => (
      <Bdi lang={row.language} lines={1} marks={row.snippet_marks}>
        {row.snippet}
      </Bdi>
    ),
  },
];

/** Columns whose heading orders the list. */
export const SORTABLE: ReadonlySet<string> = new Set(
  COLUMNS.filter((column) => column.order !== undefined).map((column) => column.key),
);

/** The column that the list is ordered by, if one is. */
export function sortedBy(order: AccountOrder): string | null {
  return COLUMNS.find((column) => column.order === order)?.key ?? null;
}

/** What a press on this heading orders by. */
export function orderOf(key: string): AccountOrder | null {
  return COLUMNS.find((column) => column.key === key)?.order ?? null;
}
