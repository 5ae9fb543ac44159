import { type ReactNode, useCallback, useRef } from "react";
import type { AccountView, ExclusionView } from "../../host";
import { Card, focusPane, SaveState, TextField } from "../../kit";
import { useDraft } from "../RecordProvider";
import { w } from "../words";
import styles from "./AssessTab.module.css";
import { CouldThisBe } from "./CouldThisBe";
import { FromFile } from "./FromFile";
import { ProfileText } from "./ProfileText";
import { WhyHere } from "./WhyHere";

/** All that is needed to judge one account, in the order it is judged: words, why, what else it could be, reason. */
export function AssessTab(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
}): ReactNode {
  const { account, lines } = props;
  const { draft, kept, change, entry } = useDraft(account);
  const reason = useRef<HTMLInputElement>(null);
  const goOn = useCallback((isAllNo: boolean) => {
    if (isAllNo) {
      reason.current?.focus();
    } else {
      focusPane("item");
    }
  }, []);
  return (
    <>
      <ProfileText account={account} />
      <div className={styles.cols}>
        <div>
          <WhyHere account={account} />
          <FromFile account={account} />
        </div>
        <CouldThisBe account={account} lines={lines} onAllAnswered={goOn} />
      </div>
      <Card>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void entry.flush();
            focusPane("item");
          }}
        >
          <TextField
            label={
              <span className={styles.label}>
                {w.reason} <SaveState state={kept} />
              </span>
            }
            value={draft.reason}
            onChange={(value) => change({ reason: value })}
            onBlur={() => void entry.flush()}
            inputRef={reason}
            lang="en"
          />
        </form>
      </Card>
    </>
  );
}
