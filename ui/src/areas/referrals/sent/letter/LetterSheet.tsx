/** One letter: its text, who wrote and approved it, and the step that comes next. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type LetterView, type ReferralFormat, useHost } from "../../../../host";
import {
  Bdi,
  Button,
  Muted,
  Pill,
  TextArea,
  TextField,
  Time,
  type Tone,
  useToast,
  WorldTimeText,
} from "../../../../kit";
import { missingOf } from "../../../../record/missing";
import { readMoment } from "../../../../record/moment";
import { useBusy } from "../../../../record/useBusy";
import { w as sent } from "../words";
import { DiscardLetter } from "./DiscardLetter";
import { GiveBack } from "./GiveBack";
import styles from "./letter.module.css";
import { w } from "./words";

const TONES: Readonly<Record<LetterView["state"], Tone>> = {
  prepared: "warn",
  returned: "warn",
  approved: "warn",
  sent: "accent",
  answered: "ok",
};

const FORMATS: readonly ReferralFormat[] = ["pdf", "txt", "eml"];

type Act = (work: () => Promise<unknown>, text: string) => Promise<void>;

/** The sheet. */
export function LetterSheet(props: { letter: LetterView }): ReactNode {
  const { letter } = props;
  const client = useQueryClient();
  const toast = useToast();
  const { isBusy, error, run } = useBusy();
  const act: Act = (work, text) =>
    run(async () => {
      await work();
      for (const key of ["letters", "referral", "today", "area-counts"]) {
        void client.invalidateQueries({ queryKey: [key] });
      }
      toast({ text, tone: "ok" });
    });
  return (
    <section className={styles.letter} aria-label={letter.subject}>
      <header className={styles.head}>
        <b>{w.kind[letter.kind]}</b>
        <Pill tone={TONES[letter.state]}>{w.state[letter.state]}</Pill>
        <Muted>{w.version(letter.version)}</Muted>
      </header>
      <p className={styles.quiet}>
        {w.by} <Bdi>{letter.drafters.join("; ")}</Bdi>, <Time at={letter.at} show="full" />
        {letter.approved_by !== null && (
          <>
            {" · "}
            {w.approvedBy} <Bdi>{letter.approved_by}</Bdi>
            {letter.approved_at !== null && (
              <>
                , <Time at={letter.approved_at} show="full" />
              </>
            )}
          </>
        )}
      </p>
      <Returned letter={letter} />
      <Text letter={letter} isBusy={isBusy} act={act} />
      <Next letter={letter} isBusy={isBusy} act={act} />
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </section>
  );
}

/** Why a second officer gave it back, until it is written anew. */
function Returned(props: { letter: LetterView }): ReactNode {
  const { returned } = props.letter;
  if (returned === null) return null;
  return (
    <p className={styles.returned} role="note">
      <b>
        {w.returnedBy(returned.officer)}, <Time at={returned.at} show="full" />
      </b>{" "}
      <Bdi>{returned.reason}</Bdi>
    </p>
  );
}

type Parts = { letter: LetterView; isBusy: boolean; act: Act };

function Text(props: Parts): ReactNode {
  const { letter, act } = props;
  const host = useHost();
  const [text, setText] = useState(letter.text);
  if (!letter.can_edit) {
    return (
      <div className={styles.paper}>
        <b>
          <Bdi>{letter.subject}</Bdi>
        </b>
        <p className={styles.words} dir="auto">
          {letter.text}
        </p>
      </div>
    );
  }
  const isReturned = letter.state === "returned";
  const isSame = text.trim() === letter.text && !isReturned;
  return (
    <>
      <p>
        {w.subject}: <Bdi>{letter.subject}</Bdi>
      </p>
      <TextArea label={w.text} description={w.textHint} value={text} onChange={setText} rows={12} />
      <div className={styles.acts}>
        <Button
          isDisabled={isSame || text.trim() === ""}
          isPending={props.isBusy}
          onPress={() =>
            void act(
              () => host.commands.editLetter({ letter: letter.id, text }),
              isReturned ? w.isForward : w.saved,
            )
          }
        >
          {isReturned ? w.putForward : w.save}
        </Button>
      </div>
    </>
  );
}

function Next(props: Parts): ReactNode {
  const { letter, isBusy, act } = props;
  const host = useHost();
  return (
    <>
      <div className={styles.acts}>
        {letter.can_approve && (
          <Button
            variant="primary"
            isPending={isBusy}
            onPress={() => void act(() => host.commands.approveLetter(letter.id), w.approved)}
          >
            {w.approve}
          </Button>
        )}
        {letter.can_approve && <GiveBack {...props} />}
        {(letter.can_edit || letter.state === "approved") && <DiscardLetter {...props} />}
        {letter.state === "prepared" && !letter.can_approve && <Muted>{w.approveSelf}</Muted>}
        <WriteButtons {...props} />
        {letter.state === "prepared" && <Muted>{w.draft}</Muted>}
      </div>
      {letter.sent !== null && (
        <p>
          {w.sent} <Bdi>{letter.sent.words}</Bdi>, <WorldTimeText time={letter.sent.happened} />
        </p>
      )}
      {letter.answer !== null && (
        <p>
          {w.answered} “<Bdi>{letter.answer.words}</Bdi>”,{" "}
          <WorldTimeText time={letter.answer.happened} />
        </p>
      )}
      {letter.state === "approved" && (
        <Outside
          title={w.sentHead}
          label={w.channel}
          action={w.mark}
          isBusy={isBusy}
          onEnter={(channel, at) =>
            void act(
              () => host.commands.markLetterSent({ letter: letter.id, channel, at }),
              w.marked,
            )
          }
        />
      )}
      {(letter.state === "sent" || letter.state === "answered") && (
        <Outside
          title={w.answerHead}
          label={w.answer}
          action={w.enter}
          isBusy={isBusy}
          onEnter={(answer, at) =>
            void act(() => host.commands.answerLetter({ letter: letter.id, answer, at }), w.entered)
          }
        />
      )}
    </>
  );
}

function WriteButtons(props: Parts): ReactNode {
  const { letter, isBusy } = props;
  const host = useHost();
  const toast = useToast();
  const { run } = useBusy();
  const write = (format: ReferralFormat) =>
    run(async () => {
      const name = w.fileName(letter.outside_reference, format);
      const [place] = await host.commands.choose("save-paper", name);
      if (place === undefined) return;
      const done = await host.commands.exportLetter(letter.id, format, place.token);
      toast({ text: w.written(done.file_name), tone: "ok" });
    });
  return FORMATS.map((format) => (
    <Button
      key={format}
      size="small"
      icon="export"
      isPending={isBusy}
      onPress={() => void write(format)}
    >
      {w.write(format.toUpperCase())}
    </Button>
  ));
}

/** Something that happened outside: its words and its time. */
function Outside(props: {
  title: string;
  label: string;
  action: string;
  isBusy: boolean;
  onEnter: (words: string, at: string | null) => void;
}): ReactNode {
  const [words, setWords] = useState("");
  const [at, setAt] = useState("");
  const moment = at.trim() === "" ? null : readMoment(at);
  const isUnread = at.trim() !== "" && moment === null;
  const missing = missingOf([words.trim() === "" && props.label, isUnread && w.at]);
  return (
    <fieldset className={styles.outside}>
      <legend>{props.title}</legend>
      <TextField label={props.label} value={words} onChange={setWords} />
      <TextField
        label={w.at}
        value={at}
        onChange={setAt}
        placeholder={sent.table.atExample}
        description={isUnread ? undefined : sent.whenHint}
        error={isUnread ? sent.table.atBad : undefined}
        dir="ltr"
      />
      <div className={styles.acts}>
        <Button
          isDisabled={missing !== null}
          why={missing ?? undefined}
          isPending={props.isBusy}
          onPress={() => props.onEnter(words.trim(), moment)}
        >
          {props.action}
        </Button>
      </div>
    </fieldset>
  );
}
