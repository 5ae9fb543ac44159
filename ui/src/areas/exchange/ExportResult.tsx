/** What was written, so that it can be named to whoever receives it. */
import type { ReactNode } from "react";
import type { ExportView } from "../../host";
import { Bdi, Button, Card, LinkButton, useToast } from "../../kit";
import { copyText } from "../../lib/clipboard";
import { count } from "../../lib/numbers";
import { useRoute } from "../../lib/route";
import { w as role } from "../../record/role/words";
import styles from "./ExportResult.module.css";
import { w } from "./words";

/** Rows, hash and audit entry of an export. */
export function ExportResult(props: {
  view: ExportView;
  recipient: string;
  onAgain: () => void;
}): ReactNode {
  const { view } = props;
  const { go } = useRoute();
  const toast = useToast();
  const copy = async () => {
    const isCopied = await copyText(view.sha256);
    toast(
      isCopied ? { text: w.export.copied, tone: "ok" } : { text: w.export.notCopied, tone: "warn" },
    );
  };
  return (
    <Card title={<Bdi>{w.export.done(view.file_name)}</Bdi>} aside={w.export.compared}>
      <div role="status">
        <dl className={styles.facts}>
          <dt>{w.export.rows}</dt>
          <dd className={styles.rows}>
            {count(view.rows)}
            {view.left_out > 0 && <span> · {role.leftOut(view.left_out)}</span>}
            {view.kept_apart > 0 && <span> · {role.written(view.kept_apart)}</span>}
          </dd>
          <dt>{w.export.recipient}</dt>
          <dd>
            <Bdi>{props.recipient}</Bdi>
          </dd>
          <dt>{w.export.sha256}</dt>
          <dd className={styles.hash}>
            <bdi dir="ltr">{view.sha256}</bdi>
            <Button size="small" icon="copy" ariaLabel={w.export.copy} onPress={() => void copy()}>
              {w.export.copyShort}
            </Button>
          </dd>
          <dt>{w.export.entry}</dt>
          <dd>
            <LinkButton
              ariaLabel={w.export.openEntry(view.entry)}
              onPress={() => go({ area: "audit", id: String(view.entry) })}
            >
              {count(view.entry)}
            </LinkButton>
          </dd>
        </dl>
      </div>
      <div className={styles.row}>
        <Button autoFocus onPress={() => go({ area: "colleagues", tab: "sharing" })}>
          {w.export.seeLog}
        </Button>
        <Button variant="quiet" onPress={props.onAgain}>
          {w.export.again}
        </Button>
      </div>
    </Card>
  );
}
