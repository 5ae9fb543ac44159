/** How the unit stands: what waits and how old it is, what was returned and reversed, the second review. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  type ReturnedView,
  type ReversedItemView,
  type SupervisionView,
  useHost,
} from "../../../host";
import { Bdi, Card, LinkButton, Muted, Page, QueryState, Time } from "../../../kit";
import { count } from "../../../lib/numbers";
import { type Route, useRoute } from "../../../lib/route";
import { instant } from "../../../lib/time";
import { Parts } from "../Parts";
import { ByPerson } from "./ByPerson";
import styles from "./team.module.css";
import { w } from "./words";

/** The part of Today for whoever supervises. Nobody is named but where a supervisor asks and says why. */
export function Team(): ReactNode {
  const host = useHost();
  const query = useQuery({
    queryKey: ["supervision"],
    queryFn: () => host.commands.supervision(),
  });
  return (
    <Page title={w.title} actions={<Parts current="team" />}>
      <QueryState query={query}>{(view) => <Standing view={view} />}</QueryState>
    </Page>
  );
}

function Standing(props: { view: SupervisionView }): ReactNode {
  const { view } = props;
  return (
    <>
      <p className={styles.lead}>{w.lead(instant(view.since))}</p>
      <div className={styles.cards}>
        <Waits view={view} />
        <Second view={view} />
        <Returned rows={view.returned} />
        <Reversed rows={view.reversed} />
        <ByPerson canAsk={view.can_ask_by_person} />
      </div>
    </>
  );
}

type Line = {
  readonly label: string;
  readonly count: number;
  readonly oldest: string | null;
  readonly to: Route;
  readonly note?: string;
};

function linesOf(view: SupervisionView): Line[] {
  const line = (
    label: string,
    of: { count: number; oldest: string | null },
    to: Route,
    note?: string,
  ): Line => ({ label, ...of, to, ...(note === undefined ? {} : { note }) });
  const none = (n: number) => ({ count: n, oldest: null });
  const overdue = view.rechecks_overdue;
  return [
    line(w.toReview, view.to_review, { area: "review" }),
    line(w.unassigned, view.unassigned, { area: "review" }),
    line(w.safeguarding, view.safeguarding, { area: "today" }),
    line(w.toApprove, view.to_approve, { area: "to-approve" }),
    line(w.approved, view.approved, { area: "drafts" }),
    line(w.sent, view.sent, { area: "sent" }),
    line(
      w.rechecks,
      none(view.rechecks),
      { area: "rechecks" },
      overdue > 0 ? w.rechecksOverdue(overdue) : undefined,
    ),
    line(w.promises, none(view.promises_overdue), { area: "today" }),
  ];
}

function Waits(props: { view: SupervisionView }): ReactNode {
  const { go } = useRoute();
  return (
    <Card title={w.waits}>
      <table className={styles.table} aria-label={w.waits}>
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col" className={styles.number}>
              {w.number}
            </th>
            <th scope="col">{w.oldest}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(props.view).map((line) => (
            <tr key={line.label}>
              <th scope="row">
                <LinkButton onPress={() => go(line.to)}>{line.label}</LinkButton>
              </th>
              <td className={styles.number}>{count(line.count)}</td>
              <td>
                {line.oldest !== null && (
                  <>
                    <Time at={line.oldest} show="ago" /> <Muted>{instant(line.oldest)}</Muted>
                  </>
                )}
                {line.note}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function Second(props: { view: SupervisionView }): ReactNode {
  const { second_review: second } = props.view;
  const { go } = useRoute();
  const { agreement } = second;
  return (
    <Card title={w.second}>
      <div className={styles.words}>
        <p>
          {agreement.n === 0 ? w.noPairs : w.pairs(agreement.n, agreement.agreed)}{" "}
          {agreement.n > 0 && agreement.is_small && <Muted>{w.few}</Muted>}
        </p>
        <p>{w.drawn(second.refer_share, second.no_action_share)}</p>
        <p>{w.toSettle(second.to_settle)}</p>
        {second.not_blind > 0 && <p>{w.notBlind(second.not_blind)}</p>}
        <p>
          <LinkButton onPress={() => go({ area: "review", tab: "agreement" })}>
            {w.openSecond}
          </LinkButton>
        </p>
      </div>
    </Card>
  );
}

function Returned(props: { rows: readonly ReturnedView[] }): ReactNode {
  const { go } = useRoute();
  return (
    <Card title={w.returned} aside={count(props.rows.length)}>
      {props.rows.length === 0 ? (
        <Muted>{w.returnedNone}</Muted>
      ) : (
        <table className={styles.table} aria-label={w.returned}>
          <thead>
            <tr>
              <th scope="col">{w.referral}</th>
              <th scope="col">{w.why}</th>
              <th scope="col">{w.when}</th>
              <th scope="col">{w.now}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={`${row.referral} ${row.at}`}>
                <th scope="row">
                  <LinkButton onPress={() => go({ area: areaOf(row.state), id: row.referral })}>
                    <Bdi>{row.label}</Bdi>
                  </LinkButton>
                </th>
                <td>
                  <Bdi>{row.reason}</Bdi>
                </td>
                <td>
                  <Time at={row.at} />
                </td>
                <td>{w.state[row.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function areaOf(state: ReturnedView["state"]): Route["area"] {
  switch (state) {
    case "submitted":
      return "to-approve";
    case "sent":
    case "closed":
      return "sent";
    default:
      return "drafts";
  }
}

function Reversed(props: { rows: readonly ReversedItemView[] }): ReactNode {
  const { go } = useRoute();
  return (
    <Card title={w.reversed} aside={count(props.rows.length)}>
      {props.rows.length === 0 ? (
        <Muted>{w.reversedNone}</Muted>
      ) : (
        <table className={styles.table} aria-label={w.reversed}>
          <thead>
            <tr>
              <th scope="col">{w.account}</th>
              <th scope="col">{w.why}</th>
              <th scope="col">{w.when}</th>
            </tr>
          </thead>
          <tbody>
            {props.rows.map((row) => (
              <tr key={`${row.referral} ${row.account} ${row.at} ${row.withdrawn ?? ""}`}>
                <th scope="row">
                  <LinkButton onPress={() => go({ area: "sent", id: row.referral })}>
                    <Bdi>{row.label}</Bdi>
                  </LinkButton>
                </th>
                <td>{row.withdrawn === null ? w.putBack : w.withdrawn(row.withdrawn)}</td>
                <td>
                  <Time at={row.at} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
