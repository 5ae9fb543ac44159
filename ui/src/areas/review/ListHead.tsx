import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountStatus, useHost } from "../../host";
import { Chip, ChipMenu, ChipRow, ListHeader, type Mistake } from "../../kit";
import { cx } from "../../lib/css";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import type { ListQuestion } from "../../record/list/useAccountList";
import { AccountSearch } from "../../record/search/AccountSearch";
import { SavedViewsMenu } from "../../record/search/SavedViews";
import { w as record } from "../../record/words";
import { LeaveOutMenu, type LeftOut } from "./LeftOut";
import styles from "./review.module.css";
import { type ReviewPlace, START } from "./usePlace";
import { w } from "./words";

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
  /** What of the search could not be read. */
  mistakes: readonly Mistake[];
  question: ListQuestion;
  leftOut: LeftOut;
}): ReactNode {
  const { place, onChange } = props;
  const host = useHost();
  const { go } = useRoute();
  const filters = useQuery({
    queryKey: ["account-filters"],
    queryFn: () => host.commands.accountFilters(),
  });
  return (
    <ListHeader>
      <AccountSearch
        label={w.search}
        value={place.search}
        onChange={(search) => onChange({ search })}
        onSubmit={props.onSubmit}
        mistakes={props.mistakes}
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
        <Chip isOn={place.onlyUnseen} onPress={() => onChange({ onlyUnseen: !place.onlyUnseen })}>
          {w.unseen}
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
        <LeaveOutMenu leftOut={props.leftOut} counts={filters.data?.warnings ?? []} />
        <SavedViewsMenu
          question={{ ...props.question, without: [] }}
          onOpen={(list) =>
            onChange({
              search: list.search,
              statuses: list.statuses,
              platforms: list.platforms,
              onlyReadable: list.only_readable,
              onlyUnseen: list.only_unseen ?? false,
            })
          }
        />
        <Chip isOn={false} onPress={() => go({ area: "review", tab: "second-review" })}>
          {w.second}
        </Chip>
      </ChipRow>
    </ListHeader>
  );
}

/** True when nothing narrows the queue. */
export function isWhole(place: ReviewPlace): boolean {
  return (
    place.search === START.search &&
    place.statuses.length === 0 &&
    place.platforms.length === 0 &&
    !place.onlyReadable &&
    !place.onlyUnseen
  );
}
