/** This officer's own day: what they opened, the unit's rule, whom to talk to. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CareView, useHost } from "../../host";
import { Bdi, Button, Dialog, Time, useToast } from "../../kit";
import { useBusy } from "../useBusy";
import styles from "./care.module.css";
import { CARE_KEY } from "./useCare";
import { w } from "./words";

/** Takes note of a break: the count towards the next begins anew. */
export function useRest(): { rest: () => Promise<void>; error: string | null } {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { error, run } = useBusy();
  const rest = () =>
    run(async () => {
      client.setQueryData(CARE_KEY, await host.commands.takeBreak());
      toast({ text: w.rested, tone: "ok" });
    });
  return { rest, error };
}

/** The dialog; nothing in it blocks work. */
export function CareDialog(props: { care: CareView; onClose: () => void }): ReactNode {
  const { care, onClose } = props;
  const { rule, source } = care.rule;
  const { rest, error } = useRest();
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{w.close}</Button>
          {care.since_break > 0 && (
            <Button variant="primary" onPress={() => void rest().then(onClose)}>
              {w.rest}
            </Button>
          )}
        </>
      }
    >
      <div className={styles.words}>
        <p>
          {w.opened(care.opened_today)}{" "}
          {care.run_began !== null && (
            <>
              {w.since(care.since_break)} <Time at={care.run_began} show="clock" />.
            </>
          )}
        </p>
        <p>
          {w.rule(rule.items, rule.minutes, rule.pause_minutes)} {w.ruleFrom(source)}
        </p>
        <p>
          {rule.contact === "" ? (
            w.contactNone
          ) : (
            <>
              <b>{w.contact}</b> <Bdi>{rule.contact}</Bdi>
            </>
          )}
        </p>
        <p className={styles.private}>{w.private}</p>
        {error !== null && <p role="alert">{error}</p>}
      </div>
    </Dialog>
  );
}
