/** What spreadsheets hold: calm lines, each of which opens the rows it was counted from. */
import { type ReactNode, useState } from "react";
import { type CheckUpView, type Figure, useHost } from "../../../host";
import { Bdi, Button, EmptyState, IconButton } from "../../../kit";
import { FigureLine } from "./FigureLine";
import { FigureRows } from "./FigureRows";
import styles from "./look.module.css";
import { unitWords, w } from "./words";

type LookResultProps = {
  found: CheckUpView;
  onKeep: () => void;
  /** The look is over. */
  onEnd: () => void;
};

/** The whole screen. */
export function LookResult(props: LookResultProps): ReactNode {
  const { found } = props;
  const host = useHost();
  const [open, setOpen] = useState<Figure | null>(null);
  const throwAway = () => {
    host.commands.dropCheckUp().catch(() => undefined);
    props.onEnd();
  };
  return (
    <div className={styles.look}>
      <header className={styles.head}>
        <div className={styles.headWords}>
          <h1>{found.files.length === 1 ? w.title : w.titleMany(found.files.length)}</h1>
          <p className={styles.quiet}>{w.notACase}</p>
        </div>
        <div className={styles.acts}>
          <Button onPress={throwAway}>{w.throwAway}</Button>
          <Button variant="primary" onPress={props.onKeep}>
            {w.keep}
          </Button>
          <p className={styles.actsNote}>{w.throwAwayText}</p>
        </div>
      </header>
      <div className={styles.panes}>
        <section className={styles.lines} aria-label={w.figures}>
          <Sum found={found} />
          <ul className={styles.figures}>
            {found.figures.map((figure) => (
              <FigureLine
                key={figure.figure}
                figure={figure}
                oldest={figure.figure === "never-answered" ? found.oldest : null}
                isOpen={open === figure.figure}
                onOpen={() => setOpen(figure.figure)}
              />
            ))}
          </ul>
        </section>
        <section className={styles.rows}>
          {open === null ? (
            <EmptyState title={w.choose} icon="file">
              {w.chooseText}
            </EmptyState>
          ) : (
            <FigureRows key={open} figure={open} />
          )}
        </section>
      </div>
    </div>
  );
}

function Sum(props: { found: CheckUpView }): ReactNode {
  const { found } = props;
  const [isTold, setTold] = useState(false);
  return (
    <div className={styles.sum}>
      <div className={styles.sumHead}>
        <h2 className={styles.sumWords}>{w.sum(found.rows, found.accounts)}</h2>
        <IconButton
          icon="info"
          size="small"
          label={w.howFor(w.sumName)}
          ariaExpanded={isTold}
          onPress={() => setTold((now) => !now)}
        />
      </div>
      {isTold && <p className={styles.how}>{w.sumHow}</p>}
      <dl className={styles.facts}>
        <dt>{w.files}</dt>
        {found.files.map((file, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the files of one look keep their order.
          <dd key={index}>
            <Bdi>{file.name}</Bdi>{" "}
            <span className={styles.quiet}>{w.file(file.rows, file.encoding, file.delimiter)}</span>
          </dd>
        ))}
        <dt>{w.units}</dt>
        <dd>
          {found.units.map((unit) => `${unitWords(unit.unit)} ${w.rowsOf(unit.rows)}`).join(" · ")}
        </dd>
      </dl>
    </div>
  );
}
