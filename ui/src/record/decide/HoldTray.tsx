import { type ReactNode, useState } from "react";
import type { AccountView } from "../../host";
import { Button, TextField } from "../../kit";
import { outside } from "../../lib/time";
import { missingOf } from "../missing";
import { useDraft } from "../RecordProvider";
import { w } from "../words";
import styles from "./DecisionBar.module.css";
import { type Day, dayAfter, readDay } from "./days";
import type { useDecide } from "./useDecide";
import { useTrayText } from "./useTrayText";

const PRESETS = [7, 30] as const;

/** Holds the account until a date, with what is waited for. The date is empty until given. */
export function HoldTray(props: {
  account: AccountView;
  decide: ReturnType<typeof useDecide>["decide"];
  isBusy: boolean;
  onClose: () => void;
}): ReactNode {
  const { draft, change, entry } = useDraft(props.account);
  const sentence = useTrayText(props.account.id, "hold");
  const [typed, setTyped] = useState(draft.hold_until ?? "");
  const now = new Date();
  const day = readDay(typed, now);
  const isPast = day !== null && day <= dayAfter(now, 0);
  const missing = missingOf([
    (day === null || isPast) && w.holdDate,
    sentence.text.trim() === "" && w.holdReason,
  ]);
  const setDay = (text: string) => {
    setTyped(text);
    change({ hold_until: readDay(text, now) });
  };
  const hold = async () => {
    if (day !== null && missing === null) {
      await sentence.flush();
      await props.decide({
        decision: "hold",
        reason: sentence.text.trim(),
        reviewBy: day,
        said: w.saidHold(inWords(day)),
        onDecided: sentence.clear,
      });
    }
  };
  return (
    <form
      className={styles.form}
      aria-label={w.tray.hold}
      onBlur={() => {
        void entry.flush();
        void sentence.flush();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          props.onClose();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        void hold();
      }}
    >
      <Until typed={typed} now={now} onType={setDay} />
      <div className={styles.reason}>
        <TextField label={w.holdFor} value={sentence.text} onChange={sentence.change} lang="en" />
      </div>
      <Button
        type="submit"
        variant="primary"
        isDisabled={missing !== null}
        isPending={props.isBusy}
        why={missing ?? undefined}
      >
        {w.holdAction}
      </Button>
      <Button onPress={props.onClose}>{w.cancel}</Button>
      <p className={styles.note} aria-live="polite">
        {meaningOf(typed, day, isPast)}
      </p>
    </form>
  );
}

function Until(props: { typed: string; now: Date; onType: (text: string) => void }): ReactNode {
  return (
    <>
      <div className={styles.date}>
        <TextField
          label={w.holdUntil}
          value={props.typed}
          onChange={props.onType}
          placeholder={w.holdExample}
          autoFocus
          dir="ltr"
        />
      </div>
      {PRESETS.map((days) => (
        <Button key={days} onPress={() => props.onType(dayAfter(props.now, days))}>
          {w.inDays(days)}
        </Button>
      ))}
    </>
  );
}

function meaningOf(typed: string, day: Day | null, isPast: boolean): string {
  if (typed.trim() === "") {
    return w.holdHow;
  }
  if (day === null) {
    return w.holdUnread;
  }
  return isPast ? w.holdPast(inWords(day)) : w.holdMeans(inWords(day));
}

function inWords(day: Day): string {
  return outside({ at: `${day}T00:00:00Z`, precision: "day", raw: null, zone: null });
}
