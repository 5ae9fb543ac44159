/** What an erasure would take, worked out by the very code that erases. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ErasureDryRunView, useHost } from "../../host";
import { count } from "../../lib/numbers";
import dialog from "../act/ActDialog.module.css";
import styles from "./retention.module.css";
import { w } from "./words";

/** The dry run of an account. */
export function useDryRun(account: string) {
  const host = useHost();
  return useQuery({
    queryKey: ["retention", "dry-run", account],
    queryFn: () => host.commands.rehearseErasure(account),
    staleTime: 0,
  });
}

/** What would go, what would stay and why, and what stands against it. */
export function WouldBe(props: { view: ErasureDryRunView }): ReactNode {
  const { view } = props;
  return (
    <>
      {view.stands.length > 0 && (
        <div role="alert" className={dialog.error}>
          <b>{w.stands}</b>
          <ul>
            {view.stands.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <Parts title={w.gone} parts={view.counts} />
      <Parts title={w.stays} parts={view.stays} />
    </>
  );
}

/** Kinds of things with how many, and where it is said, why. */
function Parts(props: {
  title: string;
  parts: readonly { kind: string; title: string; count: number; why?: string }[];
}): ReactNode {
  return (
    <table className={styles.parts}>
      <caption>{props.title}</caption>
      <tbody>
        {props.parts.map((part) => (
          <tr key={part.kind}>
            <th scope="row">
              {part.title}
              {part.why !== undefined && <span className={styles.why}>{part.why}</span>}
            </th>
            <td>{count(part.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
