import type { ReactNode } from "react";
import type { ReferralExportView } from "../../host";
import { Bdi, Button, IconButton, useToast } from "../../kit";
import { copyText } from "../../lib/clipboard";
import styles from "./NoticeBar.module.css";
import { w } from "./words";

/** What was written, and its hash. */
export function Exported(props: { view: ReferralExportView; onDismiss: () => void }): ReactNode {
  const { view } = props;
  const toast = useToast();
  const copy = async () => {
    const isCopied = await copyText(view.sha256);
    toast(isCopied ? { text: w.bar.copied, tone: "ok" } : { text: w.bar.notCopied, tone: "warn" });
  };
  return (
    <div className={styles.exported} role="status">
      <p>
        <Bdi>{view.draft ? w.bar.exported(view.file_name) : w.bar.written(view.file_name)}</Bdi>{" "}
        {w.bar.logged}
      </p>
      {view.told !== null && <p>{view.told}</p>}
      <p className={styles.hash}>
        {w.bar.sha} <bdi dir="ltr">{view.sha256}</bdi>
        <Button size="small" icon="copy" ariaLabel={w.bar.copy} onPress={() => void copy()}>
          {w.bar.copyShort}
        </Button>
      </p>
      <span className={styles.dismiss}>
        <IconButton icon="close" size="small" label={w.bar.dismiss} onPress={props.onDismiss} />
      </span>
    </div>
  );
}
