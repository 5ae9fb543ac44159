import type { ReactNode } from "react";
import type { LinkedView } from "../../host";
import { Bdi } from "../../kit";
import { useRoute } from "../../lib/route";
import { PlatformMark } from "../PlatformMark";
import { StatusPill } from "../StatusPill";
import styles from "./links.module.css";
import { allWords } from "./useLinks";
import { w } from "./words";

/** A linked account with what it shares; it opens where the officer is. */
export function LinkLine(props: { link: LinkedView; isWhole?: boolean }): ReactNode {
  const { account, reasons, is_network, said } = props.link;
  const { route, go } = useRoute();
  const area = route.area === "accounts" ? "accounts" : "review";
  return (
    <button
      type="button"
      className={styles.link}
      aria-label={`${w.open(account.label)}, ${allWords(props.link)}`}
      onClick={() => go({ area, id: account.id })}
    >
      <PlatformMark code={account.platform} />
      <span className={styles.words}>
        <b className={styles.label}>
          <Bdi lines={1}>{account.label}</Bdi>
        </b>
        <span className={styles.reasons}>
          {props.isWhole
            ? reasons.map(({ kind, value, said }, n) => (
                <span key={`${kind} ${value}`}>
                  {n > 0 && ", "}
                  {said}
                  {value !== "" && (
                    <>
                      {" "}
                      <Bdi mono>{value}</Bdi>
                    </>
                  )}
                </span>
              ))
            : allWords(props.link)}
          {props.isWhole && is_network && ` · ${w.two}`}
        </span>
        {props.isWhole &&
          said.map((one) => (
            <span key={one.id} className={styles.said}>
              {w.said[one.kind](one.officer)} <Bdi>{one.reason}</Bdi>
            </span>
          ))}
      </span>
      <StatusPill status={account.status} />
    </button>
  );
}
