import type { ReactNode } from "react";
import { type AccountView, type HitAnswer, type IndicatorView, useHost } from "../../host";
import { Bdi, Card, SegmentedAnswer, useToast } from "../../kit";
import { failed } from "../failed";
import { useActed } from "../RecordProvider";
import { points, readAs } from "../signs";
import { w } from "../words";
import styles from "./WhyHere.module.css";

/** The sum that puts the account in its band, one line an indicator, as it can be done on paper. */
export function WhyHere(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const { sum } = account;
  return (
    <Card title={w.whyHere} aside={<span data-testid="sum">{sumWords(sum)}</span>}>
      {sum.lines.length === 0 ? (
        <p className={styles.none}>{w.noIndicators}</p>
      ) : (
        <Lines account={account} />
      )}
      {sum.lines.length > 0 && <Missing account={account} />}
    </Card>
  );
}

/** The lines that count or were answered, then those that add nothing, folded. */
function Lines(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const { lines } = account.sum;
  const counting = lines.filter((line) => line.halves !== 0 || line.answer !== null);
  const silent = lines.filter((line) => !counting.includes(line));
  const list = (shown: readonly IndicatorView[]) => (
    <ul className={styles.lines} aria-label={w.indicators}>
      {shown.map((line) => (
        <Line
          key={`${line.field} ${line.post ?? ""} ${line.start}`}
          account={account}
          line={line}
        />
      ))}
    </ul>
  );
  return (
    <>
      {list(counting)}
      {silent.length > 0 && (
        <details className={styles.silent}>
          <summary>{w.addNothing(silent.length)}</summary>
          {list(silent)}
        </details>
      )}
    </>
  );
}

function sumWords(sum: AccountView["sum"]): string {
  const said = points(sum.halves);
  switch (sum.band) {
    case "priority":
      return w.sumFrom(said, w.bandWord.priority, sum.priority_from);
    case "review":
      return w.sumFrom(said, w.bandWord.review, sum.review_from);
    default:
      return w.sumFrom(said, w.bandWord.review, sum.review_from);
  }
}

/** Why the band stays low whatever the sum. */
function Missing(props: { account: AccountView }): ReactNode {
  const { has_offer, has_support } = props.account.sum;
  if (has_offer && has_support) {
    return null;
  }
  return <p className={styles.missing}>{has_offer ? w.noSupport : w.noOffer}</p>;
}

function Line(props: { account: AccountView; line: IndicatorView }): ReactNode {
  const { account, line } = props;
  const answer = useAnswer(account, line);
  const meaning = readAs(line);
  const isNo = line.answer === "no";
  return (
    <li className={styles.line} data-answer={line.answer ?? "none"}>
      <span className={styles.letter} aria-hidden="true">
        {line.letter}
      </span>
      <span className={styles.words}>
        <span className={isNo ? styles.struck : undefined}>
          <Bdi>{line.quote}</Bdi>
        </span>
        <span className={styles.meaning}>
          {line.title}
          {meaning !== "" && (
            <>
              {" · "}
              <Bdi>{meaning}</Bdi>
            </>
          )}
          {where(line)}
        </span>
      </span>
      <SegmentedAnswer<HitAnswer>
        label={w.answerIndicator(line.title, line.quote)}
        hideLabel
        value={line.answer}
        onChange={answer}
        options={ANSWERS()}
      />
      <span className={styles.points} title={w.pointsWhy(line.weight, line.is_capped)}>
        {points(line.halves)}
      </span>
    </li>
  );
}

/** What else there is to say of a line: its text where that is not the profile's, a cap, a term nobody checked. */
function where(line: IndicatorView): string {
  return [
    line.field === "bio" ? "" : w.hitField[line.field],
    line.is_capped ? w.capped : "",
    line.answer === "unsure" ? w.halfOf(points(line.weight * 2)) : "",
    line.needs_linguist ? w.needsLinguist : "",
  ]
    .filter((part) => part !== "")
    .map((part) => ` · ${part}`)
    .join("");
}

const ANSWERS = () => [
  { value: "yes" as const, label: w.hitAnswer.yes },
  { value: "no" as const, label: w.hitAnswer.no },
  { value: "unsure" as const, label: w.hitAnswer.unsure, short: "?" },
];

function useAnswer(account: AccountView, line: IndicatorView) {
  const host = useHost();
  const toast = useToast();
  const acted = useActed();
  const { category, quote } = line;
  return async (answer: HitAnswer | null) => {
    acted(account.id);
    try {
      await host.commands.answerHit({ account: account.id, category, quote, answer });
    } catch (error) {
      toast({ text: failed(error), tone: "warn" });
    }
  };
}
