/** The exhibits an item names, covered until the viewer is asked to clear one. */
import type { ReactNode } from "react";
import type { ExhibitView, ItemView } from "../../../host";
import { ErrorState, Loading } from "../../../kit";
import { ExhibitLine } from "../../../record/exhibit/ExhibitLine";
import { useExhibits } from "../../../record/exhibit/ExhibitProvider";
import { alikeGroups } from "../../../record/exhibit/Thumb";
import { useAccount } from "../../../record/item/useAccount";
import styles from "./SubmittedItem.module.css";
import { w } from "./words";

/** One line for each exhibit that would be named. */
export function ItemEvidence(props: { item: ItemView }): ReactNode {
  const { item } = props;
  const account = useAccount(item.account);
  const { open } = useExhibits();
  const chosen = item.exhibits.filter((exhibit) => exhibit.is_chosen);
  if (chosen.length === 0) return <p className={styles.muted}>{w.item.noEvidence}</p>;
  if (account.isError) {
    return <ErrorState error={account.error} onRetry={() => void account.refetch()} isInline />;
  }
  if (account.data === undefined) return <Loading lines={2} />;
  const known = new Map(account.data.exhibits.map((exhibit) => [exhibit.id, exhibit]));
  const shown = chosen.flatMap(({ id }): ExhibitView[] => {
    const exhibit = known.get(id);
    return exhibit === undefined ? [] : [exhibit];
  });
  const first = new Set(alikeGroups(shown).map((group) => group[0]?.id));
  return (
    <>
      {shown.map((exhibit) => (
        <ExhibitLine
          key={exhibit.id}
          exhibit={exhibit}
          isRepeated={!first.has(exhibit.id)}
          onOpen={() => open(shown, exhibit.id)}
        />
      ))}
      {chosen
        .filter(({ id }) => !known.has(id))
        .map(({ id, number }) => (
          <p key={id} className={styles.muted}>
            {w.item.gone(number)}
          </p>
        ))}
    </>
  );
}
