import type { AccountRow } from "../../host";
import { Bdi, type Column, Time } from "../../kit";
import { count } from "../../lib/numbers";
import { PlatformMark } from "../../record/PlatformMark";
import { StatusPill } from "../../record/StatusPill";
import { w as record } from "../../record/words";
import styles from "./accounts.module.css";
import { w } from "./words";

/** Every column the table can have, in its order. The account itself always stays. */
export function allColumns(): readonly Column<AccountRow>[] {
  return [
    {
      key: "account",
      title: w.column.account,
      width: "minmax(180px, 1.4fr)",
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
      key: "status",
      title: w.column.status,
      width: "120px",
      render: (row) => <StatusPill status={row.status} />,
    },
    {
      key: "platform",
      title: w.column.platform,
      width: "100px",
      from: 1080,
      render: (row) => row.platform,
    },
    {
      key: "snippet",
      title: w.column.snippet,
      width: "minmax(160px, 2fr)",
      from: 760,
      render: (row) => (
        <Bdi lang={row.language} lines={1} marks={row.snippet_marks}>
          {row.snippet}
        </Bdi>
      ),
    },
    {
      key: "language",
      title: w.column.language,
      width: "80px",
      from: 1080,
      render: (row) => row.language ?? "",
    },
    {
      key: "id",
      title: w.column.id,
      width: "160px",
      from: 1080,
      render: (row) => <Bdi mono>{row.platform_id ?? ""}</Bdi>,
    },
    {
      key: "unit",
      title: w.column.unit,
      width: "90px",
      from: 1080,
      render: (row) => record.unit[row.unit],
    },
    {
      key: "exhibits",
      title: w.column.exhibits,
      width: "70px",
      align: "end",
      from: 760,
      render: (row) => (row.exhibits === 0 ? "" : count(row.exhibits)),
    },
    {
      key: "due",
      title: w.column.due,
      width: "130px",
      from: 1080,
      render: (row) => (row.due === null ? "" : <Time at={row.due} />),
    },
    {
      key: "imported",
      title: w.column.imported,
      width: "140px",
      from: 760,
      render: (row) => <Time at={row.imported_at} />,
    },
    {
      key: "seen",
      title: w.column.seen,
      width: "70px",
      from: 1080,
      render: (row) => (row.is_seen ? w.seen : w.unseen),
    },
  ];
}
