import { type ReactNode, useState } from "react";
import type { AccountView, DoneView, ExclusionView } from "../../host";
import { Button, ConfirmLine, focusPane, useCommand } from "../../kit";
import { assertNever } from "../../lib/assert";
import { missingOf } from "../missing";
import { useDraft } from "../RecordProvider";
import { mayDecide, mayRefer, standingOf } from "../standing";
import { w } from "../words";
import styles from "./DecisionBar.module.css";
import { HoldTray } from "./HoldTray";
import { NoActionTray } from "./NoActionTray";
import { SecondLookTray } from "./SecondLookTray";
import { useDecide } from "./useDecide";

/** An action beside the decision; it opens a dialog and never closes the account. */
export type BesideAction = "safeguarding" | "intelligence" | "preservation";

type Tray = "refer" | "hold" | "no-action" | "second-look";

/**
 * The decision, pinned under the item. Refer stays shut until every line is answered No and a
 * reason is written; what is missing is said beside it.
 */
export function DecisionBar(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
  /** Where the account stands in the list, for `37 of 214`. */
  position: { index: number; total: number } | null;
  onDone: (done: DoneView) => void;
  onUndone: (id: string) => void;
  onSkip?: (() => void) | undefined;
  onAct: (action: BesideAction) => void;
}): ReactNode {
  const { account, lines } = props;
  const [tray, setTray] = useState<Tray | null>(null);
  const { draft } = useDraft(account);
  const { decide, isBusy, error, clear } = useDecide(account, props.onDone, props.onUndone);
  const standing = standingOf(lines, draft);
  const isOpen = mayDecide(account.status);
  const canRefer = isOpen && mayRefer(lines, standing);
  const hasDoubt = standing.doubtful.length > 0;
  const missing = isOpen
    ? hasDoubt
      ? w.doubtBlocks(standing.doubtful.map((line) => line.short))
      : missingOf([
          standing.unanswered.length > 0 && w.toAnswer(standing.unanswered.length),
          standing.isReasonMissing && w.reasonMissing,
        ])
    : w.decidedElsewhere[
        account.status === "sent" ? "sent" : account.status === "closed" ? "closed" : "drafted"
      ];

  const open = (next: Tray) => {
    clear();
    setTray((now) => (now === next ? null : next));
  };
  const close = () => {
    setTray(null);
    focusPane("item");
  };
  useCommand("account.refer", () => open("refer"), canRefer && !isBusy);
  useCommand("account.hold", () => open("hold"), isOpen && !isBusy);
  useCommand("account.noAction", () => open("no-action"), isOpen && !isBusy);
  useCommand("account.secondLook", () => open("second-look"), isOpen && hasDoubt && !isBusy);
  useCommand("account.safeguarding", () => props.onAct("safeguarding"));
  useCommand("account.intelligence", () => props.onAct("intelligence"));
  useCommand("account.preserve", () => props.onAct("preservation"));

  return (
    <div className={styles.bar}>
      {tray !== null && (
        <div className={styles.tray}>
          <TrayBody tray={tray} account={account} decide={decide} isBusy={isBusy} onClose={close} />
        </div>
      )}
      {error !== null && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
      <div className={styles.buttons}>
        <Button
          variant="primary"
          command="account.refer"
          isDisabled={!canRefer || isBusy}
          why={missing ?? undefined}
          ariaExpanded={tray === "refer"}
          onPress={() => open("refer")}
        >
          {w.refer}
        </Button>
        {hasDoubt && (
          <Button
            command="account.secondLook"
            isDisabled={!isOpen || isBusy}
            ariaExpanded={tray === "second-look"}
            onPress={() => open("second-look")}
          >
            {w.secondLook}
          </Button>
        )}
        <Button
          command="account.hold"
          isDisabled={!isOpen || isBusy}
          ariaExpanded={tray === "hold"}
          onPress={() => open("hold")}
        >
          {w.hold}
        </Button>
        <Button
          command="account.noAction"
          isDisabled={!isOpen || isBusy}
          ariaExpanded={tray === "no-action"}
          onPress={() => open("no-action")}
        >
          {w.noAction}
        </Button>
        <span className={styles.divider} />
        <Button command="account.safeguarding" onPress={() => props.onAct("safeguarding")}>
          {w.safeguarding}
        </Button>
        <Button onPress={() => props.onAct("intelligence")}>{w.intelligence}</Button>
        <Button onPress={() => props.onAct("preservation")}>{w.preserve}</Button>
        <span className={styles.end}>
          <span className={styles.missing} data-testid="missing">
            {[missing, props.position && w.position(props.position)].filter(Boolean).join(" · ")}
          </span>
          {props.onSkip && (
            <Button command="next" onPress={props.onSkip}>
              {w.skip}
            </Button>
          )}
        </span>
      </div>
    </div>
  );
}

function TrayBody(props: {
  tray: Tray;
  account: AccountView;
  decide: ReturnType<typeof useDecide>["decide"];
  isBusy: boolean;
  onClose: () => void;
}): ReactNode {
  const { tray, ...rest } = props;
  switch (tray) {
    case "refer":
      return (
        <ConfirmLine
          isOpen
          action={w.refer}
          onCancel={props.onClose}
          onConfirm={() => void props.decide({ decision: "refer", said: w.saidRefer })}
        >
          {w.referLine(props.account.label, props.account.platform_name)}
        </ConfirmLine>
      );
    case "hold":
      return <HoldTray {...rest} />;
    case "no-action":
      return <NoActionTray {...rest} />;
    case "second-look":
      return <SecondLookTray {...rest} />;
    default:
      return assertNever(tray);
  }
}
