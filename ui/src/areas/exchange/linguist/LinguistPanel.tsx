/** For the linguist: which languages wait for a reader, giving their texts out, taking answers in. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useHost, type WaitingLanguageView } from "../../../host";
import { Button, Card, QueryState } from "../../../kit";
import { count } from "../../../lib/numbers";
import { LinguistDialog } from "../../../record/linguist/LinguistDialog";
import styles from "./linguist.module.css";
import { TakeBack } from "./TakeBack";
import { useTakeBack } from "./useTakeBack";
import { w } from "./words";

/** The tab. */
export function LinguistPanel(): ReactNode {
  const host = useHost();
  const [giving, setGiving] = useState<string | null>(null);
  const taking = useTakeBack();
  const waiting = useQuery({
    queryKey: ["accounts", "waiting-languages"],
    queryFn: () => host.commands.waitingLanguages(),
  });
  return (
    <section className={styles.panel} aria-label={w.label}>
      <p className={styles.lead}>{w.lead}</p>
      <Card title={w.out}>
        <QueryState query={waiting}>
          {(languages) => <Languages languages={languages} onGive={setGiving} />}
        </QueryState>
      </Card>
      <Card title={w.back}>
        <p className={styles.note}>{w.backLead}</p>
        <p>
          <Button
            icon="import"
            isPending={taking.job !== null && taking.previewed === null}
            onPress={() => void taking.choose()}
          >
            {w.take}
          </Button>
        </p>
      </Card>
      <TakeBack taking={taking} />
      {giving !== null && <LinguistDialog language={giving} onClose={() => setGiving(null)} />}
    </section>
  );
}

function Languages(props: {
  languages: readonly WaitingLanguageView[];
  onGive: (code: string) => void;
}): ReactNode {
  if (props.languages.length === 0) return <p className={styles.note}>{w.outNone}</p>;
  return (
    <ul className={styles.languages}>
      {props.languages.map((language) => (
        <li key={language.code}>
          <span className={styles.name}>
            {language.name} {language.is_read && <span className={styles.read}>{w.readByYou}</span>}
          </span>
          <span>{w.waiting}</span>
          <span className={styles.number}>{count(language.accounts)}</span>
          <Button
            size="small"
            ariaLabel={w.giveOf(language.name)}
            onPress={() => props.onGive(language.code)}
          >
            {w.give}
          </Button>
        </li>
      ))}
    </ul>
  );
}
