import type { AccountStatus, Answer, AssessmentDraft, ExclusionView } from "../host";

/** What stands between an account and a referral, in the order of the screen. */
export type Standing = {
  /** Lines nobody has answered yet. */
  unanswered: ExclusionView[];
  /** Lines answered Yes or Can't tell: they lead to a second look. */
  doubtful: ExclusionView[];
  /** True while the sentence of reason is empty. */
  isReasonMissing: boolean;
};

/** Reads a draft against the lines that must be answered. */
export function standingOf(
  lines: readonly ExclusionView[],
  draft: Pick<AssessmentDraft, "answers" | "reason">,
): Standing {
  const answerOf = (line: ExclusionView): Answer | undefined => draft.answers[line.name];
  return {
    unanswered: lines.filter((line) => answerOf(line) === undefined),
    doubtful: lines.filter((line) => {
      const answer = answerOf(line);
      return answer === "yes" || answer === "cant-tell";
    }),
    isReasonMissing: draft.reason.trim() === "",
  };
}

/** True when every line is answered No and a reason is written: only then may Refer be pressed. */
export function mayRefer(lines: readonly ExclusionView[], standing: Standing): boolean {
  return (
    lines.length > 0 &&
    standing.unanswered.length === 0 &&
    standing.doubtful.length === 0 &&
    !standing.isReasonMissing
  );
}

/** True where an officer may decide; what is in a referral is decided there. */
export function mayDecide(status: AccountStatus): boolean {
  return status !== "drafted" && status !== "sent" && status !== "closed";
}
