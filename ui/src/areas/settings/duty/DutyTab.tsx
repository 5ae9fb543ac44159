/** The unit's duty contacts: who they are, where each comes from, and by when to look at it again. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type DutyContactView, useHost, useSession } from "../../../host";
import { Bdi, Button, Card, Muted, QueryState } from "../../../kit";
import { DutyStanding } from "../../../record/act/DutyOffer";
import { w as duty } from "../../../record/act/dutyWords";
import { w as record } from "../../../record/words";
import { DutyDialog } from "./DutyDialog";
import styles from "./duty.module.css";
import { w } from "./words";

/** The tab. */
export function DutyTab(): ReactNode {
  const host = useHost();
  const { officer } = useSession();
  const [editing, setEditing] = useState<DutyContactView | "new" | null>(null);
  const contacts = useQuery({
    queryKey: ["duty-contacts"],
    queryFn: () => host.commands.dutyContacts(),
  });
  const mayChange = officer.role !== "reader";
  return (
    <Card title={w.title}>
      <p className={styles.lead}>
        <Muted>{w.text}</Muted>
      </p>
      <QueryState query={contacts}>
        {(all) => (
          <table className={styles.table} aria-label={w.list}>
            <thead>
              <tr>
                <th scope="col">{w.name}</th>
                <th scope="col">{w.kinds}</th>
                <th scope="col">{w.source}</th>
                <th scope="col">{w.reviewBy}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {all.map((contact) => (
                <Contact
                  key={contact.code}
                  contact={contact}
                  onChange={mayChange ? () => setEditing(contact) : null}
                />
              ))}
            </tbody>
          </table>
        )}
      </QueryState>
      {mayChange && (
        <p>
          <Button onPress={() => setEditing("new")}>{w.add}</Button>
        </p>
      )}
      {editing !== null && (
        <DutyDialog contact={editing === "new" ? null : editing} onClose={() => setEditing(null)} />
      )}
    </Card>
  );
}

function Contact(props: { contact: DutyContactView; onChange: (() => void) | null }): ReactNode {
  const { contact, onChange } = props;
  return (
    <tr>
      <td>
        <b>
          <Bdi>{contact.name}</Bdi>
        </b>
        <br />
        <Bdi>{contact.how}</Bdi>
        {": "}
        {contact.number === "" ? duty.noNumber : <Bdi>{contact.number}</Bdi>}
        {contact.note !== "" && (
          <>
            <br />
            <Muted>
              <Bdi>{contact.note}</Bdi>
            </Muted>
          </>
        )}
      </td>
      <td>{contact.kinds.map((kind) => record.safeguardingKind[kind]).join(", ")}</td>
      <td>
        <Bdi>{w.from(contact.source, contact.date)}</Bdi>
      </td>
      <td>
        {contact.review_by} <DutyStanding contact={contact} />
      </td>
      <td>
        {onChange !== null && (
          <Button size="small" ariaLabel={w.changeOf(contact.name)} onPress={onChange}>
            {w.change}
          </Button>
        )}
      </td>
    </tr>
  );
}
