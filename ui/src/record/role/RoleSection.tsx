import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Bdi, Muted, Section, Time } from "../../kit";
import styles from "./role.module.css";
import { w } from "./words";

/** What the person is to the case, beside the account: the role, what it rests on, who said it, when and why. */
export function RoleSection(props: { account: AccountView }): ReactNode {
  const { role } = props.account;
  if (role.officer === null || role.at === null) {
    return (
      <Section title={w.title}>
        <Muted>{w.nobody}</Muted>
      </Section>
    );
  }
  return (
    <Section title={w.title}>
      <p>{w.said(role)}</p>
      {role.words !== null && (
        <p>
          <Bdi>{role.words}</Bdi>
        </p>
      )}
      <p className={styles.quiet}>
        {w.by} <Bdi>{role.officer}</Bdi>, <Time at={role.at} />
      </p>
    </Section>
  );
}
