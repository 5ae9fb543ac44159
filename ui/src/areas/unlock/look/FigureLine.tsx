import { type ReactNode, useState } from "react";
import { Button as AriaButton } from "react-aria-components";
import type { FigureView, OldestView } from "../../../host";
import { Bdi, Icon, IconButton } from "../../../kit";
import { count } from "../../../lib/numbers";
import styles from "./look.module.css";
import { f, figureWords, remarkWords, w } from "./words";

/** One figure: how many, a sentence, and on demand how it is counted. It opens its rows if it has any. */
export function FigureLine(props: {
  figure: FigureView;
  oldest: OldestView | null;
  isOpen: boolean;
  onOpen: () => void;
}): ReactNode {
  const { figure, oldest } = props;
  const [isTold, setTold] = useState(false);
  const { name, how } = f[figure.figure];
  return (
    <li className={styles.line} data-open={props.isOpen || undefined}>
      <div className={styles.lineHead}>
        <AriaButton
          className={styles.lineOpen ?? ""}
          isDisabled={figure.rows === 0}
          aria-pressed={props.isOpen}
          onPress={props.onOpen}
        >
          <span className={styles.number} data-none={figure.count === 0 || undefined}>
            {figure.count === 0 ? <Icon name="check" /> : count(figure.count)}
          </span>
          <span className={styles.lineWords}>
            <b>{name}</b>
            <span>{figureWords(figure)}</span>
            {oldest !== null && (
              <span className={styles.quiet}>
                <Bdi>{w.oldest(oldest.written)}</Bdi>
              </span>
            )}
            {figure.remark !== null && (
              <span className={styles.quiet}>{remarkWords(figure.remark)}</span>
            )}
          </span>
          {figure.rows > 0 && <span className={styles.lineRows}>{w.rowsOf(figure.rows)}</span>}
        </AriaButton>
        <IconButton
          icon="info"
          size="small"
          label={w.howFor(name)}
          ariaExpanded={isTold}
          onPress={() => setTold((now) => !now)}
        />
      </div>
      {isTold && <p className={styles.how}>{how}</p>}
    </li>
  );
}
