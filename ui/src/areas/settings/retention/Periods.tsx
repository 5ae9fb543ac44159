/** The periods of retention, each with where it is from; a supervisor sets the unit's own. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type RetentionGroupView, useHost, useSession } from "../../../host";
import { Button, Confirm, Muted, TextField, useToast } from "../../../kit";
import styles from "../settings.module.css";
import { w } from "./periodsWords";

/** A hundred years, as the core has it. */
const MOST = 36_525;

/** The table. */
export function Periods(props: { groups: readonly RetentionGroupView[] }): ReactNode {
  const maySet = useSession().officer.role === "supervisor";
  const [setting, setSetting] = useState<RetentionGroupView | null>(null);
  return (
    <>
      <table className={styles.table} aria-label={w.periods}>
        <tbody>
          {props.groups.map((group) => (
            <tr key={group.group}>
              <th scope="row">{group.title}</th>
              <td className={styles.oneLine}>{w.days(group.days)}</td>
              <td className={styles.quiet}>
                {group.is_own && <Muted>{w.own(group.comes_with)}. </Muted>}
                {group.source}
              </td>
              {maySet && (
                <td>
                  <Button
                    size="small"
                    ariaLabel={w.setOf(group.title)}
                    onPress={() => setSetting(group)}
                  >
                    {w.set}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {setting !== null && <PeriodDialog group={setting} onClose={() => setSetting(null)} />}
    </>
  );
}

function PeriodDialog(props: { group: RetentionGroupView; onClose: () => void }): ReactNode {
  const { group, onClose } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [days, setDays] = useState(String(group.days));
  const isWhole = /^\d{1,5}$/u.test(days.trim());
  const set = async (reason: string) => {
    if (!isWhole) return;
    const done = await host.commands.setRetentionPeriod({
      group: group.group,
      days: Number(days),
      reason,
    });
    void client.invalidateQueries({ queryKey: ["retention"] });
    void client.invalidateQueries({ queryKey: ["scoring"] });
    toast({ text: w.changed(done.days), tone: "ok" });
    onClose();
  };
  return (
    <Confirm title={w.title} action={w.action} isOpen needsReason onClose={onClose} onConfirm={set}>
      <p>{group.title}</p>
      <p>{w.lead}</p>
      <TextField
        label={w.label}
        type="number"
        value={days}
        onChange={setDays}
        description={w.comesWith(group.comes_with, group.source)}
        error={isWhole ? undefined : w.whole(MOST)}
      />
    </Confirm>
  );
}
