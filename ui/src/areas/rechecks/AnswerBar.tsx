import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type CheckMethod, type Observed, type RecheckView, useHost } from "../../host";
import { Button, type CommandId, Select, TextField, useCommand, useToast } from "../../kit";
import { failed } from "../../record/failed";
import { readMoment } from "../../record/moment";
import { w as record } from "../../record/words";
import styles from "./rechecks.module.css";
import { useScreenshot } from "./useScreenshot";
import { w } from "./words";

const ANSWERS = [
  "live",
  "offline",
  "suspended-notice",
  "private",
  "renamed",
  "geo-blocked",
  "login-wall",
  "removed-by-owner",
  "unknown",
] as const satisfies readonly Observed[];

const METHODS = [
  "looked",
  "screenshot",
  "platform-reply",
  "colleague",
  "automatic",
] as const satisfies readonly CheckMethod[];

/** What was seen, by one key each; how and when beside it. Nothing is preset that was seen. */
export function AnswerBar(props: { row: RecheckView; onEntered: () => void }): ReactNode {
  const { row } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [method, setMethod] = useState<CheckMethod>("looked");
  const [when, setWhen] = useState("");
  const [isBusy, setBusy] = useState(false);
  const shot = useScreenshot(row.account, () => setMethod("screenshot"));
  const at = when.trim() === "" ? null : readMoment(when);
  const isWrong = when.trim() !== "" && at === null;
  const undo = async (set: string) => {
    const undone = await host.commands.undo(set);
    await client.invalidateQueries();
    toast({ text: record.undone(undone), tone: undone.kept > 0 ? "warn" : "ok" });
  };
  const enter = async (observed: Observed) => {
    if (isBusy || isWrong) return;
    setBusy(true);
    try {
      const done = await host.commands.recordCheck({
        account: row.account,
        observed,
        method,
        at,
        exhibit: shot.exhibit?.id ?? null,
      });
      const isInferred = done.row?.why === "inferred-removal";
      props.onEntered();
      await client.invalidateQueries({ queryKey: ["rechecks"] });
      toast({
        text: isInferred ? w.inferred(row.label) : w.recorded(row.label, w.observed[observed]),
        tone: "ok",
        undo: () => undo(done.set),
      });
    } catch (error) {
      toast({ text: `${w.failed}. ${failed(error)}`, tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.bar}>
      <div className={styles.how}>
        <Select
          label={w.how}
          value={method}
          onChange={setMethod}
          options={METHODS.map((value) => ({ value, label: w.method[value] }))}
        />
        <TextField
          label={w.when}
          value={when}
          onChange={setWhen}
          placeholder={w.whenHint}
          {...(isWrong ? { error: w.whenWrong } : {})}
        />
        <Button icon="attach" isPending={shot.isBusy} onPress={() => void shot.attach()}>
          {shot.exhibit === null ? w.shot : w.shotIs(shot.exhibit.file_name)}
        </Button>
      </div>
      <div className={styles.answers}>
        <span>{w.saw}</span>
        {ANSWERS.map((observed) => (
          <Answer
            key={observed}
            observed={observed}
            isShut={isBusy || isWrong}
            onPress={() => void enter(observed)}
          />
        ))}
      </div>
    </div>
  );
}

function Answer(props: { observed: Observed; isShut: boolean; onPress: () => void }): ReactNode {
  const command: CommandId = `recheck.${props.observed}`;
  useCommand(command, props.onPress, !props.isShut);
  return (
    <Button command={command} isDisabled={props.isShut} onPress={props.onPress}>
      {w.observed[props.observed]}
    </Button>
  );
}
