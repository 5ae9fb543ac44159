import { type ReactNode, useState } from "react";
import type { AccountView, LinksView, SharedView } from "../../host";
import { Bdi, Button, Card, EmptyState, QueryState } from "../../kit";
import { MergeDialog } from "../merge/MergeDialog";
import { w as merge } from "../merge/words";
import { Chain } from "./Chain";
import { LinkLine } from "./LinkLine";
import styles from "./links.module.css";
import { Succession } from "./Succession";
import { useLinks } from "./useLinks";
import { w } from "./words";

/** Every account that shares something with this one, why, and what is shared by too many to mean anything. */
export function LinksTab(props: { account: AccountView }): ReactNode {
  const query = useLinks(props.account.id);
  return (
    <QueryState query={query}>
      {(links) => (
        <>
          <Chain chain={links.chain} />
          <Linked account={props.account.id} links={links} />
          {links.shared.length > 0 && <Shared shared={links.shared} />}
          <Merge account={props.account} />
        </>
      )}
    </QueryState>
  );
}

/** The way to say that another record is the same account. */
function Merge(props: { account: AccountView }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <div>
      <Button size="small" onPress={() => setOpen(true)}>
        {merge.start}
      </Button>
      {isOpen && <MergeDialog account={props.account} onClose={() => setOpen(false)} />}
    </div>
  );
}

function Linked(props: { account: string; links: LinksView }): ReactNode {
  const { links, total, why_none: whyNone } = props.links;
  if (whyNone !== null) {
    return (
      <EmptyState title={w.apart} icon="networks">
        {whyNone}
      </EmptyState>
    );
  }
  if (total === 0) {
    return (
      <EmptyState title={w.none} icon="networks">
        {w.means}
      </EmptyState>
    );
  }
  return (
    <Card title={w.title} aside={w.shownOf(links.length, total)}>
      <ul className={styles.list} aria-label={w.title}>
        {links.map((link) => (
          <li key={link.account.id}>
            <LinkLine link={link} isWhole />
            <Succession account={props.account} link={link} />
          </li>
        ))}
      </ul>
      <p className={styles.means}>{w.means}</p>
    </Card>
  );
}

function Shared(props: { shared: readonly SharedView[] }): ReactNode {
  return (
    <Card title={w.sharedTitle}>
      <ul className={styles.shared}>
        {props.shared.map(({ kind, value, accounts, why }) => (
          <li key={`${kind} ${value}`}>
            <Bdi mono>{value === "" ? kind : value}</Bdi> {w.shared(accounts, why)}
          </li>
        ))}
      </ul>
    </Card>
  );
}
