/** Which accounts stand in the file, with their number before anything is written. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountStatus, useHost } from "../../host";
import { Card, ChipMenu, ErrorState, RadioList, TextField } from "../../kit";
import { count } from "../../lib/numbers";
import { w as record } from "../../record/words";
import type { ExportForm } from "./exportForm";
import styles from "./WhichAccounts.module.css";
import { w } from "./words";

/** All, or narrowed by search, status and platform. */
export function WhichAccounts(props: {
  form: ExportForm;
  onChange: (part: Partial<ExportForm>) => void;
  /** `null` while they are counted. */
  accounts: number | null;
  error: unknown;
  /** What is to be chosen beside it. */
  children?: ReactNode;
}): ReactNode {
  const { form, onChange, accounts, error } = props;
  return (
    <Card title={w.export.which} aside={<span role="status">{said(accounts)}</span>}>
      <RadioList<ExportForm["scope"]>
        label={w.export.which}
        hideLabel
        value={form.scope}
        onChange={(scope) => onChange({ scope })}
        options={[
          { value: "all", label: w.export.scope.all },
          { value: "some", label: w.export.scope.some },
        ]}
      />
      {form.scope === "some" && <Narrow form={form} onChange={onChange} />}
      {props.children}
      {error !== null && <ErrorState error={error} />}
    </Card>
  );
}

function Narrow(props: {
  form: ExportForm;
  onChange: (part: Partial<ExportForm>) => void;
}): ReactNode {
  const { form, onChange } = props;
  const host = useHost();
  const filters = useQuery({
    queryKey: ["account-filters"],
    queryFn: () => host.commands.accountFilters(),
  });
  return (
    <div className={styles.narrow}>
      <div className={styles.search}>
        <TextField
          label={w.export.search}
          placeholder={w.export.searchHint}
          value={form.search}
          onChange={(search) => onChange({ search })}
        />
      </div>
      <ChipMenu<AccountStatus>
        label={w.export.status}
        options={(filters.data?.statuses ?? []).map(({ status, count: n }) => ({
          value: status,
          label: record.status[status],
          detail: count(n),
        }))}
        value={new Set(form.statuses)}
        onChange={(value) => onChange({ statuses: [...value] })}
      />
      <ChipMenu
        label={w.export.platform}
        options={(filters.data?.platforms ?? []).map((platform) => ({
          value: platform.code,
          label: platform.name,
          detail: count(platform.accounts),
        }))}
        value={new Set(form.platforms)}
        onChange={(value) => onChange({ platforms: [...value] })}
      />
    </div>
  );
}

function said(accounts: number | null): string {
  if (accounts === null) return w.export.counting;
  return accounts === 0 ? w.export.none : w.export.matched(accounts);
}
