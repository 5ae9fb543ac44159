/** What happened to one item since it was sent, in order. */
import type { ReactNode } from "react";
import type { ItemEventView, ItemView } from "../../../host";
import { Bdi, WorldTimeText } from "../../../kit";
import { isDecision } from "./decisions";
import { useReasons } from "./ItemRow";
import styles from "./ItemTable.module.css";
import { w } from "./words";

/** The events of the row with the ring. */
export function History(props: { item: ItemView }): ReactNode {
  const { item } = props;
  const reasons = useReasons();
  return (
    <section className={styles.history} aria-label={w.table.history(item.label)}>
      <h3>
        <Bdi>{w.table.history(item.label)}</Bdi>
      </h3>
      <ol>
        {item.events.map((event) => (
          <li key={`${event.kind}/${event.value}/${event.happened.at}/${event.officer}`}>
            <WorldTimeText time={event.happened} /> <Bdi>{said(event, reasons)}</Bdi>
            {event.lacks_ground && <>, {w.table.noGround}</>}
            {event.note !== "" && (
              <>
                , “<Bdi>{event.note}</Bdi>”
              </>
            )}{" "}
            <span className={styles.none}>{w.table.by(event.officer)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function said(event: ItemEventView, reasons: (code: string) => string): string {
  if (event.kind === "withdrawn") return w.event(event.kind, reasons(event.value));
  const value = isDecision(event.value) ? w.decisions[event.value] : event.value;
  return w.event(event.kind, value);
}
