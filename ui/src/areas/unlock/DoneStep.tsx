import type { ReactNode } from "react";
import type { OpenerView, SessionView } from "../../host";
import { Button, Icon } from "../../kit";
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
export function DoneStep(props: { session: SessionView; onEnter: () => void }): ReactNode {
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
        <div className={styles.buttons}>
          <Button variant="primary" onPress={props.onEnter} autoFocus>
            {w.wizard.enter}
          </Button>
        </div>
      </div>
    </div>
  );
}
