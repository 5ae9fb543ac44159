/** The one form of an item's address, where it is given otherwise. */
import type { ReactNode } from "react";
import type { ItemView } from "../../host";
import { Bdi } from "../../kit";
import { defang } from "../../record/defang";
import styles from "./Earlier.module.css";
import { w } from "./words";

/** Nothing where the address is in that form, or has none. */
export function Canonical(props: { item: ItemView }): ReactNode {
  const { address, canonical } = props.item;
  if (canonical === null || canonical === address) return null;
  return (
    <p className={styles.earlier}>
      {w.item.canonical} <Bdi mono>{defang(canonical)}</Bdi>
    </p>
  );
}
