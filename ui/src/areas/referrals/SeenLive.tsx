/** When an item was last seen live. The officer writes it; it is never taken from the clock by itself. */
import { type ReactNode, useState } from "react";
import type { ItemView } from "../../host";
import { LinkButton, TextField, WorldTimeText } from "../../kit";
import { failed } from "../../record/failed";
import { readMoment, writeMoment } from "../../record/moment";
import { fieldId } from "./requirements";
import styles from "./SeenLive.module.css";
import { useEdit } from "./useReferral";
import { w } from "./words";

/** Shown as a time; written as day and time in UTC. */
export function SeenLive(props: { item: ItemView; isMissing: boolean }): ReactNode {
  const { item } = props;
  const edit = useEdit();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const save = async (text: string) => {
    const wrong = whatIsWrong(text);
    setError(wrong);
    if (wrong !== null) return;
    try {
      await edit("seen_live", readMoment(text) ?? "", item.id);
      setTyped(null);
    } catch (thrown) {
      setError(`${w.item.notSaved}. ${failed(thrown)}`);
    }
  };
  const id = fieldId(item.id, "seen_live");
  return (
    <div className={styles.live} id={id} data-missing={props.isMissing || undefined}>
      {item.seen_live !== null && typed === null ? (
        <>
          <WorldTimeText time={item.seen_live} />
          <LinkButton
            ariaLabel={w.item.liveChangeOf(item.label)}
            onPress={() => setTyped(writeMoment(new Date(item.seen_live?.at ?? 0)).slice(0, 16))}
          >
            {w.item.liveChange}
          </LinkButton>
        </>
      ) : (
        <TextField
          label={`${w.item.live}: ${item.label}`}
          hideLabel
          value={typed ?? ""}
          onChange={setTyped}
          onBlur={() => void (typed !== null && save(typed))}
          placeholder={w.item.livePlaceholder}
          description={w.item.liveHint}
          error={error ?? undefined}
          dir="ltr"
        />
      )}
      <LinkButton
        ariaLabel={w.item.liveNowLong(item.label)}
        onPress={() => void save(writeMoment(new Date()))}
      >
        {w.item.liveNow}
      </LinkButton>
    </div>
  );
}

function whatIsWrong(text: string): string | null {
  if (text.trim() === "") return null;
  const at = readMoment(text);
  if (at === null) return w.item.liveBad;
  return new Date(at).getTime() > Date.now() + 60_000 ? w.item.liveFuture : null;
}
