/** Verifying the case, and what was found, in plain words. */
import { type ReactNode, useState } from "react";
import { Button, Checkbox, ErrorState, Progress, Section } from "../../kit";
import styles from "./VerifyPanel.module.css";
import { VerifyResult } from "./VerifyResult";
import { type Check, lastOf } from "./verify";
import { w } from "./words";

/** The check: begin, follow, read. */
export function VerifyPanel(props: {
  check: Check;
  verify: (full: boolean) => Promise<void>;
}): ReactNode {
  const { check, verify } = props;
  const [isFull, setFull] = useState(true);
  const isRunning = check.state === "running";
  const last = lastOf(check);
  return (
    <Section title={w.verify.title}>
      {last?.is_damaged && <VerifyResult view={last} onAnew={() => void verify(isFull)} />}
      <p className={styles.note}>{w.verify.lead}</p>
      {isRunning ? (
        <Progress job={check.job} what={w.verify.running} />
      ) : (
        <>
          <div className={styles.full}>
            <Checkbox isSelected={isFull} onChange={setFull}>
              {w.verify.full}
            </Checkbox>
            <p className={styles.note}>{w.verify.fullNote}</p>
          </div>
          <Button variant="primary" icon="shield" onPress={() => void verify(isFull)}>
            {last === null ? w.verify.action : w.verify.again}
          </Button>
        </>
      )}
      <Said check={check} />
      {last !== null && !last.is_damaged && (
        <VerifyResult view={last} onAnew={() => void verify(isFull)} />
      )}
      <p className={styles.small}>{w.verify.cannot}</p>
    </Section>
  );
}

function Said(props: { check: Check }): ReactNode {
  const { check } = props;
  if (check.state === "never") return <p className={styles.said}>{w.verify.never}</p>;
  if (check.state === "stopped") {
    return (
      <p className={styles.said} role="status">
        {w.verify.cancelled}
      </p>
    );
  }
  if (check.state !== "failed") return null;
  return <ErrorState title={w.verify.failed} error={check.error} isInline />;
}
