/** What earlier referrals of the same account came to, and who else referred it as a register says. */
import type { ReactNode } from "react";
import type { ItemView } from "../../host";
import { Bdi, LinkButton, WorldTimeText } from "../../kit";
import { useRoute } from "../../lib/route";
import { RegisterHit } from "../../record/register/RegisterBanner";
import styles from "./Earlier.module.css";
import { isDecision } from "./sent/decisions";
import { w } from "./sent/words";

/** Nothing for an account that nobody referred before. */
export function Earlier(props: { item: ItemView }): ReactNode {
  return (
    <>
      <Own item={props.item} />
      {props.item.already_referred.map((hit) => (
        <p key={hit.entry} className={styles.earlier}>
          <RegisterHit hit={hit} />
        </p>
      ))}
    </>
  );
}

function Own(props: { item: ItemView }): ReactNode {
  const { go } = useRoute();
  const { earlier } = props.item;
  if (earlier.length === 0) return null;
  return (
    <p className={styles.earlier}>
      <b>{w.table.before}:</b>{" "}
      {earlier.map(({ referral, label, answer }) => (
        <span key={referral}>
          <LinkButton onPress={() => go({ area: "sent", id: referral })}>{label}</LinkButton>
          {answer !== null && (
            <>
              ,{" "}
              {answer.kind === "withdrawn"
                ? w.event("withdrawn", answer.value)
                : said(answer.value)}
              , <WorldTimeText time={answer.happened} />
              {answer.note !== "" && (
                <>
                  , “<Bdi>{answer.note}</Bdi>”
                </>
              )}
            </>
          )}{" "}
        </span>
      ))}
    </p>
  );
}

function said(value: string): string {
  return isDecision(value) ? w.decisions[value] : value;
}
