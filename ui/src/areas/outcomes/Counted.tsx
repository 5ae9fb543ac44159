/** How this is counted, for whoever reads the figures. */
import type { ReactNode } from "react";
import { Dialog } from "../../kit";
import styles from "./outcomes.module.css";
import { w } from "./words";

const PARTS = [
  "units",
  "taken",
  "periods",
  "stand",
  "service",
  "refusal",
  "team",
  "time",
  "back",
  "asAt",
  "said",
] as const;

/** The definitions in words. */
export function Counted(props: {
  isOpen: boolean;
  onClose: () => void;
  smallBelow: number | null;
}): ReactNode {
  return (
    <Dialog title={w.how} isOpen={props.isOpen} onClose={props.onClose} size="wide">
      <dl className={styles.counted}>
        {PARTS.map((part) => {
          const [title, text] = w.counted[part];
          return (
            <div key={part}>
              <dt>{title}</dt>
              <dd>
                {text}
                {part === "said" && props.smallBelow !== null && (
                  <> {w.countedSmall(props.smallBelow)}</>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </Dialog>
  );
}
