/** What an undone import left in the case, each with why, each opening its account. */
import type { ReactNode } from "react";
import type { ImportUndoneView } from "../../host";
import { Bdi, LinkButton } from "../../kit";
import { useRoute } from "../../lib/route";
import styles from "./ImportList.module.css";
import { w } from "./words";

/** The list; nothing where everything was taken back. */
export function KeptAccounts(props: { undone: ImportUndoneView; onOpen?: () => void }): ReactNode {
  const { undone, onOpen } = props;
  const { go } = useRoute();
  if (undone.kept_accounts.length === 0) return null;
  return (
    <section aria-label={w.result.keptTitle} className={styles.kept}>
      <h3>{w.result.keptTitle}</h3>
      <ul className={styles.list}>
        {undone.kept_accounts.map(({ account, label, why }) => (
          <li key={account}>
            <LinkButton
              onPress={() => {
                onOpen?.();
                go({ area: "review", id: account });
              }}
            >
              <Bdi>{label}</Bdi>
            </LinkButton>
            <span className={styles.why}>{why}</span>
          </li>
        ))}
      </ul>
      {undone.kept_accounts.length < undone.accounts && (
        <p className={styles.why}>
          {w.result.keptMore(undone.kept_accounts.length, undone.accounts)}
        </p>
      )}
    </section>
  );
}
