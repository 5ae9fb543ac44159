/** The notice as it was handed over, to be read and not to be written in. */
import type { ReactNode } from "react";
import type { ChoiceView, ReferralView } from "../../../host";
import { Bdi, Time } from "../../../kit";
import { DraftBanner } from "../Banner";
import { Fact, Quotation } from "../HeadParts";
import notice from "../Notice.module.css";
import { askedOf } from "../NoticeHead";
import head from "../NoticeHead.module.css";
import { w as drafts } from "../words";
import styles from "./Paper.module.css";
import { SubmittedItem } from "./SubmittedItem";

/** Which item is open, and how it is changed. */
export type OpenItem = {
  readonly id: string | null;
  readonly toggle: (id: string) => void;
};

/** The page. */
export function Paper(props: { referral: ReferralView; open: OpenItem }): ReactNode {
  const { referral, open } = props;
  const opened = new Set(referral.submission?.opened);
  return (
    <article className={notice.paper} aria-label={drafts.notice.label}>
      <DraftBanner state={referral.state} />
      <h3 className={styles.title}>
        <Bdi>{referral.title}</Bdi>
      </h3>
      <Head referral={referral} />
      <section className={notice.block}>
        <h4 className={styles.heading}>{drafts.notice.summary}</h4>
        <p>
          <Bdi>{referral.summary}</Bdi>
        </p>
      </section>
      {referral.items.map((item) => (
        <SubmittedItem
          key={item.id}
          referral={referral.id}
          item={item}
          platform={referral.platform_name}
          isOpen={open.id === item.id}
          tellsOpened={referral.can_approve}
          isOpened={opened.has(item.id)}
          onToggle={() => open.toggle(item.id)}
        />
      ))}
      <p className={notice.foot}>{referral.good_faith && drafts.notice.goodFaith}</p>
      <DraftBanner state={referral.state} isFoot />
    </article>
  );
}

function Head(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const { officer } = referral;
  const contact = [officer.email, officer.phone].filter((one) => one !== null && one !== "");
  return (
    <dl className={head.head}>
      <Fact label={drafts.notice.reference}>
        <bdi dir="ltr">{referral.outside_reference}</bdi>
      </Fact>
      <Fact label={drafts.notice.date}>
        <Time at={referral.submission?.at ?? referral.created_at} show="date" />
      </Fact>
      <Fact label={drafts.notice.to}>
        {referral.addressee === null ? (
          `${referral.platform_name}, ${drafts.notice.noAddressee}`
        ) : (
          <Bdi>{referral.addressee}</Bdi>
        )}
      </Fact>
      <Fact label={drafts.notice.from}>
        <Bdi>{referral.from ?? ""}</Bdi>
      </Fact>
      <Fact label={drafts.notice.officer}>
        <Bdi>{`${officer.number}, ${officer.name}`}</Bdi>
      </Fact>
      <Fact label={drafts.notice.contact}>
        <bdi dir="ltr">{contact.length === 0 ? drafts.notice.noContact : contact.join(", ")}</bdi>
      </Fact>
      <Chosen label={drafts.notice.rule} choice={referral.policy} />
      <Chosen label={drafts.notice.law} choice={referral.law} />
      {NOTES.map((note) => {
        const said = referral.law_notes[note] ?? "";
        return (
          said !== "" && (
            <Fact key={note} label={drafts.ground.notes[note]} isWide>
              <Bdi>{said}</Bdi>
            </Fact>
          )
        );
      })}
      <Fact label={drafts.notice.route} isWide>
        {drafts.routes[referral.route]}
      </Fact>
      <Fact label={drafts.notice.asked} isWide>
        {askedOf(referral.items)}
      </Fact>
      <Fact label={drafts.ground.tellUser} isWide>
        {drafts.ground.answers[referral.tell_user.answer]}. <Bdi>{referral.tell_user.reason}</Bdi>
      </Fact>
    </dl>
  );
}

const NOTES = ["elements", "reach", "defence", "decided_by"] as const;

function Chosen(props: { label: string; choice: ChoiceView | null }): ReactNode {
  const { choice } = props;
  return (
    <Fact label={props.label} isWide>
      {choice === null ? (
        drafts.notice.lawNone
      ) : (
        <>
          <Bdi>{choice.label}</Bdi>
          <Quotation choice={choice} />
        </>
      )}
    </Fact>
  );
}
