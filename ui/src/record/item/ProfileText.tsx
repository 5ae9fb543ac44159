import type { ReactNode } from "react";
import type { AccountView } from "../../host";
import { Bdi, Card, Time } from "../../kit";
import { w as linguist } from "../linguist/words";
import { useMarks } from "../search/marks";
import { signsOf } from "../signs";
import { w } from "../words";
import styles from "./ProfileText.module.css";
import { Translation, translationOf } from "./Translation";

/** The profile's own words and their translation, side by side; hidden characters are named above them. */
export function ProfileText(props: { account: AccountView }): ReactNode {
  const { account } = props;
  const nameMarks = useMarks("name");
  const bioMarks = useMarks("bio");
  return (
    <Card>
      <div className={styles.two}>
        <div className={styles.side}>
          <h2 className={styles.heading}>
            {w.profileText}{" "}
            <span className={styles.aside}>
              {account.language_name ?? w.languageUnknown} · {w.cameIn}{" "}
              <Time at={account.imported_at} />
            </span>
          </h2>
          {account.display_name !== null && account.display_name !== account.label && (
            <p className={styles.display}>
              <Bdi
                lang={account.language}
                marks={nameMarks}
                signs={signsOf(account, "display-name")}
              >
                {account.display_name}
              </Bdi>
            </p>
          )}
          {account.bio === null || account.bio === "" ? (
            <p className={styles.none}>{w.noProfileText}</p>
          ) : (
            <Bdi lang={account.language} block marks={bioMarks} signs={signsOf(account, "bio")}>
              {account.bio}
            </Bdi>
          )}
          <TextWarnings account={account} />
          {account.changed_since_assessed && (
            <p className={styles.changed}>{linguist.changedSinceAssessed}</p>
          )}
        </div>
        <Translation account={account} post={null} translation={translationOf(account, null)} />
      </div>
    </Card>
  );
}

function TextWarnings(props: { account: AccountView }): ReactNode {
  const { warnings } = props.account;
  if (warnings.length === 0) {
    return null;
  }
  return (
    <ul className={styles.warnings} aria-label={w.textWarnings}>
      {warnings.map((warning) => (
        <li key={`${warning.field} ${warning.what}`}>
          <b>{w.fieldName(warning.field)}</b> {warning.what}
        </li>
      ))}
    </ul>
  );
}
