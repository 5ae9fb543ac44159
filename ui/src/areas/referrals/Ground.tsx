/** What the notice rests on besides the rule: what was considered about the law, and whether the user is told. */
import type { ReactNode } from "react";
import type { ReferralView } from "../../host";
import { Chosen, Fact } from "./HeadParts";
import styles from "./NoticeHead.module.css";
import { PaperText } from "./PaperText";
import { w } from "./words";

type Props = { referral: ReferralView; missing: ReadonlySet<string> };

const NOTES = ["elements", "reach", "defence", "decided_by"] as const;

/** The four notes on the law, each a line that is written into. */
export function LawFields(props: Props): ReactNode {
  const { referral, missing } = props;
  return NOTES.map((note) => (
    <Fact key={note} label={w.ground.notes[note]} isWide>
      <PaperText
        label={`${w.notice.law}: ${w.ground.notes[note]}`}
        field={`law_${note}`}
        held={referral.law_notes[note] ?? ""}
        placeholder={w.ground.placeholders[note]}
        isMissing={missing.has(`law_${note}`)}
      />
    </Fact>
  ));
}

/** "Tell the user?", with the reason. */
export function TellUser(props: Props): ReactNode {
  const { tell_user: told } = props.referral;
  const option = (code: "no" | "yes") => ({
    code,
    label: w.ground.answers[code],
    detail: null,
    source: null,
    date: null,
  });
  return (
    <Chosen
      label={w.ground.tellUser}
      field="tell_user"
      held={told.answer}
      options={[option("no"), option("yes")]}
      placeholder=""
      isMissing={false}
    >
      <PaperText
        label={w.ground.reason}
        field="tell_user_reason"
        held={told.reason}
        placeholder={w.ground.reasonPlaceholder}
        isMissing={props.missing.has("tell_user_reason")}
      />
      {told.is_usual && (
        <span className={styles.source} title={told.source}>
          {w.ground.usual(told.source)}
        </span>
      )}
    </Chosen>
  );
}
