/** The wordings of a file, each with its rows, what it means, and why. */
import type { ReactNode } from "react";
import type { OutcomesPreviewView, WordingList, WordingView } from "../../../host";
import { Bdi, Button, Card, Select } from "../../../kit";
import { count } from "../../../lib/numbers";
import styles from "./outcomes.module.css";
import { type OutcomesTaking, withWording } from "./useOutcomesImport";
import { w } from "./words";

const namesOf = (list: WordingList) => (list === "decision" ? w.decisions : w.units);

/** The wordings of one kind; nothing where the file has none. */
export function WordingTable(props: {
  list: WordingList;
  taking: OutcomesTaking;
  preview: OutcomesPreviewView;
}): ReactNode {
  const { list, taking, preview } = props;
  const wordings = preview.wordings.filter((one) => one.list === list);
  if (wordings.length === 0) return null;
  const open = wordings.filter((one) => one.value === null).length;
  const say = (wording: WordingView, value: string) =>
    void taking.say({ wordings: withWording(taking.said.wordings, wording, value) });
  return (
    <Card title={w.wordings[list]} aside={w.wordingsAside(wordings.length, open)}>
      <table className={styles.table} aria-label={w.wordings[list]}>
        <thead>
          <tr>
            <th scope="col">{w.wording}</th>
            <th scope="col">{w.wordingRows}</th>
            <th scope="col">{w.means}</th>
            <th scope="col">{w.whence}</th>
          </tr>
        </thead>
        <tbody>
          {wordings.map((wording) => (
            <tr key={wording.wording} data-open={wording.value === null || undefined}>
              <th scope="row">
                <Bdi lines={2}>{wording.wording}</Bdi>
              </th>
              <td className={styles.number}>{count(wording.rows)}</td>
              <td className={styles.means}>
                <Select
                  label={w.meansLabel(wording.wording)}
                  hideLabel
                  placeholder={placeholderOf(wording)}
                  value={wording.value}
                  options={Object.entries(namesOf(list)).map(([value, label]) => ({
                    value,
                    label,
                  }))}
                  onChange={(value) => say(wording, value)}
                />
              </td>
              <td>
                <Because wording={wording} onTake={(value) => say(wording, value)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {preview.more_wordings > 0 && <p>{w.moreWordings(preview.more_wordings)}</p>}
    </Card>
  );
}

function Because(props: { wording: WordingView; onTake: (value: string) => void }): ReactNode {
  const { wording } = props;
  const alike = wording.looks_like;
  return (
    <>
      {wording.is_new && <strong className={styles.fresh}>{w.isNew} </strong>}
      {whyOf(wording)}{" "}
      {alike !== null && (
        <Button size="small" onPress={() => props.onTake(alike)}>
          {wording.origin === "suggested"
            ? w.takeAs(namesOf(wording.list)[alike] ?? alike)
            : w.looksLike(namesOf(wording.list)[alike] ?? alike)}
        </Button>
      )}
    </>
  );
}

/** What stands where nothing is chosen: a meaning that is suggested, and not taken. */
function placeholderOf({ list, origin, looks_like: alike }: WordingView): string {
  if (origin !== "suggested" || alike === null) return w.pick;
  return w.suggested(namesOf(list)[alike] ?? alike);
}

function whyOf({ origin, source }: WordingView): string {
  switch (origin) {
    case "unknown":
      return w.isUnknown;
    case "suggested":
      return source === null ? w.isUnknown : w.isSuggested(...source);
    case "said":
      return w.isSaid;
    case "mapping":
      return w.isMapped;
    case "known":
      return source === null ? "" : w.isKnown(...source);
  }
}
