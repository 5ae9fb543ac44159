/** One item: what the platform decided of it, and beside it what was seen. */

import { useQuery } from "@tanstack/react-query";
import type { KeyboardEvent, ReactNode } from "react";
import {
  type ItemEventView,
  type ItemView,
  type Observed,
  type PlatformDecision,
  useHost,
} from "../../../host";
import { Bdi, Menu, Pill, type Tone, WorldTimeText } from "../../../kit";
import { useRoute } from "../../../lib/route";
import { w as promise } from "../../../record/promise/words";
import { canGoAgain, isDecision, KEYS, standOf } from "./decisions";
import styles from "./ItemTable.module.css";
import { w as letter } from "./letter/words";
import { w } from "./words";

const TONES: Readonly<Record<PlatformDecision, Tone>> = {
  removed: "ok",
  suspended: "ok",
  limited: "accent",
  declined: "neutral",
  "not-found": "neutral",
  "more-asked": "warn",
  reinstated: "warn",
};

/** The row; it has the ring while its keys act. */
export function ItemRow(props: {
  item: ItemView;
  isCurrent: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onDecide: (decision: PlatformDecision) => void;
  onWithdraw: () => void;
  onLook: () => void;
  onAgain: () => void;
  onPromise: () => void;
  onLetter: () => void;
}): ReactNode {
  const { item } = props;
  const { go } = useRoute();
  return (
    <tr
      data-item=""
      tabIndex={props.isCurrent ? 0 : -1}
      aria-current={props.isCurrent ? "true" : undefined}
      aria-label={w.table.row(item.position, item.label)}
      {...(props.isCurrent ? { "data-pane-focus": "" } : {})}
      onFocus={props.onFocus}
      onKeyDown={props.onKeyDown}
    >
      <td className={styles.number}>{item.position}</td>
      <td>
        <b>
          <Bdi>{item.label}</Bdi>
        </b>
        <span className={styles.words}>
          <Bdi lines={1}>{item.words}</Bdi>
        </span>
      </td>
      <td>
        <Decided item={item} />
      </td>
      <td>
        <Seen seen={item.seen} />
      </td>
      <td>
        <Menu<PlatformDecision | "withdraw" | "look" | "open" | "again" | "promise" | "letter">
          label={w.table.actsOf(item.label)}
          icon="more"
          isIconOnly
          variant="quiet"
          size="small"
          items={[
            ...KEYS.map(({ decision }) => ({
              id: decision,
              label: w.decisions[decision],
              detail: w.means[decision],
            })),
            { id: "look", label: w.table.lookLong },
            ...(canGoAgain(item) ? [{ id: "again" as const, label: w.table.again }] : []),
            { id: "promise", label: promise.add },
            { id: "letter", label: letter.menu },
            { id: "withdraw", label: w.table.withdrawLong },
            { id: "open", label: w.table.open },
          ]}
          onAction={(id) => {
            if (id === "withdraw") props.onWithdraw();
            else if (id === "look") props.onLook();
            else if (id === "again") props.onAgain();
            else if (id === "promise") props.onPromise();
            else if (id === "letter") props.onLetter();
            else if (id === "open") go({ area: "accounts", id: item.account });
            else props.onDecide(id);
          }}
        />
      </td>
    </tr>
  );
}

function Decided(props: { item: ItemView }): ReactNode {
  const { withdrawn, decided } = standOf(props.item);
  const reasons = useReasons();
  const event = withdrawn ?? decided;
  if (event === null) return <span className={styles.none}>{w.table.none}</span>;
  return (
    <>
      {withdrawn !== null ? (
        <Pill tone="warn">{w.table.withdrawn(reasons(withdrawn.value))}</Pill>
      ) : (
        <DecisionPill value={event.value} />
      )}
      <span className={styles.when}>
        <WorldTimeText time={event.happened} />
      </span>
      {event.lacks_ground && <span className={styles.none}>{w.table.noGround}</span>}
      {event.note !== "" && (
        <span className={styles.ground}>
          “<Bdi>{event.note}</Bdi>”
        </span>
      )}
    </>
  );
}

/** A decision in its own words. */
export function DecisionPill(props: { value: string }): ReactNode {
  const { value } = props;
  return isDecision(value) ? (
    <Pill tone={TONES[value]}>{w.decisions[value]}</Pill>
  ) : (
    <Pill>{value}</Pill>
  );
}

function Seen(props: { seen: ItemEventView | null }): ReactNode {
  const { seen } = props;
  if (seen === null) return <span className={styles.none}>{w.table.notSeen}</span>;
  return (
    <>
      {seenWords(seen.value)}
      <span className={styles.when}>
        <WorldTimeText time={seen.happened} />
      </span>
    </>
  );
}

/** What was seen, in words. */
export function seenWords(value: string): string {
  return value in w.observed ? w.observed[value as Observed] : value;
}

/** Why items are withdrawn, in the words of the core's table. */
export function useReasons(): (code: string) => string {
  const host = useHost();
  const { data = [] } = useQuery({
    queryKey: ["withdrawal-reasons"],
    queryFn: () => host.commands.withdrawalReasons(),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (code) => data.find((reason) => reason.code === code)?.label ?? code;
}
