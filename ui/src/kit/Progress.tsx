/** Long work: how much is done, how fast, how long yet, and a way to stop it. */
import { type ReactNode, useEffect, useState } from "react";
import { ProgressBar } from "react-aria-components";
import { type ProgressView, useHost, useHostEvent } from "../host";
import { cx } from "../lib/css";
import { bytes, count } from "../lib/numbers";
import { Button } from "./Button";
import styles from "./Progress.module.css";
import { w } from "./words";

/** Makes the id of a piece of long work. */
export function newJob(): string {
  return crypto.randomUUID();
}

/** The newest word about a job, or null before the first. */
export function useProgress(job: string | null): ProgressView | null {
  const [told, setTold] = useState<ProgressView | null>(null);
  useHostEvent("progress", (next) => {
    if (next.job === job) setTold(next);
  });
  useEffect(() => {
    if (job !== null) setTold(null);
  }, [job]);
  return told && told.job === job ? told : null;
}

function amount(value: number, unit: string): string {
  return unit === "bytes" ? bytes(value) : `${count(Math.round(value))} ${unit}`;
}

/** Count, rate and time left of a piece of work, in words; rate and time only once they mean something. */
export function progressWords(told: ProgressView): string[] {
  const done = Number(told.done);
  const total = told.total === null ? null : Number(told.total);
  const seconds = told.elapsed_ms / 1000;
  const of =
    total === null
      ? amount(done, told.unit)
      : told.unit === "bytes"
        ? w.progress.of(bytes(done), bytes(total))
        : w.progress.of(count(done), amount(total, told.unit));
  if (seconds < 1 || done === 0) return [of];
  const rate = done / seconds;
  const words = [of, w.progress.rate(amount(rate, told.unit))];
  if (total !== null && total > done) {
    const left = (total - done) / rate;
    words.push(
      w.progress.left(
        left < 90 ? w.progress.seconds(Math.ceil(left)) : w.progress.minutes(Math.ceil(left / 60)),
      ),
    );
  }
  return words;
}

/** Follows one job. */
export function Progress(props: {
  job: string;
  what?: string;
  canCancel?: boolean;
  /** Besides asking the core to stop. */
  onCancel?: (() => void) | undefined;
}): ReactNode {
  const host = useHost();
  const told = useProgress(props.job);
  const [isStopping, setStopping] = useState(false);
  const total = told?.total == null ? null : Number(told.total);
  const share = told && total ? Math.min(100, (Number(told.done) / total) * 100) : null;
  const what = told?.what || props.what || w.progress.working;
  return (
    <div className={styles.progress}>
      <ProgressBar
        className={cx(styles.bar)}
        aria-label={what}
        {...(share === null ? { isIndeterminate: true } : { value: share })}
      >
        <div className={styles.head}>
          <span>{what}</span>
          <span className={styles.words}>{told ? progressWords(told).join(" · ") : ""}</span>
        </div>
        <div className={styles.track}>
          <div
            className={cx(styles.fill, share === null && styles.unknown)}
            style={share === null ? undefined : { inlineSize: `${share}%` }}
          />
        </div>
      </ProgressBar>
      {props.canCancel !== false && (
        <Button
          size="small"
          isDisabled={isStopping}
          onPress={() => {
            setStopping(true);
            props.onCancel?.();
            host.commands.cancel(props.job).catch(() => setStopping(false));
          }}
        >
          {isStopping ? w.progress.stopping : w.progress.stop}
        </Button>
      )}
    </div>
  );
}
