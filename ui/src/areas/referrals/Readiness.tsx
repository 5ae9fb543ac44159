/** What the notice has and what it still needs, each line leading to the words that satisfy it. */
import { type ReactNode, useState } from "react";
import type { ReferralView } from "../../host";
import { Bdi, Icon, LinkButton, Pill, Section } from "../../kit";
import { assertNever } from "../../lib/assert";
import { useRoute } from "../../lib/route";
import { AskedSection, AskFirstDialog } from "./AskFirst";
import { ChannelSection } from "./channel/ChannelSection";
import { Offered } from "./Offered";
import styles from "./Readiness.module.css";
import { ELEMENTS, type Line, linesOf, missingOf } from "./readiness";
import { jumpTo, type Spot } from "./requirements";
import { w } from "./words";

/** The right pane. */
export function Readiness(props: { referral: ReferralView }): ReactNode {
  const { referral } = props;
  const lines = linesOf(referral.requirements, referral.items);
  const missing = missingOf(referral.requirements);
  const [isAsking, setAsking] = useState(false);
  const besides = lines.filter((line) => line.element === null);
  return (
    <>
      <Section
        title={w.ready.title}
        aside={
          missing === 0 ? (
            <Pill tone="ok">{w.ready.ready}</Pill>
          ) : (
            <Pill tone="warn">{w.ready.missing(missing)}</Pill>
          )
        }
      >
        {lines.length === 0 && <p className={styles.note}>{w.ready.nothing}</p>}
        <p className={styles.note}>
          {w.ready.elements}, {w.ready.elementsSource}
        </p>
        <ol className={styles.elements}>
          {ELEMENTS.map((element) => (
            <ElementPart
              key={element}
              letter={element}
              lines={lines.filter((line) => line.element === element)}
            />
          ))}
        </ol>
      </Section>
      {besides.length > 0 && (
        <Section title={w.ready.more}>
          <Lines lines={besides} />
        </Section>
      )}
      <Offered referral={referral} />
      <ChannelSection referral={referral} />
      <AskedSection referral={referral} onAsk={() => setAsking(true)} />
      <Section title={w.ready.approval}>
        <Returned referral={referral} />
        <p className={styles.note}>{w.ready.approvalText}</p>
      </Section>
      {isAsking && <AskFirstDialog referral={referral} onClose={() => setAsking(false)} />}
    </>
  );
}

/** Why the last submission came back, while it is mended. */
function Returned(props: { referral: ReferralView }): ReactNode {
  const { submission } = props.referral;
  if (submission === null || submission.return_reason === null) return null;
  return (
    <p className={styles.returned}>
      <Bdi>{w.ready.returnedBy(submission.returned_by ?? "")}</Bdi> “
      <Bdi>{submission.return_reason}</Bdi>”
    </p>
  );
}

function ElementPart(props: {
  letter: (typeof ELEMENTS)[number];
  lines: readonly Line[];
}): ReactNode {
  const { letter, lines } = props;
  return (
    <li className={styles.element}>
      <h3 className={styles.elementName}>
        <span className={styles.letter}>({letter})</span> {w.ready.element[letter]}
      </h3>
      <Lines lines={lines} />
    </li>
  );
}

const SHOWN = 6;

function Lines(props: { lines: readonly Line[] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const { lines } = props;
  const shown = isOpen ? lines : lines.slice(0, SHOWN);
  return (
    <ul>
      {shown.map((line) => (
        <ReadyLine key={line.key} line={line} />
      ))}
      {shown.length < lines.length && (
        <li className={styles.line}>
          <LinkButton onPress={() => setOpen(true)}>
            {w.ready.others(lines.length - shown.length)}
          </LinkButton>
        </li>
      )}
    </ul>
  );
}

function ReadyLine(props: { line: Line }): ReactNode {
  const { line } = props;
  return (
    <li className={styles.line} data-met={line.isMet} title={w.ready.source(line.source)}>
      <span
        className={styles.mark}
        role="img"
        aria-label={line.isMet ? w.ready.met : w.ready.notMet}
      >
        {line.isMet ? <Icon name="check" size={10} /> : "!"}
      </span>
      <span className={styles.words}>
        {line.about !== null && (
          <>
            <Bdi>{line.about}</Bdi>:{" "}
          </>
        )}
        {line.label}
        {line.isMet && line.of > 1 && `, ${w.ready.ofAll(line.met, line.of)}`} <Way line={line} />
        {!line.isMet && line.detail !== "" && <span className={styles.detail}>{line.detail}</span>}
      </span>
    </li>
  );
}

function Way(props: { line: Line }): ReactNode {
  const { line } = props;
  const { go } = useRoute();
  if (line.isMet) {
    if (line.spot.kind === "none") return null;
    return (
      <LinkButton ariaLabel={w.ready.seeOf(line.label)} onPress={() => jumpTo(line.spot)}>
        {w.ready.see}
      </LinkButton>
    );
  }
  const mend = mendOf(line.spot);
  if (mend === null) return null;
  const about = line.about === null ? line.label : `${line.about}, ${line.label}`;
  return (
    <LinkButton ariaLabel={w.ready.mendOf(mend, about)} onPress={() => follow(line.spot, go)}>
      {mend}
    </LinkButton>
  );
}

function mendOf(spot: Spot): string | null {
  switch (spot.kind) {
    case "head":
      return w.ready.write;
    case "item":
      return spot.field === "exhibits" ? w.ready.attach : w.ready.write;
    case "officer":
      return w.ready.fill;
    case "block":
    case "settings":
      return w.ready.open;
    case "none":
      return null;
    default:
      return assertNever(spot);
  }
}

function follow(spot: Spot, go: ReturnType<typeof useRoute>["go"]): void {
  switch (spot.kind) {
    case "officer":
    case "settings":
      go({ area: "settings" });
      return;
    case "block":
      go({ area: "review", id: spot.account });
      return;
    case "head":
    case "item":
    case "none":
      jumpTo(spot);
      return;
    default:
      assertNever(spot);
  }
}
