/** The accounts behind the count of an entry; each can be opened. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type AccountRow, type RegisterEntryView, useHost } from "../../../host";
import { Bdi, Dialog, LinkButton, QueryState } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { StatusPill } from "../../../record/StatusPill";
import styles from "./RegistersPanel.module.css";
import { w } from "./words";

/** The list over the tab. */
export function MetAccounts(props: { entry: RegisterEntryView; onClose: () => void }): ReactNode {
  const { entry, onClose } = props;
  const host = useHost();
  const { go } = useRoute();
  const accounts = useQuery<AccountRow[]>({
    queryKey: ["registers", "accounts", entry.id],
    queryFn: () => host.commands.registerAccounts(entry.id),
  });
  return (
    <Dialog title={w.met(entry.shown)} isOpen onClose={onClose}>
      <QueryState query={accounts}>
        {(rows) => (
          <ul className={styles.files}>
            {rows.map((row) => (
              <li key={row.id}>
                <LinkButton
                  onPress={() => {
                    onClose();
                    go({ area: "review", id: row.id });
                  }}
                >
                  <Bdi>{row.label}</Bdi>
                </LinkButton>
                <StatusPill status={row.status} />
              </li>
            ))}
          </ul>
        )}
      </QueryState>
    </Dialog>
  );
}
