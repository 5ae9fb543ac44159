import { type ReactNode, useState } from "react";
import type { AccountView, ActionView } from "../../host";
import { Bdi, Button, Time } from "../../kit";
import { PromiseDialog } from "../promise/PromiseDialog";
import { Promises } from "../promise/Promises";
import { w as promise } from "../promise/words";
import { w } from "../words";
import { AnswerDialog } from "./AnswerDialog";
import styles from "./OpenActions.module.css";

/** Acts nobody has answered yet stand on top of the account until an answer is entered. */
export function OpenActions(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const [answering, setAnswering] = useState<ActionView | null>(null);
  const [promising, setPromising] = useState<ActionView | null>(null);
  const open = account.actions.filter((action) => action.is_open);
  if (open.length === 0) {
    return <Promises account={account.id} />;
  }
  return (
    <section aria-label={w.openActions} className={styles.open}>
      {open.map((action) => (
        <div key={action.id} className={styles.action} data-kind={action.action}>
          <p className={styles.words}>
            <b>
              {w.act[action.action].name}
              {action.action === "safeguarding" && <>: {w.safeguardingKind[action.kind]}</>}
            </b>{" "}
            {w.toldLead} <Bdi>{action.told}</Bdi>
            {action.by !== null && (
              <>
                {" "}
                {w.byLead} <Bdi>{action.by}</Bdi>
              </>
            )}
            , <Time at={action.at} />
            {action.reference !== null && (
              <>
                , {w.reference} <Bdi>{action.reference}</Bdi>
              </>
            )}
            . {w.notAnswered}
          </p>
          <div className={styles.acts}>
            <Button size="small" onPress={() => setPromising(action)}>
              {promise.add}
            </Button>
            <Button size="small" onPress={() => setAnswering(action)}>
              {w.enterAnswer}
            </Button>
          </div>
        </div>
      ))}
      <Promises account={account.id} />
      {promising !== null && (
        <PromiseDialog
          account={account}
          on={{ on: "action", action: promising.id }}
          onClose={() => setPromising(null)}
        />
      )}
      {answering !== null && (
        <AnswerDialog account={account} action={answering} onClose={() => setAnswering(null)} />
      )}
    </section>
  );
}
