/** How long an account that was left without action is kept before it is due for erasure. */
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ScoringView, useHost, useSession } from "../../host";
import { Button, Card, LinkButton, Muted, QueryState, TextField, useToast } from "../../kit";
import { useRoute } from "../../lib/route";
import { useScoring } from "../../record/scoringRun";
import { useBusy } from "../../record/useBusy";
import { useKeptForm } from "../../record/useKeptForm";
import { Refused } from "./lexicons/Refused";
import { w } from "./noActionWords";
import styles from "./settings.module.css";

type Typed = { days: string | null };

const UNTOUCHED: Typed = { days: null };

/** As much as the core reads as a number of days; what it may be is the core's rule. */
const MOST = 9_999;

/** The tab: one card, with what is set now. */
export function NoActionTab(): ReactNode {
  return (
    <div className={styles.column}>
      <QueryState query={useScoring()}>
        {(scoring) => <NoActionCard scoring={scoring} />}
      </QueryState>
    </div>
  );
}

/** The days as they are typed: kept until they are saved, the saved ones where nothing was typed. */
function useDays(scoring: ScoringView) {
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const { form, change, clear } = useKeptForm<Typed>("no-action-days", UNTOUCHED);
  const { isBusy, error, run } = useBusy();
  const days = form.days ?? String(scoring.no_action_days);
  const set = (next: number) =>
    run(async () => {
      await host.commands.setNoActionDays(next);
      change(UNTOUCHED);
      await clear();
      toast({ text: w.saved(next), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["scoring"] });
    });
  return { days, type: (next: string) => change({ days: next }), set, isBusy, error };
}

function NoActionCard(props: { scoring: ScoringView }): ReactNode {
  const { no_action_days: now, no_action_days_come_with: own } = props.scoring;
  const { officer } = useSession();
  const { go } = useRoute();
  const { days, type, set, isBusy, error } = useDays(props.scoring);
  const isReader = officer.role === "reader";
  const isSaved = Number(days) === now;
  return (
    <Card title={w.title}>
      <p>
        <Muted>{w.text}</Muted> <b>{w.nothing}</b>
      </p>
      <div className={styles.days}>
        <TextField
          label={w.days}
          type="number"
          value={days}
          onChange={type}
          isReadOnly={isReader}
          description={w.comesWith(own)}
          error={isWhole(days) ? undefined : w.whole(MOST)}
        />
      </div>
      {error !== null && <Refused title={w.refused}>{error}</Refused>}
      {!isReader && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            isDisabled={isSaved || !isWhole(days)}
            isPending={isBusy}
            onPress={() => void set(Number(days))}
          >
            {w.save}
          </Button>
          <Button isDisabled={now === own && isSaved} onPress={() => void set(own)}>
            {w.reset(own)}
          </Button>
        </div>
      )}
      <p>
        <LinkButton onPress={() => go({ area: "accounts", tab: "due-for-erasure" })}>
          {w.show}
        </LinkButton>
      </p>
    </Card>
  );
}

function isWhole(text: string): boolean {
  return /^\d{1,4}$/u.test(text.trim());
}
