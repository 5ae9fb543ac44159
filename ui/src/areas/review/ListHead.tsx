import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { type AccountStatus, useHost } from "../../host";
import { Chip, ChipMenu, ChipRow, ListHeader, SearchField } from "../../kit";
import { cx } from "../../lib/css";
import { count } from "../../lib/numbers";
import { w as record } from "../../record/words";
import styles from "./review.module.css";
import { type ReviewPlace, START } from "./usePlace";
import { w } from "./words";

/** A search waits this long for the next key. Milliseconds. */
const SEARCH_PAUSE_MS = 150;

const STATUSES = [
  "new",
  "in-review",
  "second-look",
  "hold",
] as const satisfies readonly AccountStatus[];

/** Search and filters over the queue. */
export function ListHead(props: {
  place: ReviewPlace;
  onChange: (patch: Partial<ReviewPlace>) => void;
  /** Enter in the search field. */
  onSubmit: (search: string) => void;
  /** Accounts the list now holds. */
  total: number;
}): ReactNode {
  const { place, onChange } = props;
  const host = useHost();
  const filters = useQuery({
    queryKey: ["account-filters"],
    queryFn: () => host.commands.accountFilters(),
  });
  return (
    <ListHeader>
      <Search
        value={place.search}
        onChange={(search) => onChange({ search })}
        onSubmit={props.onSubmit}
      />
      <ChipRow>
        <span className={cx(isWhole(place) ? styles.on : styles.off)}>
          <ChipMenu
            label={place.statuses.length > 1 ? w.status : w.toReview(props.total)}
            value={new Set(place.statuses)}
            onChange={(statuses) => onChange({ statuses: [...statuses] })}
            options={STATUSES.map((status) => ({
              value: status,
              label: record.status[status],
              detail: count(
                filters.data?.statuses.find((one) => one.status === status)?.count ?? 0,
              ),
            }))}
          />
        </span>
        <Chip
          isOn={place.onlyReadable}
          onPress={() => onChange({ onlyReadable: !place.onlyReadable })}
        >
          {w.readable}
        </Chip>
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
      </ChipRow>
    </ListHeader>
  );
}

function Search(props: {
  value: string;
  onChange: (value: string) => void;
  onSubmit: (value: string) => void;
}): ReactNode {
  const { value, onChange } = props;
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) {
      return;
    }
    const timer = setTimeout(() => onChange(typed), SEARCH_PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField label={w.search} value={typed} onChange={setTyped} onSubmit={props.onSubmit} />
  );
}

/** True when nothing narrows the queue. */
export function isWhole(place: ReviewPlace): boolean {
  return (
    place.search === START.search &&
    place.statuses.length === 0 &&
    place.platforms.length === 0 &&
    !place.onlyReadable
  );
}
