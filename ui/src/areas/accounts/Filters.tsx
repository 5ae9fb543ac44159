import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountStatus, useHost, useSession } from "../../host";
import { Chip, ChipMenu, type Mistake, Select } from "../../kit";
import { count } from "../../lib/numbers";
import { AccountSearch } from "../../record/search/AccountSearch";
import { SavedViewsMenu } from "../../record/search/SavedViews";
import { w as record } from "../../record/words";
import styles from "./accounts.module.css";
import { allColumns } from "./columns";
import { type AccountsPlace, ORDERS, questionOf } from "./usePlace";
import { w } from "./words";

const STATUSES = [
  "new",
  "in-review",
  "second-look",
  "hold",
  "refer",
  "drafted",
  "sent",
  "no-action",
  "closed",
] as const satisfies readonly AccountStatus[];

type FilterProps = { place: AccountsPlace; onChange: (patch: Partial<AccountsPlace>) => void };

/** Search, filters and, for the table, order and columns. */
export function Filters(
  props: FilterProps & {
    isTable: boolean;
    /** What of the search could not be read. */
    mistakes: readonly Mistake[];
  },
): ReactNode {
  const { place, onChange, isTable } = props;
  const { officer } = useSession();
  return (
    <>
      <div className={styles.search}>
        <AccountSearch
          label={w.search}
          value={place.search}
          onChange={(search) => onChange({ search })}
          mistakes={props.mistakes}
        />
      </div>
      <StatusAndPlatform place={place} onChange={onChange} />
      <Chip
        isOn={place.onlyReadable}
        onPress={() => onChange({ onlyReadable: !place.onlyReadable })}
      >
        {w.readable}
      </Chip>
      <SavedViewsMenu
        question={questionOf(place, officer.id)}
        onOpen={(list) =>
          onChange({
            search: list.search,
            statuses: list.statuses,
            platforms: list.platforms,
            onlyReadable: list.only_readable,
            order: list.order,
            isDescending: list.is_descending,
            isMine: list.assigned !== null,
            tags: list.tags,
          })
        }
      />
      <Chip isOn={place.isMine} onPress={() => onChange({ isMine: !place.isMine })}>
        {w.mine}
      </Chip>
      <Chip
        isOn={place.isDueForErasure}
        onPress={() =>
          onChange({ isDueForErasure: !place.isDueForErasure, isKeptApart: false, row: 0 })
        }
      >
        {w.due.chip}
      </Chip>
      <Chip
        isOn={place.isKeptApart}
        onPress={() =>
          onChange({ isKeptApart: !place.isKeptApart, isDueForErasure: false, row: 0 })
        }
      >
        {w.apart.chip}
      </Chip>
      <Tags place={place} onChange={onChange} />
      {isTable && <TableChoices place={place} onChange={onChange} />}
    </>
  );
}

function StatusAndPlatform(props: FilterProps): ReactNode {
  const { place, onChange } = props;
  const host = useHost();
  const filters = useQuery({
    queryKey: ["account-filters"],
    queryFn: () => host.commands.accountFilters(),
  });
  return (
    <>
      <ChipMenu
        label={w.status}
        value={new Set(place.statuses)}
        onChange={(statuses) => onChange({ statuses: [...statuses] })}
        options={STATUSES.map((status) => ({
          value: status,
          label: record.status[status],
          detail: count(filters.data?.statuses.find((one) => one.status === status)?.count ?? 0),
        }))}
      />
      <ChipMenu
        label={w.platform}
        value={new Set(place.platforms)}
        onChange={(platforms) => onChange({ platforms: [...platforms] })}
        options={(filters.data?.platforms ?? []).map((platform) => ({
          value: platform.code,
          label: platform.name,
          detail: count(platform.accounts),
        }))}
      />
    </>
  );
}

function Tags(props: FilterProps): ReactNode {
  const { place, onChange } = props;
  const host = useHost();
  const tags = useQuery({
    queryKey: ["account-tags"],
    queryFn: () => host.commands.accountTags(),
  });
  return (
    <ChipMenu
      label={w.tags}
      value={new Set(place.tags)}
      onChange={(chosen) => onChange({ tags: [...chosen] })}
      options={(tags.data ?? []).map((one) => ({
        value: one.tag,
        label: one.tag,
        detail: count(one.count),
      }))}
    />
  );
}

function TableChoices(props: FilterProps): ReactNode {
  const { place, onChange } = props;
  return (
    <>
      <ChipMenu
        label={w.columns}
        value={new Set(place.columns)}
        onChange={(columns) => onChange({ columns: withColumns(place.columns, columns) })}
        options={allColumns()
          .filter((column) => column.key !== "account")
          .map((column) => ({ value: column.key, label: column.title }))}
      />
      <div className={styles.order}>
        <Select
          label={w.order}
          hideLabel
          value={place.order}
          onChange={(order) => onChange({ order })}
          options={ORDERS.map((value) => ({ value, label: w.orders[value] }))}
        />
      </div>
      <Chip
        isOn={place.isDescending}
        onPress={() => onChange({ isDescending: !place.isDescending })}
      >
        {w.descending}
      </Chip>
    </>
  );
}

/** The columns that are shown, in their order; new ones come last, and the account itself always stays. */
function withColumns(before: readonly string[], chosen: ReadonlySet<string>): string[] {
  const kept = before.filter((key) => key === "account" || chosen.has(key));
  const added = [...chosen].filter((key) => key !== "account" && !before.includes(key));
  return kept.includes("account") ? [...kept, ...added] : ["account", ...kept, ...added];
}
