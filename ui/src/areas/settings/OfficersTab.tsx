import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type OfficerView, useHost, useSession } from "../../host";
import { Bdi, Button, Card, Muted, Pill, QueryState, Time } from "../../kit";
import { ColleaguesCard } from "./colleagues/ColleaguesCard";
import { InviteDialog } from "./InviteDialog";
import styles from "./settings.module.css";
import { w } from "./words";

/** Everyone of the case, who else can open it, and the way to invite one more. */
export function OfficersTab(): ReactNode {
  const host = useHost();
  const session = useSession();
  const query = useQuery({ queryKey: ["officers"], queryFn: () => host.commands.officers() });
  const [isInviting, setInviting] = useState(false);
  const canInvite = session.officer.role !== "reader";
  return (
    <div className={styles.column}>
      <Card
        title={w.tabs.officers}
        aside={
          canInvite && (
            <Button size="small" icon="plus" onPress={() => setInviting(true)}>
              {w.invite}
            </Button>
          )
        }
      >
        <p>
          <Muted>{w.officersText}</Muted>
        </p>
        <QueryState query={query}>{(officers) => <Officers officers={officers} />}</QueryState>
      </Card>
      <Card title={w.openers}>
        <ul className={styles.openers}>
          {session.openers.map((opener) => (
            <li key={`${opener.kind} ${opener.label}`}>
              <Pill>{opener.kind}</Pill> <Bdi>{opener.label}</Bdi>
            </li>
          ))}
        </ul>
      </Card>
      <ColleaguesCard />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </div>
  );
}

function Officers(props: { officers: readonly OfficerView[] }): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>{w.number}</th>
          <th>{w.name}</th>
          <th>{w.role}</th>
          <th>{w.joined}</th>
        </tr>
      </thead>
      <tbody>
        {props.officers.map((officer) => (
          <tr key={officer.id}>
            <td>{officer.number}</td>
            <td>
              <Bdi>{officer.name}</Bdi>
            </td>
            <td>{w.roles[officer.role]}</td>
            <td>
              <Time at={officer.joined_at} show="date" />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
