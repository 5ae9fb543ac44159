import { type ReactNode, useState } from "react";
import {
  type AccountView,
  type TranslationStatus,
  type TranslationView,
  useHost,
} from "../../host";
import {
  Bdi,
  Button,
  LinkButton,
  Pill,
  SegmentedAnswer,
  TextArea,
  TextField,
  Time,
} from "../../kit";
import { CouldNotRead } from "../linguist/CouldNotRead";
import { w as linguist } from "../linguist/words";
import { missingOf } from "../missing";
import { useActed, useDraft } from "../RecordProvider";
import { useMarks } from "../search/marks";
import { useBusy } from "../useBusy";
import { useIsBegun, useKeptForm } from "../useKeptForm";
import { w } from "../words";
import styles from "./Translation.module.css";

const STATUSES: readonly TranslationStatus[] = ["gist", "checked", "certified"];

/** A translation, always with who made it and how far it was checked; or the way to enter one. */
export function Translation(props: {
  account: AccountView;
  post: string | null;
  translation: TranslationView | undefined;
}): ReactNode {
  const { account, post, translation } = props;
  const [isOpen, setOpen] = useState(false);
  const marks = useMarks("translation", translation?.id ?? null);
  const begun = useDraft(account).draft.translation;
  const hasBegun = useIsBegun(placeOf(account, post));
  if (isOpen) {
    return <TranslationForm account={account} post={post} onClose={() => setOpen(false)} />;
  }
  const isBegun = hasBegun || (post === null && begun !== "");
  return (
    <div className={styles.side}>
      <h2 className={styles.heading}>
        {w.translation}{" "}
        {translation !== undefined && (
          <>
            <StatusPill translation={translation} />{" "}
            <span className={styles.by}>
              <Bdi>{translation.by}</Bdi> · <Time at={translation.at} show="date" />
            </span>
          </>
        )}
      </h2>
      {translation?.is_of_earlier_text && <p className={styles.none}>{linguist.textChanged}</p>}
      {translation === undefined ? (
        <p className={styles.none}>{w.noTranslation}</p>
      ) : (
        <Bdi lang="en" block marks={marks}>
          {translation.text}
        </Bdi>
      )}
      {translation !== undefined && translation.note !== null && (
        <p className={styles.none}>
          {linguist.noteOf} <Bdi>{translation.note}</Bdi>
        </p>
      )}
      <CouldNotRead answers={account.cannot_read.filter((answer) => answer.post === post)} />
      <p className={styles.action}>
        <LinkButton onPress={() => setOpen(true)}>
          {isBegun
            ? w.translationContinue
            : translation === undefined || translation.is_of_earlier_text
              ? w.translationAdd
              : w.translationReplace}
        </LinkButton>
      </p>
    </div>
  );
}

/** How far a translation was checked, or that it is of words which no longer stand there. */
export function StatusPill(props: { translation: TranslationView }): ReactNode {
  const { status, is_of_earlier_text } = props.translation;
  if (is_of_earlier_text) {
    return <Pill tone="warn">{linguist.ofEarlierText}</Pill>;
  }
  return <Pill tone={status === "gist" ? "neutral" : "ok"}>{w.translationStatus[status]}</Pill>;
}

/** The newest translation of a text as it stands, else the newest of what stood there before. */
export function translationOf(
  account: Pick<AccountView, "translations">,
  post: string | null,
): TranslationView | undefined {
  const all = account.translations.filter((one) => one.post === post);
  return all.find((one) => !one.is_of_earlier_text) ?? all[0];
}

/** What is typed of a translation. The words of the profile text's are part of the account's draft. */
type TranslationFields = { text: string; status: TranslationStatus | null; by: string };

function placeOf(account: AccountView, post: string | null): string {
  return `translation/${post ?? account.id}`;
}

/** What is typed of a translation, what is missing of it, and how it is entered. */
function useTranslationForm(account: AccountView, post: string | null, onDone: () => void) {
  const host = useHost();
  const acted = useActed();
  const { draft, change, entry } = useDraft(account);
  const kept = useKeptForm<TranslationFields>(placeOf(account, post), {
    text: "",
    status: null,
    by: "",
  });
  const { status, by } = kept.form;
  const { isBusy, error, run } = useBusy();
  const text = post === null ? draft.translation : kept.form.text;
  const setText = (value: string) =>
    post === null ? change({ translation: value }) : kept.change({ text: value });
  const enter = async () => {
    if (status === null) {
      return;
    }
    acted(account.id);
    await host.commands.translate({
      account: account.id,
      post,
      text: text.trim(),
      status,
      by: by.trim(),
    });
    await kept.clear();
    if (post === null) {
      change({ translation: "" });
      await entry.flush();
    }
    onDone();
  };
  const missing = missingOf([
    text.trim() === "" && w.translationWords,
    status === null && w.translationHow,
    by.trim() === "" && w.translationBy,
  ]);
  const save = () => run(enter);
  const set = kept.change;
  return { text, setText, status, by, set, missing, save, isBusy, error, entry };
}

function TranslationForm(props: {
  account: AccountView;
  post: string | null;
  onClose: () => void;
}): ReactNode {
  const { account, post, onClose } = props;
  const form = useTranslationForm(account, post, onClose);
  const { text, setText, status, by, set, missing, save, isBusy, error, entry } = form;
  return (
    <form
      className={styles.form}
      aria-label={w.translationForm}
      onBlur={() => void entry.flush()}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          onClose();
        }
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (missing === null) {
          void save();
        }
      }}
    >
      <TextArea label={w.translationWords} value={text} onChange={setText} rows={4} autoFocus />
      <SegmentedAnswer
        label={w.translationHow}
        value={status}
        onChange={(value) => set({ status: value })}
        options={STATUSES.map((value) => ({
          value,
          label: w.translationStatus[value],
        }))}
      />
      {status !== null && <p className={styles.none}>{w.translationMeaning[status]}</p>}
      <TextField
        label={w.translationBy}
        value={by}
        onChange={(value) => set({ by: value })}
        placeholder={w.translationByExample}
      />
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          type="submit"
          variant="primary"
          isDisabled={missing !== null}
          isPending={isBusy}
          why={missing ?? undefined}
        >
          {w.translationSave}
        </Button>
        <Button onPress={onClose}>{w.cancel}</Button>
        {missing !== null && <span className={styles.missing}>{w.needed(missing)}</span>}
      </div>
    </form>
  );
}
