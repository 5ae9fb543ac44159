/** What was promised about an account and has not ended. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useHost } from "../../host";
import { Bdi, Pill, Time } from "../../kit";
import { PromiseEnds } from "./PromiseEnds";
import styles from "./promise.module.css";
import { w } from "./words";

/** The open ones, the first due first; nothing where there are none. */
export function Promises(props: { account: string }): ReactNode {
  const host = useHost();
  const { data = [] } = useQuery({
    queryKey: ["promises", props.account],
    queryFn: () => host.commands.promisesOn(props.account),
  });
  const open = data
    .filter((promise) => promise.ended === null)
    .sort((a, b) => a.due.localeCompare(b.due));
  if (open.length === 0) return null;
  return (
    <section aria-label={w.list} className={styles.promises}>
      {open.map((promise) => (
        <div key={promise.id} className={styles.promise}>
          <p>
            <Bdi>{promise.who}</Bdi> {w.promised} <Bdi>{promise.what}</Bdi>, {w.until}{" "}
            <Time at={promise.due} /> {promise.is_overdue && <Pill tone="warn">{w.overdue}</Pill>}
          </p>
          <PromiseEnds promise={promise.id} who={promise.who} />
        </div>
      ))}
    </section>
  );
}
