import { type ReactNode, useEffect, useMemo, useState } from "react";
import { type ExhibitView, useHost } from "../../host";
import {
  Button,
  EmptyState,
  LinkButton,
  ListWindow,
  Page,
  SearchField,
  useCommand,
  useListWindow,
} from "../../kit";
import { useRoute } from "../../lib/route";
import { ExhibitLine } from "../../record/exhibit/ExhibitLine";
import { ExhibitProvider, useExhibits } from "../../record/exhibit/ExhibitProvider";
import { w as role } from "../../record/role/words";
import styles from "./evidence.module.css";
import { w } from "./words";

/** Height of a row in pixels: a tile and three lines of words. */
const ROW = 84;

/** A search waits this long for the next key. Milliseconds. */
const SEARCH_PAUSE_MS = 150;

/** Every exhibit of the case; each opens in the viewer and leads to its account. */
export function EvidenceArea(): ReactNode {
  const { go } = useRoute();
  return (
    <ExhibitProvider onOpenAccount={(id) => go({ area: "accounts", id })}>
      <Exhibits onOpenAccount={(id) => go({ area: "accounts", id, tab: "evidence" })} />
    </ExhibitProvider>
  );
}

function Exhibits(props: { onOpenAccount: (id: string) => void }): ReactNode {
  const host = useHost();
  const { open } = useExhibits();
  const [typed, setTyped] = useState("");
  const search = usePaused(typed, SEARCH_PAUSE_MS);
  const [current, setCurrent] = useState<number | null>(null);
  const [leftOut, setLeftOut] = useState(0);
  const source = useListWindow<ExhibitView>({
    key: ["exhibits", search],
    fetch: async (offset, limit) => {
      const view = await host.commands.listExhibits({ search, offset, limit });
      setLeftOut(view.left_out);
      return view;
    },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another search has another first row.
  useEffect(() => setCurrent(null), [search]);
  const around = useMemo(
    () => (index: number) =>
      Array.from({ length: 101 }, (_, n) => source.rowAt(index - 50 + n)).filter(
        (row) => row !== undefined,
      ),
    [source],
  );
  const show = (index: number) => {
    const exhibit = source.rowAt(index);
    if (exhibit !== undefined) {
      open(around(index), exhibit.id);
    }
  };
  const step = (by: 1 | -1) => {
    const next = current === null ? 0 : current + by;
    if (next >= 0 && next < source.total) {
      setCurrent(next);
    }
  };
  useCommand("next", () => step(1), source.total > 0);
  useCommand("previous", () => step(-1), source.total > 0);
  return (
    <Page
      title={w.title}
      aside={[w.total(source.total), leftOut > 0 && role.exhibitsLeftOut(leftOut)]
        .filter(Boolean)
        .join(" · ")}
      isFilled
      actions={
        <div className={styles.search}>
          <SearchField label={w.search} value={typed} onChange={setTyped} />
        </div>
      }
    >
      <div className={styles.sheet}>
        <ListWindow<ExhibitView>
          source={source}
          label={w.list}
          rowKey={(row) => row.id}
          rowHeight={ROW}
          current={current}
          onCurrent={setCurrent}
          onOpen={show}
          renderRow={(row, { index }) => (
            <div className={styles.row}>
              <ExhibitLine exhibit={row} onOpen={() => show(index)} />
              <span className={styles.account}>
                <Button
                  size="small"
                  ariaLabel={w.openAccount(row.account_label)}
                  onPress={() => props.onOpenAccount(row.account)}
                >
                  <bdi dir="auto">{row.account_label}</bdi>
                </Button>
              </span>
            </div>
          )}
          empty={<Empty isSearch={search !== ""} onClear={() => setTyped("")} />}
        />
      </div>
    </Page>
  );
}

function Empty(props: { isSearch: boolean; onClear: () => void }): ReactNode {
  return props.isSearch ? (
    <EmptyState
      title={w.nothingFound}
      action={<LinkButton onPress={props.onClear}>{w.clear}</LinkButton>}
    />
  ) : (
    <EmptyState title={w.none} icon="evidence">
      {w.noneText}
    </EmptyState>
  );
}

function usePaused(value: string, ms: number): string {
  const [paused, setPaused] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return paused;
}
