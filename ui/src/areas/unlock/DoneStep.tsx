import type { ReactNode } from "react";
import type { ImportResultView, OpenerView, SessionView } from "../../host";
import { Button, Icon } from "../../kit";
import { w as lookWords } from "./look/words";
import styles from "./unlock.module.css";
import { w } from "./words";

/** Who a line of openers is, in words; a kind this program does not know shows its label. */
export function openerWords(opener: OpenerView): string {
  switch (opener.kind) {
    case "officer":
      return w.opener.officer(opener.label);
    case "recovery":
      return w.opener.recovery;
    case "unit":
      return w.opener.unit(opener.label);
    case "invitation":
      return w.opener.invitation(opener.label);
    default:
      return opener.label;
  }
}

/** The case is made; who can open it is said once more. */
export function DoneStep(props: {
  session: SessionView;
  /** The imports of a look that was kept. */
  kept: readonly ImportResultView[];
  onEnter: () => void;
}): ReactNode {
  return (
    <div className={styles.wizard}>
      <h1>{w.wizard.doneTitle}</h1>
      <div className={styles.sheet}>
        <p>{w.wizard.doneText}</p>
        <ul className={styles.keys}>
          {props.session.openers.map((opener) => (
            <li key={`${opener.kind} ${opener.label}`} className={styles.opener}>
              <Icon name="key" /> {openerWords(opener)}
            </li>
          ))}
        </ul>
        {props.kept.map((result) => (
          <p key={result.batch}>{lookWords.keeping.done(result.read, result.created)}</p>
        ))}
        <div className={styles.buttons}>
          <Button variant="primary" onPress={props.onEnter} autoFocus>
            {w.wizard.enter}
          </Button>
        </div>
      </div>
    </div>
  );
}
