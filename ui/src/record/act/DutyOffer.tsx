/** Whom to tell of a kind of danger: one press fills in who was told and how. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { type DutyContactView, type SafeguardingKind, useHost } from "../../host";
import { Bdi, ErrorState, Kbd, Pill, useCommands } from "../../kit";
import { takesWords } from "../attach/useIsTyping";
import styles from "./DutyOffer.module.css";
import { w } from "./dutyWords";

/** The contacts of this kind, in the unit's order. */
export function DutyOffer(props: {
  kind: SafeguardingKind;
  onChoose: (contact: DutyContactView) => void;
}): ReactNode {
  const { kind } = props;
  const host = useHost();
  const contacts = useQuery({
    queryKey: ["duty-contacts"],
    queryFn: () => host.commands.dutyContacts(),
  });
  const fitting = contacts.data?.filter((contact) => contact.kinds.includes(kind));
  useNumberKeys(fitting ?? [], props.onChoose);
  if (contacts.error !== null) return <ErrorState error={contacts.error} isInline />;
  if (fitting === undefined) return null;
  return (
    <fieldset className={styles.offer}>
      <legend>{w.offer}</legend>
      {fitting.length === 0 && <p className={styles.how}>{w.none}</p>}
      <ul>
        {fitting.map((contact, at) => (
          <li key={contact.code}>
            <button
              type="button"
              className={styles.contact}
              onClick={() => props.onChoose(contact)}
            >
              {at < KEYS && <Kbd place={`Digit${at + 1}`} />}
              <b>
                <Bdi>{contact.name}</Bdi>
              </b>
              <span>
                <Bdi>{contact.how}</Bdi>
                {": "}
                {contact.number === "" ? w.noNumber : <Bdi>{contact.number}</Bdi>}
              </span>
              <DutyStanding contact={contact} />
            </button>
          </li>
        ))}
      </ul>
      {fitting.length > 0 && <p className={styles.how}>{w.offerHow}</p>}
    </fieldset>
  );
}

/** Contacts that have a number key. */
const KEYS = 9;

/** A number chooses a contact, unless something is being typed. */
function useNumberKeys(
  contacts: readonly DutyContactView[],
  onChoose: (contact: DutyContactView) => void,
): void {
  const { singleKeys } = useCommands();
  useEffect(() => {
    if (singleKeys === "off") return;
    const press = (event: KeyboardEvent) => {
      const number = /^Digit([1-9])$/u.exec(event.code)?.[1];
      const isPlain = !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
      if (number === undefined || !isPlain || takesWords(document.activeElement)) return;
      const contact = contacts[Number(number) - 1];
      if (contact !== undefined) {
        event.preventDefault();
        onChoose(contact);
      }
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [contacts, onChoose, singleKeys]);
}

/** What is still to be done about a contact; nothing once the unit has confirmed it and its day has not come. */
export function DutyStanding(props: { contact: DutyContactView }): ReactNode {
  const { contact } = props;
  return (
    <>
      {contact.standing === "unsourced" && <Pill tone="warn">{w.unsourced}</Pill>}
      {contact.standing === "sourced" && <Pill>{w.toConfirm}</Pill>}
      {contact.is_overdue && <Pill tone="warn">{w.overdue}</Pill>}
    </>
  );
}

/** How a contact was told, in one line: the way and the number. */
export function howOf(contact: DutyContactView): string {
  return contact.number === "" ? contact.how : `${contact.how}, ${contact.number}`;
}
