/** What holds before a referral is signed, and what was sealed for it. */
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { ReferralFormat, ReferralView } from "../../../host";
import { Bdi, ErrorState, Icon, Pill, Section } from "../../../kit";
import { AskedSection } from "../AskFirst";
import ready from "../Readiness.module.css";
import styles from "./SignPane.module.css";
import { w } from "./words";

/** The right pane. */
export function SignPane(props: {
  referral: ReferralView;
  rendered: UseQueryResult<true>;
  onAsk: () => void;
}): ReactNode {
  const { referral } = props;
  return (
    <>
      {referral.state === "submitted" && <Before {...props} />}
      <AskedSection referral={referral} onAsk={props.onAsk} />
      <Sealed referral={referral} />
    </>
  );
}

function Before(props: { referral: ReferralView; rendered: UseQueryResult<true> }): ReactNode {
  const { referral, rendered } = props;
  const opened = referral.submission?.opened.length ?? 0;
  const total = referral.items.length;
  const missing = referral.requirements.filter((one) => !one.is_met);
  const isSealed = (referral.submission?.sealed.length ?? 0) > 0;
  return (
    <Section
      title={w.sign.title}
      aside={
        referral.can_approve ? (
          <Pill tone={opened >= total ? "ok" : "warn"}>{w.sign.opened(opened, total)}</Pill>
        ) : undefined
      }
    >
      <ul>
        <Condition isMet={!referral.second.is_own}>
          {referral.second.is_own ? w.sign.own : w.sign.second}
          <span className={ready.detail}>
            <Bdi>{referral.second.drafters.join("; ")}</Bdi>
          </span>
        </Condition>
        {referral.can_approve && (
          <Condition isMet={opened >= total}>
            {w.sign.items}
            <span className={ready.detail}>{w.sign.opened(opened, total)}</span>
          </Condition>
        )}
        <Condition isMet={referral.is_ready}>
          {referral.is_ready
            ? w.sign.complete
            : w.sign.missing(missing.map((one) => one.label).join(", "))}
        </Condition>
        {referral.can_approve && (
          <Condition isMet={isSealed}>
            {rendered.isFetching ? w.sign.rendering : w.sign.outputs}
          </Condition>
        )}
      </ul>
      {rendered.isError && (
        <ErrorState
          title={w.sign.notRendered}
          error={rendered.error}
          onRetry={() => void rendered.refetch()}
          isInline
        />
      )}
    </Section>
  );
}

function Condition(props: { isMet: boolean; children: ReactNode }): ReactNode {
  return (
    <li className={ready.line} data-met={props.isMet}>
      <span className={ready.mark} role="img" aria-label={props.isMet ? w.sign.met : w.sign.notMet}>
        {props.isMet ? <Icon name="check" size={10} /> : "!"}
      </span>
      <span className={ready.words}>{props.children}</span>
    </li>
  );
}

const ORDER: readonly ReferralFormat[] = ["pdf", "txt", "eml", "csv", "zip"];

function Sealed(props: { referral: ReferralView }): ReactNode {
  const sealed = props.referral.submission?.sealed ?? [];
  if (sealed.length === 0) return null;
  return (
    <Section title={w.sign.sealed}>
      <p className={ready.note}>{w.sign.sealedText}</p>
      <dl className={styles.sealed}>
        {ORDER.flatMap((format) => sealed.filter((one) => one.format === format)).map((one) => (
          <div key={one.format}>
            <dt>
              {w.sign.format[one.format]}
              {one.pages !== null && `, ${w.sign.pages(one.pages)}`}
            </dt>
            <dd>
              <bdi dir="ltr" title={one.sha256}>
                {one.sha256.slice(0, 16)}…
              </bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
