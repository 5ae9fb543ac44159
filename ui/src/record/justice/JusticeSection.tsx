import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useHost } from "../../host";
import { Bdi, Button, Muted, Section, useToast, WorldTimeText } from "../../kit";
import { failed } from "../failed";
import { JusticeDialog } from "./JusticeDialog";
import styles from "./justice.module.css";
import { w } from "./words";

/** Arrests and convictions linked with an account, and the way to link one. */
export function JusticeSection(props: { account: string }): ReactNode {
  const host = useHost();
  const client = useQueryClient();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const found = useQuery({
    queryKey: ["account", props.account, "justice"],
    queryFn: () => host.commands.justiceFacts(props.account),
  });
  const takeBack = async (fact: string) => {
    try {
      await host.commands.takeBackJusticeFact(fact);
      await client.invalidateQueries();
      toast({ text: w.takenBack, tone: "ok" });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
  return (
    <Section title={w.section}>
      {found.data?.length === 0 && <Muted>{w.none}</Muted>}
      <ul className={styles.facts}>
        {found.data?.map((fact) => (
          <li key={fact.id}>
            <b>{w.kinds[fact.kind]}</b>, <WorldTimeText time={fact.happened} />
            <br />
            <Bdi>{w.said(fact.reference, fact.source)}</Bdi>
            {fact.words !== null && (
              <>
                <br />
                <Bdi>{fact.words}</Bdi>
              </>
            )}
            <br />
            <Button size="small" onPress={() => void takeBack(fact.id)}>
              {w.takeBack}
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" onPress={() => setOpen(true)}>
        {w.open}
      </Button>
      <JusticeDialog accounts={[props.account]} isOpen={isOpen} onClose={() => setOpen(false)} />
    </Section>
  );
}
