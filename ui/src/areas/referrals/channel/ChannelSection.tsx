/** What the platform directory says of the channel a draft goes by. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type ChannelLineView, type ReferralView, useHost } from "../../../host";
import { Bdi, LinkButton, Muted, Pill, Section } from "../../../kit";
import { useRoute } from "../../../lib/route";
import styles from "./channel.module.css";
import { w } from "./words";

/** The section of the readiness panel; nothing until the directory answered. */
export function ChannelSection(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const host = useHost();
  const { go } = useRoute();
  const query = useQuery({
    queryKey: ["referral-channel", referral.id, referral.route],
    queryFn: () => host.commands.referralChannel(referral.id),
  });
  if (query.data === undefined) return null;
  const { line, version } = query.data;
  return (
    <Section title={w.title} aside={line !== null && <Bdi>{line.channel.name}</Bdi>}>
      {line === null ? (
        <p className={styles.note}>{w.none}</p>
      ) : (
        <Told line={line} version={version} />
      )}
      <LinkButton onPress={() => go({ area: "settings", tab: "directory" })}>{w.open}</LinkButton>
    </Section>
  );
}

function Told(props: { line: ChannelLineView; version: string }): ReactNode {
  const { line, version } = props;
  const { channel } = line;
  return (
    <>
      {line.is_overdue && (
        <p className={styles.note}>
          <Pill tone="warn">{w.overdue}</Pill> {w.since(line.review_by)}
        </p>
      )}
      <dl className={styles.facts}>
        {factsOf(line).map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Bdi>{said}</Bdi>
            </dd>
          </div>
        ))}
      </dl>
      <p className={styles.note}>
        <Muted>
          <Bdi>{w.from(channel.source, channel.date, version)}</Bdi>
        </Muted>
      </p>
    </>
  );
}

function factsOf({ channel, rate }: ChannelLineView): readonly (readonly [string, string])[] {
  return [
    [
      w.most,
      channel.most_items === null ? channel.most : w.limit(channel.most_items, channel.most),
    ],
    [w.required, channel.required],
    [w.language, channel.language],
    [w.told, channel.user_told],
    [w.preserves, channel.preservation],
    [
      w.answer,
      channel.answer_days === null ? channel.usual_time : w.answerDays(channel.answer_days),
    ],
    [w.rate, rate.sent === 0 ? w.rateNone : w.rateSaid(rate.taken_down, rate.sent)],
  ];
}
