import type { ReactNode } from "react";
import type { ReferralState } from "../../host";
import styles from "./Notice.module.css";
import { w } from "./words";

/** Present on every page of a notice that has not been approved. */
export function DraftBanner(props: { state: ReferralState; isFoot?: boolean }): ReactNode {
  if (props.state !== "draft" && props.state !== "submitted") return null;
  return (
    <p className={styles.banner} data-foot={props.isFoot || undefined}>
      {w.notice.banner}
    </p>
  );
}
