/** Which exhibits of the account the notice names. Their files are never sent by this. */
import type { ReactNode } from "react";
import type { ItemView } from "../../host";
import { Checkbox, LinkButton } from "../../kit";
import { useRoute } from "../../lib/route";
import { failed } from "../../record/failed";
import styles from "./ItemExhibits.module.css";
import { fieldId } from "./requirements";
import { usePaperField } from "./usePaperField";
import { useEdit } from "./useReferral";
import { w } from "./words";

/** One box for each exhibit. */
export function ItemExhibits(props: { item: ItemView; isMissing: boolean }): ReactNode {
  const { item } = props;
  const edit = useEdit();
  const { go } = useRoute();
  const held = item.exhibits
    .filter((exhibit) => exhibit.is_chosen)
    .map((exhibit) => exhibit.number)
    .join(",");
  const field = usePaperField(held, (value) => edit("exhibits", value, item.id));
  const chosen = new Set(field.value === "" ? [] : field.value.split(","));
  const toggle = (number: string, isIn: boolean) => {
    if (isIn) chosen.add(number);
    else chosen.delete(number);
    const numbers = item.exhibits.map((exhibit) => exhibit.number);
    field.change(numbers.filter((one) => chosen.has(one)).join(","));
  };
  return (
    <div
      id={fieldId(item.id, "exhibits")}
      role="group"
      aria-label={w.item.exhibitsOf(item.label)}
      className={styles.exhibits}
      data-missing={props.isMissing || undefined}
      data-unsaved={field.state === "failed" || undefined}
      onBlur={() => void field.flush()}
    >
      {item.exhibits.map((exhibit) => (
        <Checkbox
          key={exhibit.id}
          isSelected={chosen.has(exhibit.number)}
          onChange={(isIn) => toggle(exhibit.number, isIn)}
        >
          <bdi dir="ltr" title={exhibit.sha256 ?? ""}>
            {exhibit.number}
          </bdi>
        </Checkbox>
      ))}
      {item.exhibits.length === 0 && <span className={styles.none}>{w.item.noExhibits}</span>}
      {(item.exhibits.length === 0 || props.isMissing) && (
        <LinkButton onPress={() => go({ area: "review", id: item.account })}>
          {w.item.attach}
        </LinkButton>
      )}
      {field.state === "failed" && (
        <span role="alert" className={styles.failed}>
          {w.item.notSaved}. {failed(field.error)}
        </span>
      )}
    </div>
  );
}
