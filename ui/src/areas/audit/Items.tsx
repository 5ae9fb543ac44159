/** The kept items that figures are counted from: what differs, and making them again. */
import { type ReactNode, useState } from "react";
import { type ItemsCheckView, useHost } from "../../host";
import { Button, ErrorState, LinkButton, newJob, Progress } from "../../kit";
import { useRoute } from "../../lib/route";
import { Part, Unseen } from "./Part";
import styles from "./VerifyResult.module.css";
import { w } from "./words";

/** The part. */
export function Items(props: { items: ItemsCheckView | null; onAnew: () => void }): ReactNode {
  const { items } = props;
  if (items === null) return <Unseen name={w.verify.items} />;
  if (items.differing === 0) {
    return (
      <Part name={w.verify.items} isSound>
        {w.verify.itemsOk(items.checked)}
      </Part>
    );
  }
  return (
    <Part name={w.verify.items} isSound={false}>
      <p>{w.verify.itemsBad(items.differing)}</p>
      <Faults items={items} />
      <Anew onAnew={props.onAnew} />
    </Part>
  );
}

function Faults(props: { items: ItemsCheckView }): ReactNode {
  const { faults, differing } = props.items;
  const { go } = useRoute();
  const more = differing - faults.length;
  return (
    <ul className={styles.names}>
      {faults.map((one) => (
        <li key={`${one.account} ${one.item} ${one.fault}`}>
          <LinkButton
            ariaLabel={`${w.verify.openAccount}: ${w.verify.itemFaults[one.fault](one.item)}`}
            onPress={() => go({ area: "accounts", id: one.account })}
          >
            {w.verify.openAccount}
          </LinkButton>{" "}
          {w.verify.itemFaults[one.fault](one.item)}
        </li>
      ))}
      {more > 0 && <li>{w.verify.itemsMore(more)}</li>}
    </ul>
  );
}

function Anew(props: { onAnew: () => void }): ReactNode {
  const host = useHost();
  const [job, setJob] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const make = async () => {
    const mine = newJob();
    setJob(mine);
    setError(null);
    try {
      await host.commands.workItemsOut(mine);
      props.onAnew();
    } catch (fault) {
      setError(fault);
    } finally {
      setJob(null);
    }
  };
  if (job !== null) return <Progress job={job} what={w.verify.itemsMaking} />;
  return (
    <>
      {error !== null && <ErrorState error={error} isInline />}
      <Button size="small" onPress={() => void make()}>
        {w.verify.itemsAnew}
      </Button>
    </>
  );
}
