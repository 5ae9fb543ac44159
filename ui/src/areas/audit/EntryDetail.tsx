/** One entry, all of it. */
import { type ReactNode, useState } from "react";
import type { AuditEntryView } from "../../host";
import {
  Bdi,
  Button,
  Card,
  EmptyState,
  LinkButton,
  Loading,
  Pill,
  QueryState,
  Time,
} from "../../kit";
import styles from "./EntryDetail.module.css";
import { useEntry } from "./entry";
import { useCopy } from "./useCopy";
import { w } from "./words";

/** The middle pane. */
export function EntryDetail(props: { seq: string | null }): ReactNode {
  const entry = useEntry(props.seq);
  if (props.seq === null) {
    return (
      <EmptyState icon="audit" title={w.entry.none}>
        {w.entry.noneText}
      </EmptyState>
    );
  }
  return (
    <QueryState query={entry} loading={<Loading lines={6} />}>
      {(view) =>
        view === null ? (
          <EmptyState icon="audit" title={w.entry.gone(props.seq ?? "")} />
        ) : (
          <Entry key={view.seq} entry={view} />
        )
      }
    </QueryState>
  );
}

function Entry(props: { entry: AuditEntryView }): ReactNode {
  const { entry } = props;
  const copy = useCopy();
  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>
          <Bdi>{entry.said}</Bdi>
        </h2>
        <Pill>{w.operations[entry.operation]}</Pill>
        <span className={styles.muted}>{w.meanings[entry.operation]}</span>
      </header>
      <Card title={w.entry.title(entry.seq)}>
        <dl className={styles.facts}>
          <dt>{w.entry.at}</dt>
          <dd>
            <Time at={entry.at} show="full" />
          </dd>
          <dt>{w.entry.officer}</dt>
          <dd>
            <Bdi>{entry.officer}</Bdi>
          </dd>
          <dt>{w.entry.subject}</dt>
          <dd>
            <Bdi>{entry.subject}</Bdi>
          </dd>
          <dt>{w.entry.action}</dt>
          <dd className={styles.mono}>{entry.action}</dd>
        </dl>
      </Card>
      <Texts entry={entry} />
      <Subjects ids={entry.subjects} />
      <Card title={w.entry.hash}>
        <p className={styles.hash}>
          <bdi dir="ltr">{entry.hash}</bdi>
          <Button
            size="small"
            icon="copy"
            ariaLabel={w.entry.copyHash}
            onPress={() => copy(entry.hash)}
          >
            {w.entry.copy}
          </Button>
        </p>
        <p className={styles.muted}>{w.entry.hashNote}</p>
      </Card>
    </>
  );
}

function Texts(props: { entry: AuditEntryView }): ReactNode {
  const { texts } = props.entry;
  if (texts.length === 0) return null;
  return (
    <Card title={w.entry.texts}>
      <dl className={styles.facts}>
        {texts.map((text) => (
          <div key={text.name} className={styles.pair}>
            <dt>{w.entry.names[text.name] ?? text.name}</dt>
            <dd>
              <Bdi block>{text.value}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const SHOWN = 12;

function Subjects(props: { ids: readonly string[] }): ReactNode {
  const { ids } = props;
  const copy = useCopy();
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? ids : ids.slice(0, SHOWN);
  return (
    <Card
      title={w.entry.subjects}
      aside={ids.length > shown.length ? w.entry.cutSubjects(shown.length, ids.length) : undefined}
    >
      {ids.length === 0 && <p className={styles.muted}>{w.entry.noSubjects}</p>}
      <ul className={styles.ids}>
        {shown.map((id) => (
          <li key={id}>
            <bdi dir="ltr">{id}</bdi>
          </li>
        ))}
      </ul>
      {ids.length > 0 && (
        <p className={styles.row}>
          <Button
            size="small"
            icon="copy"
            ariaLabel={w.entry.copyIds}
            onPress={() => copy(ids.join("\n"))}
          >
            {w.entry.copy}
          </Button>
          {ids.length > shown.length && (
            <LinkButton onPress={() => setOpen(true)}>
              {w.entry.showSubjects(ids.length)}
            </LinkButton>
          )}
        </p>
      )}
    </Card>
  );
}
