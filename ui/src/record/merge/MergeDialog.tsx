/** Asks which record is another one of the same account, and why. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type AccountRow, type AccountView, useHost } from "../../host";
import {
  Dialog,
  ErrorState,
  FormButtons,
  Muted,
  RadioList,
  TextArea,
  TextField,
  useToast,
} from "../../kit";
import { useLinks } from "../links/useLinks";
import styles from "./merge.module.css";
import { w } from "./words";

/** Records offered. */
const MOST = 12;

/** The dialog; it closes once the record is merged. */
export function MergeDialog(props: { account: AccountView; onClose: () => void }): ReactNode {
  const { account, onClose } = props;
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<AccountRow | null>(null);
  const [reason, setReason] = useState("");
  const { merge, isBusy, error } = useMerge(account, onClose);
  const missing = chosen === null ? w.needsRecord : reason.trim().length < 3 ? w.needsReason : null;
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      footer={
        <FormButtons
          onCancel={onClose}
          cancel={w.cancel}
          action={w.merge}
          missing={missing}
          isBusy={isBusy}
          onAct={() => chosen !== null && void merge(chosen, reason.trim())}
        />
      }
    >
      <div className={styles.form}>
        <p className={styles.quiet}>{w.lead(account.platform_name)}</p>
        <TextField label={w.find} value={search} onChange={setSearch} autoFocus />
        <Candidates account={account} search={search} chosen={chosen} onChoose={setChosen} />
        <TextArea
          label={w.reason}
          description={w.reasonHint}
          value={reason}
          onChange={setReason}
          rows={3}
          maxLength={2_000}
          isRequired
        />
        {error !== null && <ErrorState error={error} isInline />}
      </div>
    </Dialog>
  );
}

function useMerge(account: AccountView, onClose: () => void) {
  const host = useHost();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const merge = async (other: AccountRow, reason: string) => {
    setBusy(true);
    setError(null);
    try {
      const { set } = await host.commands.mergeAccounts({
        into: account.id,
        account: other.id,
        reason,
      });
      toast({
        text: w.merged(other.label),
        tone: "ok",
        undo: () => host.commands.undo(set),
      });
      onClose();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { merge, isBusy, error };
}

function Candidates(props: {
  account: AccountView;
  search: string;
  chosen: AccountRow | null;
  onChoose: (row: AccountRow) => void;
}): ReactNode {
  const { account, chosen } = props;
  const search = props.search.trim();
  const links = useLinks(account.id);
  const found = useFound(account, search);
  const linked = (links.data?.links ?? []).map((link) => link.account);
  const all = (search === "" ? linked : (found.data ?? [])).filter(
    (row) => row.platform === account.platform && row.id !== account.id,
  );
  const isWaiting = search === "" ? links.isPending : found.isPending;
  if (isWaiting) return null;
  if (all.length === 0) return <Muted>{search === "" ? w.noneLinked : w.noneFound}</Muted>;
  return (
    <div className={styles.scroll}>
      <RadioList
        label={search === "" ? w.linked : w.candidates}
        value={chosen?.id ?? null}
        onChange={(id) => {
          const row = all.find((one) => one.id === id);
          if (row !== undefined) props.onChoose(row);
        }}
        options={all.slice(0, MOST).map((row) => ({
          value: row.id,
          label: row.label,
          detail: row.platform_id ?? row.display_name,
        }))}
      />
    </div>
  );
}

function useFound(account: AccountView, search: string) {
  const host = useHost();
  return useQuery<readonly AccountRow[]>({
    queryKey: ["accounts", "merge", account.platform, search],
    enabled: search !== "",
    queryFn: async () => {
      const view = await host.commands.listAccounts({
        scope: "all",
        search,
        statuses: [],
        platforms: [account.platform],
        only_readable: false,
        assigned: null,
        tags: [],
        order: "handle",
        is_descending: false,
        offset: 0,
        limit: MOST + 1,
      });
      return view.rows;
    },
  });
}
