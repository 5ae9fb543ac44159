/** The unit's rule for breaks, and whom its officers can talk to. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type BreakRuleView, useHost, useSession } from "../../../host";
import { Button, Card, Muted, QueryState, TextField, useToast } from "../../../kit";
import { CARE_KEY, useCare } from "../../../record/care/useCare";
import { useBusy } from "../../../record/useBusy";
import { Refused } from "../lexicons/Refused";
import styles from "../settings.module.css";
import form from "./care.module.css";
import { w } from "./words";

/** The tab. */
export function CareTab(): ReactNode {
  return (
    <div className={styles.column}>
      <QueryState query={useCare()}>{(care) => <RuleCard view={care.rule} />}</QueryState>
    </div>
  );
}

type Typed = { items: string; minutes: string; pause: string; contact: string };

function typedOf({ rule }: BreakRuleView): Typed {
  return {
    items: String(rule.items),
    minutes: String(rule.minutes),
    pause: String(rule.pause_minutes),
    contact: rule.contact,
  };
}

function isWhole(text: string): boolean {
  return /^\d{1,4}$/u.test(text.trim());
}

const NUMBERS = [
  ["items", w.items],
  ["minutes", w.minutes],
  ["pause", w.pause],
] as const;

function RuleCard(props: { view: BreakRuleView }): ReactNode {
  const { view } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { officer } = useSession();
  const [typed, setTyped] = useState(typedOf(view));
  const { isBusy, error, run } = useBusy();
  const isReader = officer.role === "reader";
  const isShut = !NUMBERS.every(([name]) => isWhole(typed[name]));
  const save = () =>
    run(async () => {
      await host.commands.setBreakRule({
        items: Number(typed.items),
        minutes: Number(typed.minutes),
        pause_minutes: Number(typed.pause),
        contact: typed.contact.trim(),
      });
      await client.invalidateQueries({ queryKey: CARE_KEY });
      toast({ text: w.saved, tone: "ok" });
    });
  return (
    <Card title={w.title} aside={view.is_of_unit ? w.ofUnit : undefined}>
      <p>
        <Muted>{w.text}</Muted>
      </p>
      <div className={form.form}>
        {NUMBERS.map(([name, label]) => (
          <TextField
            key={name}
            label={label}
            type="number"
            value={typed[name]}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
            isReadOnly={isReader}
            error={isWhole(typed[name]) ? undefined : w.whole}
          />
        ))}
        <TextField
          label={w.contact}
          value={typed.contact}
          onChange={(contact) => setTyped({ ...typed, contact })}
          isReadOnly={isReader}
          description={w.contactHow}
        />
      </div>
      {!view.is_of_unit && (
        <p>
          <Muted>{w.comesWith(view.source)}</Muted>
        </p>
      )}
      {error !== null && <Refused title={w.refused}>{error}</Refused>}
      {!isReader && (
        <Button
          variant="primary"
          isDisabled={isShut}
          isPending={isBusy}
          onPress={() => void save()}
        >
          {w.save}
        </Button>
      )}
    </Card>
  );
}
