import { type ReactNode, useEffect, useRef, useState } from "react";
import { type StrengthView, useHost } from "../../host";
import { PassphraseField } from "./PassphraseField";
import styles from "./unlock.module.css";
import { w } from "./words";

const JUDGE_AFTER_MS = 150;

/** A new passphrase, judged as it is typed and typed twice. Told only when it may be used, else null. */
export function NewPassphrase(props: {
  /** Words everyone who knows the case knows. */
  known: readonly string[];
  onPassphrase: (passphrase: string | null) => void;
  autoFocus?: boolean;
}): ReactNode {
  const host = useHost();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [judged, setJudged] = useState<{ of: string; strength: StrengthView } | null>(null);
  const known = props.known.filter((word) => word.trim() !== "").join("\n");
  useEffect(() => {
    if (first === "") return;
    let isLate = false;
    const timer = setTimeout(() => {
      host.commands
        .judgePassphrase({ passphrase: first, known: known === "" ? [] : known.split("\n") })
        .then((strength) => {
          if (!isLate) setJudged({ of: first, strength });
        })
        .catch(() => undefined);
    }, JUDGE_AFTER_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [first, known, host]);
  const strength = judged && judged.of === first ? judged.strength : null;
  const isGood = strength?.is_acceptable === true && first === second;
  const tell = useRef(props.onPassphrase);
  useEffect(() => {
    tell.current = props.onPassphrase;
  });
  const usable = isGood ? first : null;
  useEffect(() => tell.current(usable), [usable]);
  return (
    <div className={styles.fields}>
      <PassphraseField
        label={w.passphrase}
        value={first}
        onChange={setFirst}
        description={w.wizard.passphraseText}
        autoFocus={props.autoFocus ?? false}
      />
      <Strength strength={first === "" ? null : (strength ?? judged?.strength ?? null)} />
      <PassphraseField
        label={w.again}
        value={second}
        onChange={setSecond}
        error={second !== "" && second !== first ? w.wizard.notSame : undefined}
      />
    </div>
  );
}

/** How strong it is: in words, in a figure, and what would help. */
function Strength(props: { strength: StrengthView | null }): ReactNode {
  const { strength } = props;
  const score = strength?.score ?? 0;
  const words = strength ? (w.wizard.strength[score] ?? "") : "";
  return (
    <div className={styles.strength} aria-live="polite">
      <span
        className={styles.meter}
        role="meter"
        aria-label={w.wizard.strengthLabel}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={words}
      >
        {[1, 2, 3, 4].map((step) => (
          <span
            key={step}
            className={styles.meterStep}
            data-on={(strength !== null && score >= step) || undefined}
            data-good={strength?.is_acceptable || undefined}
          />
        ))}
      </span>
      {strength && (
        <span className={styles.strengthWords}>
          <b>{words}.</b>{" "}
          {strength.is_acceptable ? null : (strength.warning ?? w.wizard.notAcceptable)}{" "}
          {strength.suggestions.join(" ")}
        </span>
      )}
    </div>
  );
}
