/** The register of what was published: the words, what they rest on, what that says now, what was corrected. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type PublishedView, useHost } from "../../host";
import {
  Bdi,
  Button,
  Card,
  Dialog,
  ErrorState,
  Muted,
  Pill,
  QueryState,
  Select,
  TextArea,
  TextField,
  WorldTimeText,
} from "../../kit";
import { instant } from "../../lib/time";
import { TakenBack } from "./Freeze";
import styles from "./outcomes.module.css";
import { w } from "./publishedWords";

const KEY = ["statistics", "published"] as const;

/** The tab. */
export function Published(): ReactNode {
  const host = useHost();
  const [isEntering, setEntering] = useState(false);
  const [correcting, setCorrecting] = useState<PublishedView | null>(null);
  const found = useQuery({ queryKey: KEY, queryFn: () => host.commands.publishedFigures() });
  return (
    <Card title={w.title}>
      <p className={styles.quiet}>{w.means}</p>
      <p>
        <Button onPress={() => setEntering(true)}>{w.enter}</Button>
      </p>
      <QueryState query={found}>
        {(all) =>
          all.length === 0 ? (
            <Muted>{w.none}</Muted>
          ) : (
            <ul className={styles.frozen} aria-label={w.list}>
              {all.map((one) => (
                <One key={one.id} one={one} onCorrect={() => setCorrecting(one)} />
              ))}
            </ul>
          )
        }
      </QueryState>
      <Dialog title={w.form} isOpen={isEntering} onClose={() => setEntering(false)}>
        {isEntering && <Entering onDone={() => setEntering(false)} />}
      </Dialog>
      <Dialog
        title={w.correctForm}
        isOpen={correcting !== null}
        onClose={() => setCorrecting(null)}
      >
        {correcting !== null && <Correcting one={correcting} onDone={() => setCorrecting(null)} />}
      </Dialog>
    </Card>
  );
}

function One(props: { one: PublishedView; onCorrect: () => void }): ReactNode {
  const { one } = props;
  const now = one.rederived;
  return (
    <li>
      <div className={styles.frozenHead}>
        <b>
          <Bdi>{one.said}</Bdi>
        </b>
        {now !== null && (
          <Pill tone={now.is_equal ? "ok" : "warn"}>
            {now.is_equal ? w.equal : w.changed(now.changed.length)}
          </Pill>
        )}
        {now?.is_signed === false && <Pill tone="warn">{w.unsigned}</Pill>}
        <Button size="small" onPress={props.onCorrect}>
          {w.correct}
        </Button>
      </div>
      <p>
        <Bdi>{one.place}</Bdi>, <WorldTimeText time={one.at} />. {w.clearedBy}{" "}
        <Bdi>{one.cleared_by}</Bdi>.
      </p>
      <p className={styles.quiet}>
        {w.rests(one.figure, one.officer, instant(one.recorded))}{" "}
        {now !== null && w.mayBeSaid(now.may_be_said)}
      </p>
      {now !== null && now.changed.length > 0 && (
        <ul className={styles.quiet}>
          {now.changed.map((changed) => (
            <li key={changed.field}>{w.was(changed.field, changed.frozen, changed.now)}</li>
          ))}
        </ul>
      )}
      {now !== null && <TakenBack count={now.taken_back} without={now.without} />}
      {one.corrections.map((correction) => (
        <p key={correction.recorded} role="note">
          {w.corrected(instant(correction.at.at, "date"), correction.officer)}{" "}
          <Bdi>{correction.words}</Bdi>
        </p>
      ))}
    </li>
  );
}

function Entering(props: { onDone: () => void }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [form, setForm] = useState({ said: "", place: "", cleared_by: "", at: "" });
  const [figure, setFigure] = useState<string | null>(null);
  const frozen = useQuery({
    queryKey: ["statistics", "frozen"],
    queryFn: () => host.commands.frozenFigures(),
  });
  const enter = useMutation({
    mutationFn: (name: string) => host.commands.publishFigure({ ...form, figure: name }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      props.onDone();
    },
  });
  const set = (patch: Partial<typeof form>) => setForm((before) => ({ ...before, ...patch }));
  const isWhole = figure !== null && Object.values(form).every((text) => text.trim() !== "");
  if (frozen.data?.length === 0) return <Muted>{w.noFigures}</Muted>;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (figure !== null) enter.mutate(figure);
      }}
    >
      <Select
        label={w.figure}
        value={figure}
        onChange={setFigure}
        options={(frozen.data ?? []).map((one) => ({ value: one.name, label: one.name }))}
      />
      <TextArea label={w.said} value={form.said} onChange={(said) => set({ said })} />
      <TextField label={w.place} value={form.place} onChange={(place) => set({ place })} />
      <TextField
        label={w.clearedBy}
        value={form.cleared_by}
        onChange={(cleared_by) => set({ cleared_by })}
      />
      <TextField label={w.at} type="date" value={form.at} onChange={(at) => set({ at })} />
      <Button type="submit" variant="primary" isDisabled={!isWhole} isPending={enter.isPending}>
        {w.save}
      </Button>
      {enter.isError && <ErrorState error={enter.error} />}
    </form>
  );
}

function Correcting(props: { one: PublishedView; onDone: () => void }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const [words, setWords] = useState("");
  const [at, setAt] = useState("");
  const correct = useMutation({
    mutationFn: () => host.commands.correctPublished({ published: props.one.id, words, at }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: KEY });
      props.onDone();
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        correct.mutate();
      }}
    >
      <p className={styles.quiet}>{w.correctMeans}</p>
      <p>
        <Bdi>{props.one.said}</Bdi>
      </p>
      <TextArea label={w.words} value={words} onChange={setWords} />
      <TextField label={w.at} type="date" value={at} onChange={setAt} />
      <Button
        type="submit"
        variant="primary"
        isDisabled={words.trim() === "" || at === ""}
        isPending={correct.isPending}
      >
        {w.saveCorrection}
      </Button>
      {correct.isError && <ErrorState error={correct.error} />}
    </form>
  );
}
