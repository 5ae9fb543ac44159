import { type KeyboardEvent, type ReactNode, useRef } from "react";
import type { AccountView, Answer, ExclusionView } from "../../host";
import { Card, Kbd, Pill, SegmentedAnswer, useCommand } from "../../kit";
import { useDraft } from "../RecordProvider";
import { standingOf } from "../standing";
import { w } from "../words";
import styles from "./CouldThisBe.module.css";

const ANSWERS = ["no", "yes", "cant-tell"] as const satisfies readonly Answer[];

/** The key that answers the line with the focus, by its place on the keyboard and by its letter. */
const KEYS: Readonly<Record<string, Answer>> = {
  KeyN: "no",
  KeyY: "yes",
  KeyT: "cant-tell",
  n: "no",
  y: "yes",
  t: "cant-tell",
};

/**
 * The "Could this be…?" lines. Each is answered by itself and is empty until it is: nothing is
 * preset and no key answers two of them.
 */
export function CouldThisBe(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
  /** Called when the last open line got its answer by key; says whether all are No. */
  onAllAnswered: (isAllNo: boolean) => void;
}): ReactNode {
  const { account, lines } = props;
  const { draft, change } = useDraft(account);
  const body = useRef<HTMLDivElement>(null);
  const { unanswered, doubtful } = standingOf(lines, draft);
  useCommand("account.answer", () => {
    const first = lines.findIndex((line) => draft.answers[line.name] === undefined);
    focusLine(body.current, Math.max(0, first), null);
  });

  const answer = (line: ExclusionView, value: Answer | null) => {
    const answers = { ...draft.answers };
    if (value === null) {
      delete answers[line.name];
    } else {
      answers[line.name] = value;
    }
    change({ answers });
  };
  const press = (event: KeyboardEvent, line: ExclusionView, index: number) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      stop(event);
      focusLine(body.current, index + step, columnOf(event.target));
      return;
    }
    const given = KEYS[event.code] ?? KEYS[event.key.toLowerCase()];
    if (given === undefined || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    stop(event);
    if (event.repeat) {
      return;
    }
    answer(line, given);
    if (index + 1 < lines.length) {
      focusLine(body.current, index + 1, ANSWERS.indexOf(given));
    } else if (unanswered.every((one) => one.name === line.name)) {
      const isAllNo = given === "no" && doubtful.every((one) => one.name === line.name);
      props.onAllAnswered(isAllNo);
    }
  };
  return (
    <Card
      title={w.couldThisBe}
      aside={
        <>
          <ToAnswer left={unanswered.length} doubtful={doubtful.length} />
          <span className={styles.keys} title={w.answerKeys}>
            <Kbd command="account.answer" /> <Kbd place="KeyN" /> <Kbd place="KeyY" />{" "}
            <Kbd place="KeyT" />
          </span>
        </>
      }
    >
      <div ref={body} className={styles.lines}>
        {lines.map((line, index) => (
          <div
            key={line.name}
            data-line={index}
            onKeyDownCapture={(event) => press(event, line, index)}
          >
            <SegmentedAnswer<Answer>
              label={line.short}
              detail={line.question}
              value={draft.answers[line.name] ?? null}
              onChange={(value) => answer(line, value)}
              options={OPTIONS()}
            />
          </div>
        ))}
      </div>
    </Card>
  );
}

function ToAnswer(props: { left: number; doubtful: number }): ReactNode {
  if (props.left > 0) {
    return <Pill tone="warn">{w.toAnswer(props.left)}</Pill>;
  }
  return props.doubtful > 0 ? (
    <Pill tone="warn">{w.secondLookNeeded}</Pill>
  ) : (
    <Pill tone="ok">{w.allNo}</Pill>
  );
}

const OPTIONS = () => [
  { value: "no" as const, label: w.answer.no },
  { value: "yes" as const, label: w.answer.yes, tone: "warn" as const },
  { value: "cant-tell" as const, label: w.answer["cant-tell"], tone: "warn" as const },
];

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopPropagation();
}

function columnOf(target: EventTarget): number | null {
  const group = target instanceof Element ? target.parentElement : null;
  const at = group === null ? -1 : [...group.children].indexOf(target as Element);
  return at < 0 ? null : at;
}

function focusLine(body: HTMLElement | null, index: number, column: number | null): void {
  const buttons = body
    ?.querySelector(`[data-line="${index}"]`)
    ?.querySelectorAll<HTMLElement>("button,[role=radio]");
  const chosen = [...(buttons ?? [])].findIndex(
    (one) => one.getAttribute("aria-checked") === "true",
  );
  const at = column ?? (chosen >= 0 ? chosen : 0);
  buttons?.item(at)?.focus();
}
