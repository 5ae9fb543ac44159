/**
 * A safeguarding act or an intelligence report that nobody has answered: what it is about, who was told and how long
 * ago, and the answer.
 */
import { type ReactNode, useState } from "react";
import { type ActionView, type TodayItem, usePlatforms } from "../../host";
import { Bdi, Button, Pill, PlatformBadge, Time } from "../../kit";
import { AnswerDialog } from "../../record/act/AnswerDialog";
import { w as record } from "../../record/words";
import styles from "./today.module.css";
import { w } from "./words";

/** The line: pressing its words opens the account, the button asks for the answer. */
export function ActLine(props: {
  item: TodayItem;
  act: ActionView;
  account: string;
  onOpen: () => void;
}): ReactNode {
  const { item, act } = props;
  const platforms = usePlatforms();
  const [isAnswering, setAnswering] = useState(false);
  const { platform } = item;
  return (
    <li className={styles.act}>
      <button type="button" className={styles.line} onClick={props.onOpen}>
        {platform ? (
          <PlatformBadge
            letters={platforms.letters(platform)}
            tone={platform}
            label={platforms.name(platform)}
          />
        ) : (
          <span className={styles.noBadge} />
        )}
        <span className={styles.words}>
          <b className={styles.label}>
            {act.action === "safeguarding" && <>{record.safeguardingKind[act.kind]} · </>}
            <Bdi>{item.label}</Bdi>
          </b>
          <span className={styles.why}>
            {record.toldLead} <Bdi>{act.told}</Bdi>
            {act.by !== null && (
              <>
                {" "}
                {record.byLead} <Bdi>{act.by}</Bdi>
              </>
            )}
            {act.reference !== null && (
              <>
                , {record.reference} <Bdi>{act.reference}</Bdi>
              </>
            )}
          </span>
          {act.known !== null && (
            <span className={styles.known}>
              <Bdi>{act.known}</Bdi>
            </span>
          )}
        </span>
        <span className={styles.due}>
          <Pill tone={act.action === "safeguarding" ? "danger" : "warn"}>
            <Time at={act.at} show="ago" />
          </Pill>
          <span className={styles.dueTime}>
            {w.told} <Time at={act.at} />
          </span>
        </span>
      </button>
      <Button
        size="small"
        ariaLabel={w.answerOf(act.told, item.label)}
        onPress={() => setAnswering(true)}
      >
        {record.enterAnswer}
      </Button>
      {isAnswering && (
        <AnswerDialog
          account={{ id: props.account, label: item.label }}
          action={act}
          onClose={() => setAnswering(false)}
        />
      )}
    </li>
  );
}
