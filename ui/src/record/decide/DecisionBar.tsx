import { type ReactNode, useState } from "react";
import type { AccountView, DoneView, ExclusionView } from "../../host";
import { Button, type CommandId, ConfirmLine, focusPane, useCommand } from "../../kit";
import { assertNever } from "../../lib/assert";
import { w as queue } from "../list/queueWords";
import { missingOf } from "../missing";
import { useDraft } from "../RecordProvider";
import { referWords } from "../register/hits";
import { isNeverReferred } from "../role/roles";
import { w as role } from "../role/words";
import { mayDecide, mayRefer, type Standing, standingOf } from "../standing";
import { w } from "../words";
import styles from "./DecisionBar.module.css";
import { HoldTray } from "./HoldTray";
import { NoActionTray } from "./NoActionTray";
import { SecondLookTray } from "./SecondLookTray";
import { useDecide } from "./useDecide";

/** An action beside the decision; it opens a dialog and never closes the account. */
export type BesideAction = "safeguarding" | "intelligence" | "preservation";

/** Where an account stands in its list, and how many of the queue this officer has not opened; null until it is known. */
export type Position = { index: number; total: number; unseen?: number | null };

type Tray = "refer" | "hold" | "no-action" | "second-look";

/**
 * The decision, pinned under the item. Refer stays shut until every line is answered No and a
 * reason is written; what is missing is said beside it.
 */
export function DecisionBar(props: {
  account: AccountView;
  lines: readonly ExclusionView[];
  /** Where the account stands in the list, for `37 of 214`. */
  position: Position | null;
  onDone: (done: DoneView) => void;
  onUndone: (id: string) => void;
  onSkip?: (() => void) | undefined;
  onAct: (action: BesideAction) => void;
}): ReactNode {
  const { account, lines } = props;
  const [chosen, setChosen] = useState<Tray | null>(null);
  const { draft } = useDraft(account);
  const { decide, isBusy, error, clear } = useDecide(account, props.onDone, props.onUndone);
  const standing = standingOf(lines, draft);
  const missing = missingFor(account, standing);
  const mayOpen = traysOf(account, lines, standing, isBusy);
  const tray = chosen !== null && (mayOpen[chosen] || isBusy) ? chosen : null;
  const open = (next: Tray) => {
    clear();
    setChosen(tray === next ? null : next);
  };
  const close = () => {
    setChosen(null);
    focusPane("item");
  };
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
        {TRAYS.filter((one) => one !== "second-look" || standing.doubtful.length > 0).map((one) => (
          <TrayButton
            key={one}
            tray={one}
            isShown={tray === one}
            mayOpen={mayOpen[one]}
            why={one === "refer" ? missing : null}
            onOpen={() => open(one)}
          />
        ))}
        <Beside onAct={props.onAct} />
        <End missing={missing} position={props.position} onSkip={props.onSkip} />
      </div>
    </div>
  );
}

const TRAYS = ["refer", "second-look", "hold", "no-action"] as const satisfies readonly Tray[];

const COMMAND_OF = {
  refer: "account.refer",
  "second-look": "account.secondLook",
  hold: "account.hold",
  "no-action": "account.noAction",
} as const satisfies Record<Tray, CommandId>;

function traysOf(
  account: AccountView,
  lines: readonly ExclusionView[],
  standing: Standing,
  isBusy: boolean,
): Record<Tray, boolean> {
  const isOpen = mayDecide(account.status) && !isBusy;
  return {
    refer:
      isOpen &&
      mayRefer(lines, standing) &&
      account.needs_reader === null &&
      !isNeverReferred(account.role.role),
    "second-look": isOpen && standing.doubtful.length > 0,
    hold: isOpen,
    "no-action": isOpen,
  };
}

function TrayButton(props: {
  tray: Tray;
  isShown: boolean;
  mayOpen: boolean;
  why: string | null;
  onOpen: () => void;
}): ReactNode {
  const { tray, mayOpen } = props;
  useCommand(COMMAND_OF[tray], props.onOpen, mayOpen);
  return (
    <Button
      variant={tray === "refer" ? "primary" : "plain"}
      command={COMMAND_OF[tray]}
      isDisabled={!mayOpen}
      why={props.why ?? undefined}
      ariaExpanded={props.isShown}
      onPress={props.onOpen}
    >
      {w.tray[tray]}
    </Button>
  );
}

function missingFor(account: AccountView, standing: Standing): string | null {
  switch (account.status) {
    case "drafted":
    case "sent":
    case "closed":
      return w.decidedElsewhere[account.status];
    default:
      return standing.doubtful.length > 0
        ? w.doubtBlocks(standing.doubtful.map((line) => line.short))
        : missingOf([
            isNeverReferred(account.role.role) && role.shut[account.role.role],
            account.needs_reader !== null &&
              w.needsReader(account.needs_reader.language, account.needs_reader.waiting),
            standing.unanswered.length > 0 && w.toAnswer(standing.unanswered.length),
            standing.isReasonMissing && w.reasonMissing,
          ]);
  }
}

/** The actions beside the decision: open whatever the account stands at. */
function Beside(props: { onAct: (action: BesideAction) => void }): ReactNode {
  const { onAct } = props;
  useCommand("account.safeguarding", () => onAct("safeguarding"));
  useCommand("account.intelligence", () => onAct("intelligence"));
  useCommand("account.preserve", () => onAct("preservation"));
  return (
    <>
      <span className={styles.divider} />
      <Button command="account.safeguarding" onPress={() => onAct("safeguarding")}>
        {w.safeguarding}
      </Button>
      <Button onPress={() => onAct("intelligence")}>{w.intelligence}</Button>
      <Button onPress={() => onAct("preservation")}>{w.preserve}</Button>
    </>
  );
}

function End(props: {
  missing: string | null;
  position: Position | null;
  onSkip: (() => void) | undefined;
}): ReactNode {
  const { missing, position, onSkip } = props;
  const isQueue = position?.unseen !== undefined;
  return (
    <span className={styles.end}>
      <span className={styles.missing} data-testid="missing">
        {[
          missing,
          position && w.position(position),
          typeof position?.unseen === "number" && queue.unseen(position.unseen),
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
      {onSkip && (
        <Button command={isQueue ? "queue.skip" : "next"} onPress={onSkip}>
          {w.skip}
        </Button>
      )}
    </span>
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
          action={w.tray.refer}
          isPending={props.isBusy}
          onCancel={props.onClose}
          onConfirm={() => void props.decide({ decision: "refer", said: w.saidRefer })}
        >
          {w.referLine(props.account.label, props.account.platform_name)}{" "}
          <b>{referWords(props.account.registers)}</b>
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
