/** The registers of the unit: what stands on them, files taken in, and taking them back. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type RegisterEntryView,
  type RegisterList,
  type RegisterListView,
  type RegisterRequest,
  useHost,
} from "../../../host";
import {
  Bdi,
  Button,
  Chip,
  ChipRow,
  type Column,
  DataGrid,
  EmptyState,
  LinkButton,
  Pill,
  SearchField,
  useListWindow,
  WorldTimeText,
} from "../../../kit";
import { w as lists } from "../../../record/register/words";
import { MetAccounts } from "./MetAccounts";
import { RegisterFiles } from "./RegisterFiles";
import { RegisterImport } from "./RegisterImport";
import styles from "./RegistersPanel.module.css";
import { useRegisterImport } from "./useRegisterImport";
import { w } from "./words";

const ALL: readonly RegisterList[] = ["protected", "ask-first", "already-referred", "never-links"];

/** The tab. */
export function RegistersPanel(): ReactNode {
  const host = useHost();
  const [search, setSearch] = useState("");
  const [list, setList] = useState<RegisterList | null>(null);
  const taking = useRegisterImport();
  const head = useQuery<RegisterListView>({
    queryKey: ["registers", "head"],
    queryFn: () => host.commands.registers({ search: "", list: null, offset: 0, limit: 0 }),
  });
  const count = (of: RegisterList) =>
    head.data?.counts.find((one) => one.list === of)?.entries ?? 0;
  return (
    <section className={styles.panel} aria-label={w.label}>
      <p className={styles.lead}>{w.lead}</p>
      <div className={styles.bar}>
        <SearchField label={w.search} value={search} onChange={setSearch} />
        <Button icon="import" onPress={() => void taking.choose()}>
          {w.import}
        </Button>
      </div>
      <ChipRow>
        <Chip isOn={list === null} onPress={() => setList(null)}>
          {w.all}
        </Chip>
        {ALL.map((one) => (
          <Chip
            key={one}
            isOn={list === one}
            count={count(one)}
            onPress={() => setList(list === one ? null : one)}
          >
            {lists.lists[one]}
          </Chip>
        ))}
      </ChipRow>
      {list !== null && <p className={styles.lead}>{w.means[list]}</p>}
      <Entries search={search} list={list} hasAny={(head.data?.total ?? 0) > 0} />
      <RegisterFiles batches={head.data?.batches ?? []} />
      <RegisterImport taking={taking} />
    </section>
  );
}

function Entries(props: { search: string; list: RegisterList | null; hasAny: boolean }): ReactNode {
  const host = useHost();
  const [current, setCurrent] = useState(0);
  const [opened, setOpened] = useState<RegisterEntryView | null>(null);
  const request = (offset: number, limit: number): RegisterRequest => ({
    search: props.search,
    list: props.list,
    offset,
    limit,
  });
  const source = useListWindow<RegisterEntryView>({
    key: ["registers", "window", props.search, props.list],
    fetch: (offset, limit) => host.commands.registers(request(offset, limit)),
  });
  return (
    <div className={styles.grid}>
      <DataGrid
        source={source}
        label={w.label}
        current={current}
        onCurrent={setCurrent}
        onOpen={(_, row) => {
          if (row !== undefined && row.accounts > 0) setOpened(row);
        }}
        rowKey={(row) => row.id}
        rowHeight={36}
        columns={columnsOf(setOpened)}
        empty={<EmptyState title={w.empty}>{props.hasAny ? w.emptyFound : w.emptyAll}</EmptyState>}
      />
      {opened !== null && <MetAccounts entry={opened} onClose={() => setOpened(null)} />}
    </div>
  );
}

const columnsOf = (
  open: (row: RegisterEntryView) => void,
): readonly Column<RegisterEntryView>[] => [
  {
    key: "list",
    title: w.column.list,
    width: "128px",
    render: (row) => (
      <Pill tone={row.list === "protected" && !row.is_expired ? "warn" : "neutral"}>
        {lists.lists[row.list]}
      </Pill>
    ),
  },
  {
    key: "entry",
    title: w.column.entry,
    width: "minmax(180px, 1.4fr)",
    render: (row) => (
      <Bdi mono lines={1}>
        {row.shown}
      </Bdi>
    ),
  },
  {
    key: "owner",
    title: w.column.owner,
    width: "minmax(140px, 1fr)",
    render: (row) => row.owner !== null && <Bdi lines={1}>{row.owner}</Bdi>,
  },
  {
    key: "contact",
    title: w.column.contact,
    width: "minmax(140px, 1fr)",
    from: 1080,
    render: (row) => row.contact !== null && <Bdi lines={1}>{row.contact}</Bdi>,
  },
  {
    key: "expires",
    title: w.column.expires,
    width: "176px",
    render: (row) => <Expiry row={row} />,
  },
  {
    key: "note",
    title: w.column.note,
    width: "minmax(120px, 1fr)",
    from: 1360,
    render: (row) => row.note !== null && <Bdi lines={1}>{row.note}</Bdi>,
  },
  {
    key: "accounts",
    title: w.column.accounts,
    width: "100px",
    align: "end",
    render: (row) =>
      row.accounts === 0 ? (
        w.accounts(0)
      ) : (
        <LinkButton onPress={() => open(row)}>{w.accounts(row.accounts)}</LinkButton>
      ),
  },
];

function Expiry(props: { row: RegisterEntryView }): ReactNode {
  const { row } = props;
  if (row.expires === null) return <span className={styles.none}>{w.noEnd}</span>;
  return (
    <>
      {row.is_expired && <Pill>{w.expired}</Pill>} <WorldTimeText time={row.expires} />
    </>
  );
}
