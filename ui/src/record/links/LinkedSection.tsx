import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { ErrorState, Muted, Section } from "../../kit";
import { LinkLine } from "./LinkLine";
import styles from "./links.module.css";
import { isOpen, useLinks } from "./useLinks";
import { w } from "./words";

/** Links shown beside an account. */
const FEW = 4;

/** The accounts this one shares most with, beside it. */
export function LinkedSection(props: { account: AccountView }): ReactNode {
  const query = useLinks(props.account.id);
  const links = query.data;
  if (query.error !== null) {
    return (
      <Section title={w.title}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      </Section>
    );
  }
  if (links === undefined) {
    return null;
  }
  const open = links.links.filter(isOpen).length;
  return (
    <Section title={w.title} aside={links.total === 0 ? undefined : w.toAssess(links.total, open)}>
      {links.total === 0 ? (
        <Muted>{links.why_none ?? w.none}</Muted>
      ) : (
        <ul className={styles.list}>
          {links.links.slice(0, FEW).map((link) => (
            <li key={link.account.id}>
              <LinkLine link={link} />
            </li>
          ))}
        </ul>
      )}
      {links.total > FEW && <Muted>{w.more(links.total - FEW)}</Muted>}
    </Section>
  );
}
