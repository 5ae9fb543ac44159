import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import {
  type AgreementCountView,
  type AgreementView,
  type KappaView,
  useHost,
} from "../../../host";
import { Card, EmptyState, Muted, Page, QueryState } from "../../../kit";
import { count } from "../../../lib/numbers";
import { Shares } from "./Shares";
import styles from "./second.module.css";
import { w } from "./words";

/** How often two officers decided alike, by language and decision, with kappa; small numbers are said to be. */
export function Agreement(props: { parts: ReactNode }): ReactNode {
  const host = useHost();
  const query = useQuery<AgreementView>({
    queryKey: ["agreement"],
    queryFn: () => host.commands.agreement(),
  });
  return (
    <Page title={w.title} actions={props.parts}>
      <QueryState query={query}>
        {(agreement) =>
          agreement.rows.length === 0 ? (
            <EmptyState title={w.noPairs} icon="review">
              {agreement.not_blind > 0 ? w.notBlind(agreement.not_blind) : w.agreementText}
            </EmptyState>
          ) : (
            <Tables agreement={agreement} />
          )
        }
      </QueryState>
      <Shares />
    </Page>
  );
}

function Tables(props: { agreement: AgreementView }): ReactNode {
  const { agreement } = props;
  return (
    <div className={styles.stack}>
      <p>
        <Muted>
          {w.agreementText} {w.small(agreement.small_below)}
          {agreement.not_blind > 0 && ` ${w.notBlind(agreement.not_blind)}`}
        </Muted>
      </p>
      <Card title={w.byDecision}>
        <table className={styles.table} aria-label={w.byDecision}>
          <thead>
            <tr>
              <th scope="col">{w.language}</th>
              <th scope="col">{w.firstSaid}</th>
              <Heads />
            </tr>
          </thead>
          <tbody>
            {agreement.rows.map((row) => (
              <tr key={`${row.language} ${row.decision}`}>
                <th scope="row">{row.language_name}</th>
                <td>{w.said(row.decision)}</td>
                <Counts of={row.count} />
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <Card title={w.kappaTitle}>
        <p>
          <Muted>{w.kappaText}</Muted>
        </p>
        <table className={styles.table} aria-label={w.kappaTitle}>
          <thead>
            <tr>
              <th scope="col">{w.language}</th>
              <Heads />
              <th scope="col" className={styles.number}>
                {w.kappa}
              </th>
            </tr>
          </thead>
          <tbody>
            {agreement.kappas.map((one) => (
              <tr key={one.language ?? "all"}>
                <th scope="row">{one.language === null ? w.all : one.language_name}</th>
                <Counts of={one.count} />
                <td className={styles.number}>
                  <Kappa one={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <p className={styles.quiet}>
        {w.source} {agreement.source}
      </p>
    </div>
  );
}

function Heads(): ReactNode {
  return (
    <>
      <th scope="col" className={styles.number}>
        {w.pairs}
      </th>
      <th scope="col" className={styles.number}>
        {w.shareHead}
      </th>
    </>
  );
}

function Counts(props: { of: AgreementCountView }): ReactNode {
  const { of } = props;
  return (
    <>
      <td className={styles.number}>
        {count(of.n)} {of.is_small && <Muted>{w.few}</Muted>}
      </td>
      <td className={styles.number}>{w.shareOf(of)}</td>
    </>
  );
}

function Kappa(props: { one: KappaView }): ReactNode {
  const { kappa, count: of } = props.one;
  if (kappa === null) return <Muted>{w.kappaNone}</Muted>;
  return (
    <>
      {kappa.toFixed(2)} {of.is_small && <Muted>{w.few}</Muted>}
    </>
  );
}
