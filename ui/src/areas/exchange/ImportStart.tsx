/** The empty import: where a file is chosen or dropped, and what will become of it. */
import { type ReactNode, useState } from "react";
import { useHostEvent } from "../../host";
import { Button, Icon } from "../../kit";
import { ImportList } from "./ImportList";
import styles from "./ImportStart.module.css";
import { OutcomesImport } from "./outcomes/OutcomesImport";
import { useChooseImport } from "./useChooseImport";
import { w } from "./words";

/** Choose or drop. */
export function ImportStart(props: { note: string | null }): ReactNode {
  const choose = useChooseImport();
  const [isOver, setOver] = useState(false);
  useHostEvent("drop-hover", ({ over }) => setOver(over));
  useHostEvent("dropped", () => setOver(false));
  return (
    <section className={styles.start} aria-label={w.start.title}>
      <div className={styles.drop} data-over={isOver || undefined}>
        <span className={styles.picture}>
          <Icon name="import" />
        </span>
        <h2 className={styles.title}>{w.start.title}</h2>
        <p>{isOver ? w.start.drop : w.start.lead}</p>
        <Button variant="primary" command="exchange.import" autoFocus onPress={() => void choose()}>
          {w.start.choose}
        </Button>
        <p className={styles.promise}>{w.start.promise}</p>
        {props.note !== null && <p role="status">{props.note}</p>}
      </div>
      <dl className={styles.facts}>
        <div>
          <dt>{w.start.whatTitle}</dt>
          <dd>{w.start.what}</dd>
        </div>
        <div>
          <dt>{w.start.restTitle}</dt>
          <dd>{w.start.rest}</dd>
        </div>
      </dl>
      <OutcomesImport />
      <ImportList />
    </section>
  );
}
