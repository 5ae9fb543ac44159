/** One template: changed, seen with a made-up referral, and only then saved as a version. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type TemplateResultView, type TemplateView, useHost, useSession } from "../../../host";
import { Bdi, Button, Confirm, TextArea, Time, useToast } from "../../../kit";
import { NoticeText } from "../../../record/NoticeText";
import { useBusy } from "../../../record/useBusy";
import { Faults } from "../files/Faults";
import { Refused } from "../lexicons/Refused";
import { DiffLines } from "./DiffLines";
import styles from "./templates.module.css";
import { w } from "./words";

/** The editor of one template. */
export function TemplateEditor(props: { template: TemplateView }): ReactNode {
  const { template } = props;
  const { officer } = useSession();
  const [text, setText] = useState(template.text);
  const [seen, setSeen] = useState<{ of: string; result: TemplateResultView } | null>(null);
  const canChange = officer.role !== "reader";
  const title = w.names[template.name] ?? template.name;
  const result = seen !== null && seen.of === text ? seen.result : null;
  return (
    <div>
      <p className={styles.quiet}>
        <Bdi>{template.words}</Bdi> · {template.is_own ? null : w.asItComes} ·{" "}
        <Bdi>{w.from(template.source, template.date)}</Bdi>
      </p>
      <div className={styles.edit}>
        <TextArea
          label={w.edit}
          description={w.editText}
          value={text}
          onChange={setText}
          rows={14}
          isDisabled={!canChange}
          dir="ltr"
        />
      </div>
      <Acts
        template={template}
        text={text}
        result={result}
        title={title}
        canChange={canChange}
        onText={setText}
        onResult={(next) => setSeen({ of: text, result: next })}
      />
      <Seen template={template} text={text} result={result} />
      <Versions template={template} canChange={canChange} onTake={setText} />
    </div>
  );
}

function Acts(props: {
  template: TemplateView;
  text: string;
  result: TemplateResultView | null;
  title: string;
  canChange: boolean;
  onText: (text: string) => void;
  onResult: (result: TemplateResultView) => void;
}): ReactNode {
  const { template, text, result, title } = props;
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const [isAsking, setAsking] = useState(false);
  const isChanged = text !== template.text;
  const isSound = result !== null && result.faults.length === 0;
  const request = { name: template.name, text };
  const look = () => run(async () => props.onResult(await host.commands.previewTemplate(request)));
  const save = () =>
    run(async () => {
      const saved = await host.commands.setTemplate(request);
      props.onResult(saved);
      if (saved.version === null) return;
      toast({ text: w.saved(title, saved.version), tone: "ok" });
      await client.invalidateQueries({ queryKey: ["templates"] });
    });
  if (!props.canChange) return null;
  return (
    <>
      <div className={styles.actions}>
        <Button isDisabled={!isChanged} isPending={isBusy} onPress={() => void look()}>
          {w.look}
        </Button>
        <Button
          variant="primary"
          isDisabled={!isChanged || !isSound}
          why={isChanged && !isSound ? w.saveWhy : undefined}
          isPending={isBusy}
          onPress={() => void save()}
        >
          {w.save}
        </Button>
        {isChanged && <Button onPress={() => props.onText(template.text)}>{w.undo}</Button>}
        {template.is_own && (
          <Button icon="undo" onPress={() => setAsking(true)}>
            {w.reset}
          </Button>
        )}
      </div>
      {error !== null && <Refused title={w.failed}>{error}</Refused>}
      <Confirm
        title={w.resetTitle(title)}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        action={w.resetAction}
        onConfirm={async () => {
          await host.commands.resetTemplate(template.name);
          setAsking(false);
          toast({ text: w.resetDone(title), tone: "ok" });
          await client.invalidateQueries({ queryKey: ["templates"] });
        }}
      >
        {w.resetText}
      </Confirm>
    </>
  );
}

function Seen(props: {
  template: TemplateView;
  text: string;
  result: TemplateResultView | null;
}): ReactNode {
  const { template, text, result } = props;
  if (result !== null && result.faults.length > 0) return <Faults faults={result.faults} />;
  const isOld = result === null && text !== template.text;
  const differences = result === null ? template.differences : result.differences;
  return (
    <>
      <h3 className={styles.subtitle}>{w.sample}</h3>
      {isOld ? (
        <p className={styles.quiet}>{w.sampleOld}</p>
      ) : (
        <NoticeText text={result?.sample ?? template.sample} label={w.sample} />
      )}
      {!isOld && differences.length > 0 && (
        <DiffLines title={result === null ? w.changed : w.changes} lines={differences} />
      )}
    </>
  );
}

function Versions(props: {
  template: TemplateView;
  canChange: boolean;
  onTake: (text: string) => void;
}): ReactNode {
  const { versions } = props.template;
  if (versions.length === 0) return null;
  return (
    <>
      <h3 className={styles.subtitle}>{w.versions}</h3>
      <ul className={styles.versions} aria-label={w.versions}>
        {versions.map((one) => (
          <li key={one.version}>
            <Bdi>{w.versionLine(one.version, one.officer)}</Bdi> <Time at={one.at} show="short" />
            <span className={styles.quiet}>{one.stands ? w.stands : w.aside}</span>
            {props.canChange && (
              <Button
                size="small"
                ariaLabel={w.takeOf(one.version)}
                onPress={() => props.onTake(one.text)}
              >
                {w.take}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
