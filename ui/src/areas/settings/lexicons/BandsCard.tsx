/** From how many points accounts are reviewed, and reviewed first. */
import type { ReactNode } from "react";
import { type ScoringView, useHost, useSession } from "../../../host";
import { Button, Card, Muted, TextField, useToast } from "../../../kit";
import { useBusy } from "../../../record/useBusy";
import { useKeptForm } from "../../../record/useKeptForm";
import styles from "./lexicons.module.css";
import { Refused } from "./Refused";
import { useAfterChange } from "./useAfterChange";
import { w } from "./words";

type Typed = { review: string | null; priority: string | null };

const UNTOUCHED: Typed = { review: null, priority: null };

/** The bands as they are typed: kept until they are saved, the saved ones where nothing was typed. */
function useBands(scoring: ScoringView) {
  const host = useHost();
  const toast = useToast();
  const after = useAfterChange();
  const { form, change, clear } = useKeptForm<Typed>("scoring-bands", UNTOUCHED);
  const { isBusy, error, run } = useBusy();
  const review = form.review ?? String(scoring.review_from);
  const priority = form.priority ?? String(scoring.priority_from);
  const set = (from: number, first: number) =>
    run(async () => {
      await host.commands.setBands(from, first);
      change(UNTOUCHED);
      await clear();
      toast({ text: w.bands.saved(from, first), tone: "ok" });
      await after();
    });
  return { review, priority, change, set, isBusy, error };
}

/** The card of the bands. */
export function BandsCard(props: { scoring: ScoringView }): ReactNode {
  const { scoring } = props;
  const { officer } = useSession();
  const { review, priority, change, set, isBusy, error } = useBands(scoring);
  const [ownReview, ownPriority] = scoring.come_with;
  const isReader = officer.role === "reader";
  const isSaved =
    Number(review) === scoring.review_from && Number(priority) === scoring.priority_from;
  const isOriginal =
    scoring.review_from === ownReview && scoring.priority_from === ownPriority && isSaved;
  return (
    <Card title={w.bands.title}>
      <p>
        <Muted>{w.bands.text}</Muted>
      </p>
      <div className={styles.bands}>
        <Points
          label={w.bands.review}
          value={review}
          comesWith={ownReview}
          isReadOnly={isReader}
          onChange={(next) => change({ review: next })}
        />
        <Points
          label={w.bands.priority}
          value={priority}
          comesWith={ownPriority}
          isReadOnly={isReader}
          onChange={(next) => change({ priority: next })}
        />
      </div>
      {error !== null && <Refused title={w.bands.refused}>{error}</Refused>}
      {!isReader && (
        <div className={styles.actions}>
          <Button
            variant="primary"
            isDisabled={isSaved || !isWhole(review) || !isWhole(priority)}
            isPending={isBusy}
            onPress={() => void set(Number(review), Number(priority))}
          >
            {w.bands.save}
          </Button>
          <Button isDisabled={isOriginal} onPress={() => void set(ownReview, ownPriority)}>
            {w.bands.reset}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Points(props: {
  label: string;
  value: string;
  comesWith: number;
  isReadOnly: boolean;
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <TextField
      label={props.label}
      type="number"
      value={props.value}
      onChange={props.onChange}
      isReadOnly={props.isReadOnly}
      description={w.bands.comesWith(props.comesWith)}
      error={isWhole(props.value) ? undefined : w.bands.whole}
    />
  );
}

/** Small enough for the core to read as a number; what it may be is the core's rule. */
function isWhole(text: string): boolean {
  return /^-?\d{1,6}$/u.test(text.trim());
}
