import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Muted, Section } from "../../kit";
import { isAlike, WARNING_LISTS } from "../register/hits";
import { RegisterHit } from "../register/RegisterBanner";
import { w } from "../register/words";
import styles from "./Inspector.module.css";

/** What the registers say of the account, and on which lists it is not. */
export function Registers(props: { account: AccountView }): ReactNode {
  const { registers } = props.account;
  const absent = WARNING_LISTS.filter(
    (list) => !registers.some((hit) => hit.list === list && !isAlike(hit)),
  );
  return (
    <Section title={w.title} aside={registers.length === 0 ? undefined : registers.length}>
      {registers.length > 0 && (
        <ul className={styles.lines}>
          {registers.map((hit) => (
            <li key={hit.entry}>
              <RegisterHit hit={hit} />
            </li>
          ))}
        </ul>
      )}
      {absent.length > 0 && <Muted>{absent.map((list) => w.notOn[list]).join(" ")}</Muted>}
    </Section>
  );
}
