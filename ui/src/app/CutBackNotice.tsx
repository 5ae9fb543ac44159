import { type ReactNode, useState } from "react";
import { type CutBackView, useHost } from "../host";
import { Button, Icon, useToast } from "../kit";
import { useRoute } from "../lib/route";
import { instant } from "../lib/time";
import { failed } from "../record/failed";
import styles from "./CutBackNotice.module.css";
import { w } from "./words";

/**
 * Says on every screen that the audit log was found shorter than it was known, until the officer says that
 * they have read it. Nothing else tells of entries that are no longer there.
 */
export function CutBackNotice(props: { found: CutBackView }): ReactNode {
  const { found } = props;
  const host = useHost();
  const { go } = useRoute();
  const toast = useToast();
  const [isRead, setRead] = useState(false);
  if (isRead) return null;
  const read = async () => {
    try {
      await host.commands.savePlace("cut-back-read", String(found.entry));
      setRead(true);
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <section className={styles.notice} role="alert" aria-label={w.cutBack.title}>
      <Icon name="warning" size={18} />
      <p className={styles.words}>
        <b>{w.cutBack.title}</b>{" "}
        {w.cutBack.words(found.entry, instant(found.found_at, "full"), found.known_entry)}
      </p>
      <Button onPress={() => go({ area: "audit", id: String(found.entry) })}>
        {w.cutBack.open}
      </Button>
      <Button onPress={() => void read()}>{w.cutBack.read}</Button>
    </section>
  );
}
