/** Texts that wait for a reader, as a file for a linguist: who receives it, what for, and what is in it. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import {
  type LinguistFormat,
  type LinguistOutView,
  type ListRequest,
  useHost,
  type WaitingLanguageView,
} from "../../host";
import {
  Button,
  Dialog,
  ErrorState,
  newJob,
  Progress,
  Segmented,
  Select,
  TextField,
} from "../../kit";
import { wholeQueue } from "../list/wholeQueue";
import styles from "./linguist.module.css";
import { w } from "./words";

/** Of which accounts: a list, only some of it, or all of it but some. */
export type Given = { list: ListRequest; accounts: string[]; except: string[] };

/** Everything that is to be reviewed. */
const QUEUE: Given = { list: wholeQueue, accounts: [], except: [] };

const FORMATS: readonly LinguistFormat[] = ["csv", "print"];

type Work = { job: string } | { done: LinguistOutView } | { error: unknown };

type Form = {
  language: string | null;
  format: LinguistFormat;
  recipient: string;
  purpose: string;
};

/** Asks for language, form, recipient and purpose, and writes the file. */
export function LinguistDialog(props: {
  /** Chosen beforehand, as from the account that needs its reader. */
  language?: string;
  /** Of which accounts; the whole queue unless said. */
  given?: Given;
  onClose: () => void;
}): ReactNode {
  const [form, setForm] = useState<Form>({
    language: props.language ?? null,
    format: "csv",
    recipient: "",
    purpose: w.purposeGiven,
  });
  const { work, write } = useWriting(props.given ?? QUEUE, form);
  const isShut =
    form.language === null || form.recipient.trim() === "" || form.purpose.trim() === "";
  const isWorking = "job" in work;
  const isDone = "done" in work;
  return (
    <Dialog
      title={w.title}
      isOpen
      onClose={props.onClose}
      isDismissable={!isWorking}
      footer={
        !isWorking && (
          <>
            <Button onPress={props.onClose}>{isDone ? w.close : w.cancel}</Button>
            {!isDone && (
              <Button
                variant="primary"
                icon="export"
                isDisabled={isShut}
                why={isShut ? w.shut : undefined}
                onPress={() => void write()}
              >
                {w.action}
              </Button>
            )}
          </>
        )
      }
    >
      {isWorking && <Progress job={work.job} what={w.working} />}
      {isDone && <Done done={work.done} />}
      {"error" in work && (
        <div className={styles.form}>
          <Fields form={form} onChange={(change) => setForm({ ...form, ...change })} />
          {work.error !== null && <ErrorState error={work.error} isInline />}
        </div>
      )}
    </Dialog>
  );
}

function Done(props: { done: LinguistOutView }): ReactNode {
  const { done } = props;
  return (
    <div className={styles.form}>
      <p role="status">
        {w.done(done.texts, done.accounts, done.entry)}
        {done.pages !== null && ` ${w.donePages(done.pages)}.`}
      </p>
      {done.cannot_read > 0 && (
        <p className={styles.note}>{w.leftOut(done.cannot_read, done.language)}</p>
      )}
    </div>
  );
}

function Fields(props: { form: Form; onChange: (change: Partial<Form>) => void }): ReactNode {
  const { form, onChange } = props;
  const host = useHost();
  const waiting = useQuery({
    queryKey: ["accounts", "waiting-languages"],
    queryFn: () => host.commands.waitingLanguages(),
  });
  return (
    <>
      <p className={styles.note}>{w.lead}</p>
      {waiting.error !== null && <ErrorState error={waiting.error} isInline />}
      {waiting.data?.length === 0 ? (
        <p className={styles.note}>{w.noLanguage}</p>
      ) : (
        <Select
          label={w.language}
          value={form.language}
          onChange={(language) => onChange({ language })}
          options={(waiting.data ?? []).map(option)}
        />
      )}
      <Segmented
        label={w.format}
        value={form.format}
        onChange={(format) => onChange({ format })}
        options={FORMATS.map((value) => ({ value, label: w.formats[value] }))}
      />
      <p className={styles.note}>{w.formatMeans[form.format]}</p>
      <TextField
        label={w.recipient}
        value={form.recipient}
        onChange={(recipient) => onChange({ recipient })}
        isRequired
        autoFocus
      />
      <TextField
        label={w.purpose}
        value={form.purpose}
        onChange={(purpose) => onChange({ purpose })}
        isRequired
      />
    </>
  );
}

function option(language: WaitingLanguageView) {
  return {
    value: language.code,
    label: w.languageOf(language.name, language.accounts),
    detail: language.is_read ? w.readByYou : null,
  };
}

function useWriting(given: Given, form: Form) {
  const host = useHost();
  const [work, setWork] = useState<Work>({ error: null });
  const write = async () => {
    const { language, format } = form;
    if (language === null) return;
    try {
      const day = new Date().toISOString().slice(0, 10);
      const name = `texts-${language}-${day}.${format === "csv" ? "csv" : "txt"}`;
      const [place] = await host.commands.choose("save-texts", name);
      if (place === undefined) return;
      const job = newJob();
      setWork({ job });
      const done = await host.commands.giveTexts(
        {
          ...given,
          place: place.token,
          language,
          format,
          recipient: form.recipient.trim(),
          purpose: form.purpose.trim(),
        },
        job,
      );
      setWork({ done });
    } catch (error) {
      setWork({ error });
    }
  };
  return { work, write };
}
