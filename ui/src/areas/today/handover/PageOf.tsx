/** The page of a hand-over as it was frozen, with what can be done with it. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { type HandoverPage, type HandoverSection, type HandoverView, useHost } from "../../../host";
import { Bdi, Button, Card, Confirm, Muted, Pill, QueryState, Time, useToast } from "../../../kit";
import { failed } from "../../../record/failed";
import { useBusy } from "../../../record/useBusy";
import styles from "./handover.module.css";
import { w } from "./words";

/** The page, read by its id. */
export function PageOf(props: { id: string }): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["handovers", props.id],
    queryFn: () => host.commands.readHandover(props.id),
  });
  return <QueryState query={query}>{(view) => <Shown view={view} />}</QueryState>;
}

function Shown(props: { view: HandoverView }): ReactNode {
  const { row, page, sha256 } = props.view;
  return (
    <Card
      title={w.name(row.number)}
      aside={
        <>
          {w.by} <Bdi>{row.by}</Bdi>, <Time at={row.at} show="full" />
        </>
      }
    >
      <Acts view={props.view} />
      {page.note !== "" && (
        <p className={styles.note}>
          <Bdi>{page.note}</Bdi>
        </p>
      )}
      <p>{w.toReview(page.to_review)}</p>
      {page.sections.map((section) => (
        <SectionOf key={section.key} section={section} />
      ))}
      <Promised page={page} />
      <p className={styles.hash}>
        {w.sha} <bdi dir="ltr">{sha256}</bdi>
      </p>
    </Card>
  );
}

function Acts(props: { view: HandoverView }): ReactNode {
  const { row } = props.view;
  const host = useHost();
  const toast = useToast();
  const client = useQueryClient();
  const { isBusy, run } = useBusy();
  const [isAsking, setAsking] = useState(false);
  const accept = async () => {
    await host.commands.acceptHandover(row.id);
    for (const key of ["handovers", "today", "area-counts"]) {
      void client.invalidateQueries({ queryKey: [key] });
    }
    setAsking(false);
    toast({ text: w.accepted(row.number), tone: "ok" });
  };
  const print = () =>
    run(async () => {
      try {
        const [place] = await host.commands.choose("save-paper", w.printName(row.number));
        if (place === undefined) return;
        const done = await host.commands.printHandover(row.id, place.token);
        toast({ text: w.printed(done.file_name), tone: "ok" });
      } catch (error) {
        toast({ text: failed(error), tone: "warn" });
      }
    });
  return (
    <div className={styles.acts}>
      <Pill tone={row.is_signed ? "ok" : "warn"}>{row.is_signed ? w.signed : w.unsigned}</Pill>
      {row.accepted_by === null ? (
        <Muted>{row.can_accept ? w.open : w.own}</Muted>
      ) : (
        <span>
          {w.takenBy} <Bdi>{row.accepted_by}</Bdi>
          {row.accepted_at !== null && (
            <>
              , <Time at={row.accepted_at} show="full" />
            </>
          )}{" "}
          <Pill tone={row.is_accepted ? "ok" : "warn"}>
            {row.is_accepted ? w.signed : w.unsigned}
          </Pill>
        </span>
      )}
      <span className={styles.space} />
      <Button icon="export" isPending={isBusy} onPress={() => void print()}>
        {w.print}
      </Button>
      {row.can_accept && (
        <Button variant="primary" onPress={() => setAsking(true)}>
          {w.accept}
        </Button>
      )}
      <Confirm
        title={w.acceptTitle(row.number)}
        action={w.accept}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={accept}
      >
        <p>{w.acceptLead}</p>
      </Confirm>
    </div>
  );
}

function SectionOf(props: { section: HandoverSection }): ReactNode {
  const { section } = props;
  const rest = section.total - section.items.length;
  return (
    <section className={styles.section} aria-label={section.title}>
      <h3>
        {section.title} <Pill>{section.total}</Pill>
      </h3>
      {section.items.length > 0 && (
        <table className={styles.table} aria-label={section.title}>
          <thead>
            <tr>
              <th scope="col">{w.what}</th>
              <th scope="col">{w.why}</th>
              <th scope="col">{w.due}</th>
            </tr>
          </thead>
          <tbody>
            {section.items.map((item) => (
              <tr key={`${item.account} ${item.referral} ${item.label} ${item.why}`}>
                <td>
                  <Bdi>{item.label}</Bdi>
                </td>
                <td>
                  <Bdi>{item.why}</Bdi>
                </td>
                <td>
                  {item.due !== null && <Time at={item.due} show="full" />}{" "}
                  {item.is_overdue && <Pill tone="warn">{w.overdue}</Pill>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {rest > 0 && <Muted>{section.items.length === 0 ? w.unlisted(rest) : w.rest(rest)}</Muted>}
    </section>
  );
}

function Promised(props: { page: HandoverPage }): ReactNode {
  const { promises } = props.page;
  return (
    <section className={styles.section} aria-label={w.promised}>
      <h3>
        {w.promised} <Pill>{promises.length}</Pill>
      </h3>
      {promises.length === 0 ? (
        <Muted>{w.noPromises}</Muted>
      ) : (
        <table className={styles.table} aria-label={w.promised}>
          <thead>
            <tr>
              <th scope="col">{w.on}</th>
              <th scope="col">{w.whoWhat}</th>
              <th scope="col">{w.until}</th>
            </tr>
          </thead>
          <tbody>
            {promises.map((promise) => (
              <tr key={promise.id}>
                <td>
                  <Bdi>{promise.label}</Bdi>
                </td>
                <td>
                  <Bdi>{promise.who}</Bdi>: <Bdi>{promise.what}</Bdi>
                </td>
                <td>
                  <Time at={promise.due} show="full" />{" "}
                  {promise.is_overdue && <Pill tone="warn">{w.overdue}</Pill>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
