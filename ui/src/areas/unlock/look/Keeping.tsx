/** The case is made: the spreadsheet that was looked at becomes its first import. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from "react";
import { type ImportResultView, useHost } from "../../../host";
import { Button, ErrorState, newJob, Progress } from "../../../kit";
import styles from "./look.module.css";
import { w } from "./words";

/** Takes the files in once; what fails can be tried again or left. */
export function Keeping(props: {
  onKept: (results: readonly ImportResultView[]) => void;
  onWithout: () => void;
}): ReactNode {
  const host = useHost();
  const [job, setJob] = useState(newJob);
  const [error, setError] = useState<unknown>(null);
  const kept = useRef(props.onKept);
  kept.current = props.onKept;
  const begun = useRef<string | null>(null);
  const take = useCallback(
    async (name: string) => {
      if (begun.current === name) return;
      begun.current = name;
      setError(null);
      try {
        kept.current(await host.commands.keepCheckUp(name));
      } catch (thrown) {
        setError(thrown);
      }
    },
    [host],
  );
  useEffect(() => void take(job), [take, job]);
  const without = () => {
    host.commands.dropCheckUp().catch(() => undefined);
    props.onWithout();
  };
  if (error !== null) {
    return (
      <section className={styles.reading} aria-label={w.keeping.failed}>
        <ErrorState error={error} title={w.keeping.failed} isInline />
        <div className={styles.acts}>
          <Button onPress={without}>{w.keeping.without}</Button>
          <Button variant="primary" onPress={() => setJob(newJob())}>
            {w.keeping.again}
          </Button>
        </div>
      </section>
    );
  }
  return (
    <section className={styles.reading} aria-label={w.keeping.taking}>
      <Progress job={job} what={w.keeping.taking} />
      <p className={styles.quiet}>{w.keeping.takingText}</p>
    </section>
  );
}
