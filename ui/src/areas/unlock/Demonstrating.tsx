import type { ReactNode } from "react";
import { Progress, useProgress } from "../../kit";
import { Stretching } from "./Stretching";
import styles from "./unlock.module.css";
import { w } from "./words";

/** The name of the work under which the core makes the demonstration case. */
const JOB = "demonstration";

/** True once the core says that it is making the demonstration case. */
export function useIsDemonstrationMade(): boolean {
  return useProgress(JOB) !== null;
}

/** The demonstration case is opened, or made first: then how far it is, with a way to stop it. */
export function Demonstrating(props: { isMade: boolean }): ReactNode {
  return (
    <>
      <Stretching what={w.demonstrationOpening} text={w.demonstrationNote} />
      {props.isMade && (
        <div className={styles.made}>
          <Progress job={JOB} what={w.demonstrationMaking} />
        </div>
      )}
    </>
  );
}
