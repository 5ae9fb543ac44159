/**
 * The items of a sent referral. The row with the ring takes one key: a decision is entered at once, or
 * asks for the ground the platform gave. What the platform decided and what was seen stand apart.
 */
import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";
import type { ItemView, PlatformDecision, ReferralView } from "../../../host";
import { Card, Kbd, TextField } from "../../../kit";
import { readMoment } from "../../../record/moment";
import { PromiseDialog } from "../../../record/promise/PromiseDialog";
import { Promises } from "../../../record/promise/Promises";
import { asksGround, KEYS, LOOK, placeOf, WITHDRAW } from "./decisions";
import { GroundLine } from "./GroundLine";
import { History } from "./History";
import { ItemRow } from "./ItemRow";
import styles from "./ItemTable.module.css";
import { LookDialog } from "./LookDialog";
import { LetterDialog } from "./letter/LetterDialog";
import { useOutcome } from "./useOutcome";
import { WithdrawDialog } from "./WithdrawDialog";
import { w } from "./words";

/** What is being asked about a row. */
type Asked =
  | { readonly what: "ground"; readonly item: ItemView; readonly decision: PlatformDecision }
  | { readonly what: "withdraw" | "look" | "promise" | "letter"; readonly item: ItemView };

/** The table with its keys. */
export function ItemTable(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const { items } = referral;
  const body = useRef<HTMLTableSectionElement>(null);
  const [current, setCurrent] = useState(0);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [at, setAt] = useState("");
  const outcome = useOutcome(referral);
  const moment = at.trim() === "" ? null : readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const focus = (index: number) => {
    const to = Math.min(Math.max(index, 0), items.length - 1);
    setCurrent(to);
    body.current?.querySelectorAll<HTMLElement>("tr[data-item]").item(to)?.focus();
  };
  const start = (item: ItemView, decision: PlatformDecision) => {
    outcome.clear();
    if (isUnread) return;
    if (asksGround(decision)) setAsked({ what: "ground", item, decision });
    else void outcome.enter(item, decision, { at: moment, reason: "" });
  };
  const press = (event: KeyboardEvent, item: ItemView, index: number) => {
    const to = stepOf(event.key, index, items.length);
    const place = placeOf(event);
    const key = KEYS.find((one) => one.place === place);
    if (event.target !== event.currentTarget || event.repeat) return;
    if (to !== null) focus(to);
    else if (key !== undefined) start(item, key.decision);
    else if (place === WITHDRAW) setAsked({ what: "withdraw", item });
    else if (place === LOOK) setAsked({ what: "look", item });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const done = () => {
    setAsked(null);
    requestAnimationFrame(() => focus(current));
  };
  const shown = items[Math.min(current, items.length - 1)];
  return (
    <Card title={w.table.title}>
      <div className={styles.top}>
        <Keys />
        <div className={styles.at}>
          <TextField
            label={w.table.at}
            value={at}
            onChange={setAt}
            placeholder={w.table.atExample}
            description={isUnread ? undefined : w.table.atHint}
            error={isUnread ? w.table.atBad : undefined}
            dir="ltr"
          />
        </div>
      </div>
      {outcome.error !== null && (
        <p role="alert" className={styles.error}>
          {outcome.error}
        </p>
      )}
      <div className={styles.scroll}>
        <table aria-label={w.table.title} className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{w.table.number}</th>
              <th scope="col">{w.table.account}</th>
              <th scope="col">{w.table.decided}</th>
              <th scope="col">{w.table.seen}</th>
              <th scope="col">{w.table.acts}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {items.map((item, index) => (
              <ItemRow
                key={item.id}
                item={item}
                isCurrent={index === current}
                onFocus={() => setCurrent(index)}
                onKeyDown={(event) => press(event, item, index)}
                onDecide={(decision) => start(item, decision)}
                onWithdraw={() => setAsked({ what: "withdraw", item })}
                onLook={() => setAsked({ what: "look", item })}
                onAgain={() => void outcome.again(item)}
                onPromise={() => setAsked({ what: "promise", item })}
                onLetter={() => setAsked({ what: "letter", item })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked?.what === "ground" && (
        <GroundLine
          key={`${asked.item.id}/${asked.decision}`}
          item={asked.item}
          decision={asked.decision}
          isBusy={outcome.isBusy}
          onEnter={(reason) => {
            void outcome.enter(asked.item, asked.decision, { at: moment, reason }).then(done);
          }}
          onCancel={done}
        />
      )}
      {shown !== undefined && <History item={shown} />}
      {shown !== undefined && <Promises account={shown.account} />}
      {asked?.what === "withdraw" && (
        <WithdrawDialog referral={referral} item={asked.item} onClose={done} />
      )}
      {asked?.what === "letter" && (
        <LetterDialog referral={referral} item={asked.item} onClose={done} />
      )}
      {asked?.what === "promise" && (
        <PromiseDialog
          account={{ id: asked.item.account, label: asked.item.label }}
          on={{ on: "referral", referral: referral.id }}
          onClose={done}
        />
      )}
      {asked?.what === "look" && (
        <LookDialog referral={referral.id} item={asked.item} onClose={done} />
      )}
    </Card>
  );
}

function stepOf(key: string, index: number, total: number): number | null {
  switch (key) {
    case "ArrowDown":
      return index + 1;
    case "ArrowUp":
      return index - 1;
    case "Home":
      return 0;
    case "End":
      return total - 1;
    default:
      return null;
  }
}

/** The keys, always in sight. */
function Keys(): ReactNode {
  const all = [
    ...KEYS.map(({ place, decision }) => ({
      place,
      label: w.decisions[decision],
      means: w.means[decision],
    })),
    { place: WITHDRAW, label: w.table.withdraw, means: w.table.withdrawLong },
    { place: LOOK, label: w.table.look, means: w.table.lookLong },
  ];
  return (
    <div className={styles.keys}>
      <p className={styles.how}>{w.table.how}</p>
      <ul aria-label={w.table.keys}>
        {all.map(({ place, label, means }) => (
          <li key={place} title={means}>
            <Kbd place={place} /> {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
