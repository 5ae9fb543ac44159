import { type ReactNode, useEffect, useState } from "react";
import { instant, type OutsideTime, outside, type TimeStyle } from "../lib/time";
import styles from "./Time.module.css";

/** A time in UTC. Pointing at it shows it in full; a distance keeps itself fresh. */
export function Time(props: { at: string; show?: TimeStyle }): ReactNode {
  const { at, show = "short" } = props;
  const [, tick] = useState(0);
  useEffect(() => {
    if (show !== "ago") return;
    const timer = setInterval(() => tick((n) => n + 1), 30_000);
    return () => clearInterval(timer);
  }, [show]);
  return (
    <time className={styles.time} dir="auto" dateTime={at} title={instant(at, "full")}>
      {instant(at, show)}
    </time>
  );
}

/** A time from outside, only as exact as it was written; pointing at it shows what was written. */
export function WorldTimeText(props: { time: OutsideTime }): ReactNode {
  const { time } = props;
  return (
    <time
      className={styles.time}
      dir="auto"
      dateTime={time.at}
      title={time.raw ?? instant(time.at, "full")}
    >
      {outside(time)}
    </time>
  );
}
