import type { ReactNode } from "react";
import type { CannotReadView } from "../../host";
import { Bdi, Time } from "../../kit";
import styles from "./linguist.module.css";
import { w } from "./words";

/** Who could not read a text, in which language; nothing where everybody asked could, or nobody was asked. */
export function CouldNotRead(props: { answers: readonly CannotReadView[] }): ReactNode {
  return props.answers.map((answer) => (
    <p key={answer.id} className={styles.could}>
      {w.couldNot(answer.by, answer.language_name)} <Time at={answer.at} show="date" />
      {answer.note !== null && (
        <>
          {" "}
          {w.noteOf} <Bdi>{answer.note}</Bdi>
        </>
      )}
    </p>
  ));
}
