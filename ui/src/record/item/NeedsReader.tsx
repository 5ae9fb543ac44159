/** Why an account cannot be referred by this officer yet, and what opens it. */
import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Icon, LinkButton } from "../../kit";
import { useRoute } from "../../lib/route";
import { mayDecide } from "../standing";
import { w } from "../words";
import styles from "./NeedsReader.module.css";

/** The strip over the tabs; nothing where no reader is needed, or the account is decided elsewhere. */
export function NeedsReader(props: { account: AccountView }): ReactNode {
  const { needs_reader: needs, status } = props.account;
  const { go } = useRoute();
  if (needs === null || !mayDecide(status)) return null;
  return (
    <p role="note" aria-label={w.readerStrip} className={styles.strip}>
      <Icon name="info" size={14} />
      <span>
        {w.readerShut(w.needsReader(needs.language, needs.waiting))} {w.readerOpens}{" "}
        <LinkButton onPress={() => go({ area: "settings", tab: "you" })}>
          {w.readerSettings}
        </LinkButton>
      </span>
    </p>
  );
}
