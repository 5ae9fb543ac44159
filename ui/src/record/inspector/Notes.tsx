import type { ReactNode } from "react";
import { type AccountView, type NoteView, useHost } from "../../host";
import { Bdi, Button, SaveState, Section, TextArea, Time } from "../../kit";
import { useActed, useDraft } from "../RecordProvider";
import { useMarks } from "../search/marks";
import { useBusy } from "../useBusy";
import { w } from "../words";
import styles from "./Inspector.module.css";

function Note(props: { note: NoteView }): ReactNode {
  const { note } = props;
  const marks = useMarks("note", note.id);
  return (
    <>
      <Bdi block marks={marks}>
        {note.text}
      </Bdi>
      <span className={styles.quiet}>
        {note.officer}, <Time at={note.at} />
      </span>
    </>
  );
}

/** Notes, newest first, and the one being written; it is kept until it is added. */
export function Notes(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const host = useHost();
  const acted = useActed();
  const { draft, kept, change, entry } = useDraft(account);
  const { isBusy, error, run } = useBusy();
  const isEmpty = draft.note.trim() === "";
  const add = () =>
    run(async () => {
      acted(account.id);
      await host.commands.addNote({ account: account.id, text: draft.note.trim() });
      change({ note: "" });
      await entry.flush();
    });
  return (
    <Section title={w.notes} aside={account.notes.length === 0 ? undefined : account.notes.length}>
      {account.notes.length > 0 && (
        <ul className={styles.lines}>
          {account.notes.map((note) => (
            <li key={note.id}>
              <Note note={note} />
            </li>
          ))}
        </ul>
      )}
      <div className={styles.form}>
        <TextArea
          label={w.addNote}
          hideLabel
          placeholder={w.addNote}
          value={draft.note}
          onChange={(note) => change({ note })}
          onBlur={() => void entry.flush()}
          rows={2}
        />
        {!isEmpty && (
          <div className={styles.add}>
            <Button size="small" isPending={isBusy} onPress={() => void add()}>
              {w.addNoteAction}
            </Button>
            <SaveState state={kept} />
          </div>
        )}
        {error !== null && (
          <p role="alert" className={styles.error}>
            {error}
          </p>
        )}
      </div>
    </Section>
  );
}
