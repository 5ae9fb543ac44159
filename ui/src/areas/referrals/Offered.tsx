/** Accounts linked with those of the draft and not in it: each opens for an assessment of its own, and none is added. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type OfferView, type ReferralView, useHost } from "../../host";
import { Muted, Pill, Section, type Tone } from "../../kit";
import { LinkLine } from "../../record/links/LinkLine";
import styles from "./Readiness.module.css";
import { w } from "./words";

const TONES: Readonly<Partial<Record<OfferView["stands"], Tone>>> = {
  protected: "warn",
  refer: "ok",
  "not-assessed": "warn",
  "assess-again": "warn",
};

/** The section beside the notice; nothing where nobody is linked. */
export function Offered(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const host = useHost();
  const accounts = referral.items.map((item) => item.account).join(" ");
  const query = useQuery({
    queryKey: ["referral", referral.id, "linked", accounts],
    queryFn: () => host.commands.referralLinked(referral.id),
  });
  const offers = query.data;
  if (offers === undefined || offers.length === 0) return null;
  return (
    <Section title={w.offered.title} aside={String(offers.length)}>
      <p className={styles.note}>{w.offered.lead}</p>
      <ul>
        {offers.map((offer) => (
          <li key={offer.link.account.id}>
            <LinkLine link={offer.link} />
            <p className={styles.note}>
              <Pill tone={TONES[offer.stands] ?? "neutral"}>{w.offered.stands[offer.stands]}</Pill>{" "}
              <Muted>{w.offered.with(offer.items)}</Muted>
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
