/** Where one searches with filters: what can be typed next is offered, what cannot be read is said beneath. */
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { cx } from "../lib/css";
import { pointsBefore, type Span, stretches, unitsAt } from "../lib/points";
import { IconButton } from "./Button";
import { type CommandId, useCommand } from "./command";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import styles from "./SearchBox.module.css";
import { w } from "./words";

/** Something that can be typed where the cursor is, in code points. */
export type Suggestion = Span & {
  readonly insert: string;
  readonly label: string;
  readonly detail: string;
};

/** A part that cannot be read, and what could stand there. */
export type Mistake = Span & { readonly message: string; readonly possible: readonly string[] };

type BoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, while nothing is chosen of what is offered. */
  onSubmit?: (value: string) => void;
  suggest: (text: string, cursor: number) => Promise<readonly Suggestion[]>;
  mistakes: readonly Mistake[];
  command: CommandId;
};

/** What can be typed next, and which of it is chosen. */
function useOffers(suggest: BoxProps["suggest"]) {
  const [offers, setOffers] = useState<readonly Suggestion[]>([]);
  const [chosen, setChosen] = useState(-1);
  const asked = useRef(0);
  const close = () => {
    asked.current += 1;
    setOffers([]);
    setChosen(-1);
  };
  const ask = (text: string, units: number) => {
    asked.current += 1;
    const number = asked.current;
    const tell = (found: readonly Suggestion[]) => {
      if (asked.current === number) {
        setOffers(found);
        setChosen(-1);
      }
    };
    suggest(text, pointsBefore(text, units)).then(tell, () => tell([]));
  };
  const move = (by: 1 | -1) =>
    setChosen((now) => {
      const to = now + by;
      return to < -1 ? offers.length - 1 : to >= offers.length ? -1 : to;
    });
  return { offers, chosen, ask, close, move };
}

/** One line of words with filters. Down chooses of what is offered, Enter or Tab takes it; Esc closes, empties, leaves. */
export function SearchBox(props: BoxProps): ReactNode {
  const { value, onChange, command } = props;
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const { offers, chosen, ask, close, move } = useOffers(props.suggest);
  const cursor = useRef<number | null>(null);
  useCommand(command, () => {
    input.current?.focus();
    input.current?.select();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the cursor is set once the new words are drawn.
  useEffect(() => {
    if (cursor.current !== null) {
      input.current?.setSelectionRange(cursor.current, cursor.current);
      cursor.current = null;
    }
  }, [value]);
  const take = (offer: Suggestion) => {
    const before = value.slice(0, unitsAt(value, offer.start));
    const text = before + offer.insert + value.slice(unitsAt(value, offer.end));
    cursor.current = before.length + offer.insert.length;
    onChange(text);
    ask(text, cursor.current);
    input.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const offer = offers[chosen];
    const act = actOf(event.key, offers.length > 0, offer !== undefined, value === "");
    if (act === null || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (act === "down" || act === "up") move(act === "down" ? 1 : -1);
    else if (act === "take" && offer) take(offer);
    else if (act === "empty") onChange("");
    else if (act === "submit") props.onSubmit?.(value);
    else if (act === "leave") input.current?.blur();
    if (act !== "down" && act !== "up" && act !== "take") close();
  };
  return (
    <div className={styles.root}>
      <div className={styles.box}>
        <Icon name="search" size={14} />
        <input
          ref={input}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={props.label}
          aria-expanded={offers.length > 0}
          aria-controls={`${id}-offers`}
          aria-autocomplete="list"
          aria-invalid={props.mistakes.length > 0}
          aria-describedby={`${id}-mistakes`}
          {...(chosen >= 0 ? { "aria-activedescendant": `${id}-${chosen}` } : {})}
          placeholder={props.label}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
          value={value}
          onChange={(event) => {
            onChange(event.target.value);
            ask(event.target.value, event.target.selectionStart ?? event.target.value.length);
          }}
          onKeyDown={press}
          onBlur={close}
        />
        {value === "" ? (
          <Kbd command={command} />
        ) : (
          <IconButton icon="close" label={w.clear} size="small" onPress={() => onChange("")} />
        )}
      </div>
      <Offers id={id} label={props.label} offers={offers} chosen={chosen} onTake={take} />
      <div id={`${id}-mistakes`} aria-live="polite">
        {(offers.length > 0 ? [] : props.mistakes).map((mistake) => (
          <MistakeLine key={`${mistake.start} ${mistake.message}`} text={value} mistake={mistake} />
        ))}
      </div>
    </div>
  );
}

type Act = "down" | "up" | "take" | "submit" | "close" | "empty" | "leave";

/** What a key does; null where it is the field's own. */
function actOf(key: string, isOpen: boolean, isChosen: boolean, isEmpty: boolean): Act | null {
  switch (key) {
    case "ArrowDown":
      return isOpen ? "down" : null;
    case "ArrowUp":
      return isOpen ? "up" : null;
    case "Tab":
      return isChosen ? "take" : null;
    case "Enter":
      return isChosen ? "take" : "submit";
    case "Escape":
      return isOpen ? "close" : isEmpty ? "leave" : "empty";
    default:
      return null;
  }
}

function Offers(props: {
  id: string;
  label: string;
  offers: readonly Suggestion[];
  chosen: number;
  onTake: (offer: Suggestion) => void;
}): ReactNode {
  const { id, offers, chosen } = props;
  return (
    <div
      id={`${id}-offers`}
      role="listbox"
      aria-label={props.label}
      className={cx(styles.offers, offers.length === 0 && styles.shut)}
    >
      {offers.map((offer, at) => (
        <div
          key={offer.label}
          id={`${id}-${at}`}
          role="option"
          aria-selected={at === chosen}
          tabIndex={-1}
          className={styles.offer}
          onPointerDown={(event) => {
            event.preventDefault();
            props.onTake(offer);
          }}
        >
          <bdi className={styles.name}>{offer.label}</bdi>
          <span className={styles.detail}>{offer.detail}</span>
        </div>
      ))}
    </div>
  );
}

function MistakeLine(props: { text: string; mistake: Mistake }): ReactNode {
  const { text, mistake } = props;
  const where = stretches(text, [mistake]).find((one) => one.isMarked)?.text;
  return (
    <p className={styles.mistake}>
      {where !== undefined && (
        <>
          <bdi className={styles.where}>{where}</bdi>{" "}
        </>
      )}
      <bdi>{mistake.message}</bdi>
      {mistake.possible.length > 0 && (
        <span className={styles.possible}> {w.possible(mistake.possible.join(", "))}</span>
      )}
    </p>
  );
}
