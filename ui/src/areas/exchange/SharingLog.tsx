/** Who received what, when and why. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type SharingView, useHost } from "../../host";
import { Bdi, type Column, DataGrid, EmptyState, LinkButton, Time, useListWindow } from "../../kit";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import styles from "./SharingLog.module.css";
import { w } from "./words";

/** The sharing log, newest first; each line leads to its audit entry. */
export function SharingLog(): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const { go } = useRoute();
  const [current, setCurrent] = useState(0);
  const open = (entry: number) => go({ area: "audit", id: String(entry) });
  const list = useListWindow<SharingView>({
    key: ["sharing-window"],
    fetch: async (offset, limit) => {
      const all = await client.fetchQuery({
        queryKey: ["sharing-log"],
        queryFn: () => host.commands.sharingLog(),
        staleTime: 2000,
      });
      return { rows: all.slice(offset, offset + limit), total: all.length };
    },
  });
  return (
    <section className={styles.log} aria-label={w.sharing.label}>
      <p className={styles.lead}>{w.sharing.lead}</p>
      <div className={styles.grid}>
        <DataGrid
          source={list}
          label={w.sharing.label}
          current={current}
          onCurrent={setCurrent}
          onOpen={(_, row) => row !== undefined && open(row.entry)}
          rowKey={(row) => `${row.entry}/${row.what}/${row.recipient}`}
          rowHeight={36}
          columns={columnsOf(open)}
          empty={<EmptyState title={w.sharing.empty}>{w.sharing.emptyText}</EmptyState>}
        />
      </div>
    </section>
  );
}

function columnsOf(open: (entry: number) => void): readonly Column<SharingView>[] {
  return [
    {
      key: "at",
      title: w.sharing.when,
      width: "150px",
      render: (row) => <Time at={row.at} />,
    },
    {
      key: "officer",
      title: w.sharing.officer,
      width: "70px",
      render: (row) => row.officer,
    },
    {
      key: "what",
      title: w.sharing.what,
      width: "minmax(140px, 1fr)",
      render: (row) => row.what,
    },
    {
      key: "recipient",
      title: w.sharing.recipient,
      width: "minmax(140px, 1fr)",
      render: (row) => words(row.recipient),
    },
    {
      key: "purpose",
      title: w.sharing.purpose,
      width: "minmax(160px, 1.6fr)",
      render: (row) => words(row.purpose),
    },
    {
      key: "entry",
      title: w.sharing.entry,
      width: "80px",
      align: "end",
      render: (row) => (
        <LinkButton ariaLabel={w.sharing.openEntry(row.entry)} onPress={() => open(row.entry)}>
          {count(row.entry)}
        </LinkButton>
      ),
    },
  ];
}

function words(text: string): ReactNode {
  return text === "" ? (
    <span className={styles.none}>{w.sharing.noRecipient}</span>
  ) : (
    <Bdi lines={1}>{text}</Bdi>
  );
}
