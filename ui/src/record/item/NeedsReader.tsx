/** Why an account cannot be referred by this officer yet, and what opens it. */
import { type ReactNode, useState } from "react";
import type { AccountView } from "../../host";
import { Icon, LinkButton } from "../../kit";
import { useRoute } from "../../lib/route";
import { CouldNotRead } from "../linguist/CouldNotRead";
import { LinguistDialog } from "../linguist/LinguistDialog";
import { w as linguist } from "../linguist/words";
import { mayDecide } from "../standing";
import { w } from "../words";
import styles from "./NeedsReader.module.css";

/** The strip over the tabs; nothing where no reader is needed, or the account is decided elsewhere. */
export function NeedsReader(props: { account: AccountView }): ReactNode {
  const { needs_reader: needs, status, cannot_read: answers } = props.account;
  const { go } = useRoute();
  const [isGiving, setGiving] = useState(false);
  if (needs === null || !mayDecide(status)) return null;
  return (
    <div role="note" aria-label={w.readerStrip} className={styles.strip}>
      <Icon name="info" size={14} />
      <div>
        {w.readerShut(w.needsReader(needs.language, needs.waiting))} {w.readerOpens}{" "}
        <LinkButton onPress={() => go({ area: "settings", tab: "you" })}>
          {w.readerSettings}
        </LinkButton>{" "}
        · <LinkButton onPress={() => setGiving(true)}>{linguist.send(needs.language)}</LinkButton>
        <CouldNotRead answers={answers.filter((answer) => answer.post === null)} />
      </div>
      {isGiving && <LinguistDialog language={needs.code} onClose={() => setGiving(false)} />}
    </div>
  );
}
