/** One part of what a check looked at. */
import type { ReactNode } from "react";
import { Icon } from "../../kit";
import styles from "./VerifyResult.module.css";
import { w } from "./words";

/** The part, with its mark: sound, damaged, or not looked at. */
export function Part(props: {
  name: string;
  isSound: boolean | null;
  children: ReactNode;
}): ReactNode {
  const { isSound } = props;
  const word = isSound === null ? w.verify.unseen : isSound ? w.verify.sound : w.verify.bad;
  return (
    <li className={styles.part} data-sound={isSound === null ? "unseen" : isSound}>
      <span className={styles.mark} role="img" aria-label={word}>
        {isSound ? <Icon name="check" size={10} /> : isSound === null ? "?" : "!"}
      </span>
      <div className={styles.words}>
        <b>{props.name}</b>
        <div>{props.children}</div>
      </div>
    </li>
  );
}

/** A part that could not be looked at. */
export function Unseen(props: { name: string }): ReactNode {
  return (
    <Part name={props.name} isSound={null}>
      {w.verify.unseen}
    </Part>
  );
}
