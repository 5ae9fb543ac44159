/** Who has how much: only for a supervisor, only with a reason, which is logged. */
import { type ReactNode, useState } from "react";
import { type PersonLoadView, useHost } from "../../../host";
import { Bdi, Button, Card, Muted, TextField } from "../../../kit";
import { count } from "../../../lib/numbers";
import { useBusy } from "../../../record/useBusy";
import styles from "./team.module.css";
import { w } from "./words";

/** The question, and once it was asked the answer; gone when the part is left. */
export function ByPerson(props: { canAsk: boolean }): ReactNode {
  const host = useHost();
  const [reason, setReason] = useState("");
  const [people, setPeople] = useState<PersonLoadView[] | null>(null);
  const { isBusy, error, run } = useBusy();
  const ask = () =>
    run(async () => {
      setPeople(await host.commands.workloadByPerson({ reason: reason.trim() }));
    });
  if (!props.canAsk) {
    return (
      <Card title={w.byPerson}>
        <Muted>{w.byPersonShut}</Muted>
      </Card>
    );
  }
  return (
    <Card title={w.byPerson}>
      <p className={styles.words}>{w.byPersonLead}</p>
      {people === null ? (
        <form
          className={styles.ask}
          onSubmit={(event) => {
            event.preventDefault();
            void ask();
          }}
        >
          <TextField label={w.reason} value={reason} onChange={setReason} />
          <Button
            type="submit"
            isDisabled={reason.trim() === ""}
            why={reason.trim() === "" ? w.reason : undefined}
            isPending={isBusy}
          >
            {w.ask}
          </Button>
        </form>
      ) : (
        <People people={people} />
      )}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </Card>
  );
}

function People(props: { people: readonly PersonLoadView[] }): ReactNode {
  const heads = [w.assigned, w.assessed, w.drafts, w.submitted, w.approvedBy];
  return (
    <table className={styles.table} aria-label={w.byPerson}>
      <thead>
        <tr>
          <th scope="col">{w.officer}</th>
          {heads.map((head) => (
            <th key={head} scope="col" className={styles.number}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.people.map((one) => (
          <tr key={one.officer}>
            <th scope="row">
              <Bdi>{one.name}</Bdi>, <bdi>{one.number}</bdi>
            </th>
            <td className={styles.number}>{count(one.assigned)}</td>
            <td className={styles.number}>{count(one.assessed)}</td>
            <td className={styles.number}>{count(one.drafts)}</td>
            <td className={styles.number}>{count(one.submitted)}</td>
            <td className={styles.number}>{count(one.approved)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
