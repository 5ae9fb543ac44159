import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type CheckAnswersView,
  type CheckRuleView,
  type CheckSheetFormat,
  type ChosenView,
  type RechecksView,
  useHost,
  usePlatforms,
} from "../../host";
import { Bdi, Button, Dialog, Muted, Section, useToast } from "../../kit";
import { count } from "../../lib/numbers";
import { failed } from "../../record/failed";
import styles from "./rechecks.module.css";
import { Shots } from "./Shots";
import { w } from "./words";

/** Answers of a file that nobody has entered yet. */
type Shown = { readonly file: ChosenView; readonly answers: CheckAnswersView };

function useCarrying() {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown | null>(null);
  const work = async (run: () => Promise<void>) => {
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    } finally {
      setBusy(false);
    }
  };
  const write = (format: CheckSheetFormat) =>
    work(async () => {
      const [place] = await host.commands.choose("save-check-sheet", `${w.sheetName}.${format}`);
      if (place === undefined) return;
      const done = await host.commands.writeCheckSheet({
        place: place.token,
        format,
        with_ahead: false,
      });
      toast({ text: w.written(done.sheet, done.accounts), tone: "ok" });
    });
  const choose = () =>
    work(async () => {
      const [file] = await host.commands.choose("open-check-answers", null);
      if (file === undefined) return;
      const request = { file: file.token, is_dry_run: true };
      setShown({ file, answers: await host.commands.takeCheckAnswers(request) });
    });
  const enter = () =>
    work(async () => {
      if (shown === null) return;
      const request = { file: shown.file.token, is_dry_run: false };
      const done = await host.commands.takeCheckAnswers(request);
      setShown(null);
      await client.invalidateQueries();
      toast({ text: w.entered(done.recorded), tone: "ok" });
    });
  return { isBusy, shown, write, choose, enter, leave: () => setShown(null) };
}

/** What goes to the other machine and comes back from it, and the rules looks go by. */
export function CarrySheet(props: { checks: RechecksView }): ReactNode {
  const { checks } = props;
  const carrying = useCarrying();
  const isNothing = checks.overdue + checks.due === 0;
  return (
    <>
      <Section title={w.carry}>
        <div className={styles.beside}>
          <p>{w.carryText}</p>
          <div className={styles.acts}>
            {(["csv", "pdf"] as const).map((format) => (
              <Button
                key={format}
                icon="export"
                isDisabled={isNothing}
                isPending={carrying.isBusy}
                why={isNothing ? w.done : undefined}
                onPress={() => void carrying.write(format)}
              >
                {w[format]}
              </Button>
            ))}
            <Button
              icon="import"
              isPending={carrying.isBusy}
              onPress={() => void carrying.choose()}
            >
              {w.back}
            </Button>
          </div>
        </div>
      </Section>
      <Shots />
      <Section title={w.rules}>
        <div className={styles.beside}>
          <p>
            <Muted>{w.rulesText}</Muted>
          </p>
          <ul className={styles.rules}>
            {checks.rules.map((rule) => (
              <Rule key={`${rule.platform} ${rule.what}`} rule={rule} />
            ))}
          </ul>
        </div>
      </Section>
      {carrying.shown !== null && (
        <Answers
          shown={carrying.shown}
          isBusy={carrying.isBusy}
          onEnter={() => void carrying.enter()}
          onLeave={carrying.leave}
        />
      )}
    </>
  );
}

function Rule(props: { rule: CheckRuleView }): ReactNode {
  const { rule } = props;
  const platforms = usePlatforms();
  const of = rule.platform === "*" ? w.all : platforms.name(rule.platform);
  return (
    <li>
      <b>{rule.value}</b> {rule.what} ({of})
      <span className={styles.quiet}>
        {w.source}: {rule.source}, {rule.date}
      </span>
    </li>
  );
}

function Answers(props: {
  shown: Shown;
  isBusy: boolean;
  onEnter: () => void;
  onLeave: () => void;
}): ReactNode {
  const { file, answers } = props.shown;
  return (
    <Dialog
      title={w.answers(file.name)}
      isOpen
      onClose={props.onLeave}
      size="wide"
      footer={
        <>
          <Button variant="quiet" onPress={props.onLeave}>
            {w.leave}
          </Button>
          <Button
            variant="primary"
            autoFocus
            isDisabled={answers.recorded === 0}
            isPending={props.isBusy}
            why={answers.recorded === 0 ? w.nothingToEnter : undefined}
            onPress={props.onEnter}
          >
            {w.enter(answers.recorded)}
          </Button>
        </>
      }
    >
      <p>{w.answersSum(answers)}</p>
      {answers.refused.length > 0 && (
        <table className={styles.table} aria-label={w.refusedWhy}>
          <thead>
            <tr>
              <th scope="col">{w.line}</th>
              <th scope="col">{w.number}</th>
              <th scope="col">{w.refusedWhy}</th>
            </tr>
          </thead>
          <tbody>
            {answers.refused.map((row) => (
              <tr key={`${String(row.line)} ${row.number}`}>
                <td>{count(row.line)}</td>
                <td>
                  <Bdi>{row.number}</Bdi>
                </td>
                <td>
                  <Bdi>{row.why}</Bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Dialog>
  );
}
