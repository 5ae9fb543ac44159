/** The head of the notice: from whom, to whom, under which rule, and what is asked. */
import type { ReactNode } from "react";
import { type ItemView, type ReferralView, type Route, type Unit, useSession } from "../../host";
import { Bdi, Time } from "../../kit";
import { plural } from "../../lib/numbers";
import { LawFields, TellUser } from "./Ground";
import { Chosen, Fact, Quotation } from "./HeadParts";
import styles from "./NoticeHead.module.css";
import { PaperText } from "./PaperText";
import { w } from "./words";

const ROUTES: readonly Route[] = ["voluntary", "legal-request", "dsa-notice", "osa"];

/** The table over the items. */
export function NoticeHead(props: {
  referral: ReferralView;
  missing: ReadonlySet<string>;
}): ReactNode {
  const { referral, missing } = props;
  return (
    <dl className={styles.head}>
      <Fact label={w.notice.reference}>
        <bdi dir="ltr">{referral.outside_reference}</bdi>
      </Fact>
      <Fact label={w.notice.date}>
        <Time at={referral.created_at} show="date" />
      </Fact>
      <Fact label={w.notice.to}>
        {referral.addressee === null ? (
          `${referral.platform_name}, ${w.notice.noAddressee}`
        ) : (
          <Bdi>{referral.addressee}</Bdi>
        )}
      </Fact>
      <Fact label={w.notice.from}>
        <PaperText
          label={w.notice.from}
          field="from"
          held={referral.from ?? ""}
          placeholder={w.notice.fromPlaceholder}
          isMissing={missing.has("from")}
        />
      </Fact>
      <Fact label={w.notice.officer} id="notice-officer">
        <Bdi>{`${referral.officer.number}, ${referral.officer.name}`}</Bdi>
      </Fact>
      <Fact label={w.notice.contact}>
        <Contact referral={referral} missing={missing} />
      </Fact>
      <Rule referral={referral} isMissing={missing.has("policy")} />
      <Law referral={referral} isMissing={missing.has("law")} />
      {referral.law !== null && <LawFields referral={referral} missing={missing} />}
      <Road referral={referral} isMissing={missing.has("route")} />
      <Fact label={w.notice.asked}>{askedOf(referral.items)}</Fact>
      <TellUser referral={referral} missing={missing} />
    </dl>
  );
}

function Contact(props: { referral: ReferralView; missing: ReadonlySet<string> }): ReactNode {
  const { officer } = props.referral;
  const isOwn = useSession().officer.id === officer.id;
  if (!isOwn) {
    const known = [officer.email, officer.phone].filter((one) => one !== null && one !== "");
    return <bdi dir="ltr">{known.length === 0 ? w.notice.noContact : known.join(", ")}</bdi>;
  }
  return (
    <>
      <PaperText
        label={w.notice.email}
        field="email"
        set="contact"
        held={officer.email ?? ""}
        placeholder={w.notice.email}
        isMissing={props.missing.has("email")}
      />
      <PaperText
        label={w.notice.phone}
        field="phone"
        set="contact"
        held={officer.phone ?? ""}
        placeholder={w.notice.phone}
        isMissing={props.missing.has("phone")}
      />
    </>
  );
}

function Rule(props: { referral: ReferralView; isMissing: boolean }): ReactNode {
  const { policy, policies } = props.referral;
  return (
    <Chosen
      label={w.notice.rule}
      field="policy"
      held={policy?.code ?? null}
      options={policies}
      placeholder={w.notice.ruleNone}
      isMissing={props.isMissing}
    >
      {policy !== null && <Quotation choice={policy} />}
    </Chosen>
  );
}

function Law(props: { referral: ReferralView; isMissing: boolean }): ReactNode {
  const { law, laws } = props.referral;
  return (
    <Chosen
      label={w.notice.law}
      field="law"
      held={law?.code ?? null}
      options={laws}
      placeholder={w.notice.lawChoose}
      isMissing={props.isMissing}
      mayBeNone
    >
      {law !== null && <Quotation choice={law} />}
    </Chosen>
  );
}

function Road(props: { referral: ReferralView; isMissing: boolean }): ReactNode {
  return (
    <Chosen
      label={w.notice.route}
      field="route"
      held={props.referral.route}
      options={ROUTES.map((code) => ({
        code,
        label: w.routes[code],
        detail: w.routeDetails[code],
        source: null,
        date: null,
      }))}
      placeholder=""
      isMissing={props.isMissing}
    >
      {null}
    </Chosen>
  );
}

/** What is asked of the platform, by kind: never accounts and posts as one sum. */
export function askedOf(items: readonly ItemView[]): string {
  const counts = new Map<Unit, number>();
  for (const item of items) counts.set(item.unit, (counts.get(item.unit) ?? 0) + 1);
  const parts = [...counts].map(([unit, n]) => {
    const [one, many] = w.units[unit];
    return n === 1 && items.length === 1 ? one : plural(n, one, many);
  });
  return parts.length === 0 ? "" : w.notice.remove(w.notice.the(parts.join(w.notice.and)));
}
