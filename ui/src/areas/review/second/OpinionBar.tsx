import { type ReactNode, useState } from "react";
import {
  type BlindAccountView,
  type Decision,
  type NoActionReason,
  type SecondReviewDoneView,
  useHost,
} from "../../../host";
import { Button, type CommandId, focusPane, TextField, useCommand } from "../../../kit";
import bar from "../../../record/decide/DecisionBar.module.css";
import { NoActionTray } from "../../../record/decide/NoActionTray";
import { useBusy } from "../../../record/useBusy";
import { w } from "./words";

const TRAYS = ["refer", "hold", "no-action"] as const satisfies readonly Decision[];

const COMMAND_OF = {
  refer: "account.refer",
  hold: "account.hold",
  "no-action": "account.noAction",
} as const satisfies Record<Decision, CommandId>;

type Opinion = { decision: Decision; reason: string; noActionReason: NoActionReason | null };

/** What the officer would decide, with the keys of the queue. Nothing is preset, and an answer is given once. */
export function OpinionBar(props: {
  account: BlindAccountView;
  onAnswered: (done: SecondReviewDoneView) => void;
}): ReactNode {
  const { account } = props;
  const host = useHost();
  const [tray, setTray] = useState<Decision | null>(null);
  const { isBusy, error, run, clear } = useBusy();
  const answer = ({ decision, reason, noActionReason }: Opinion) =>
    run(async () => {
      props.onAnswered(
        await host.commands.answerSecondReview({
          account: account.id,
          decision,
          reason,
          no_action_reason: noActionReason,
        }),
      );
    });
  const close = () => {
    setTray(null);
    focusPane("item");
  };
  return (
    <div className={bar.bar}>
      {tray !== null && (
        <div className={bar.tray}>
          {tray === "no-action" ? (
            <NoActionTray
              account={account}
              decide={({ noActionReason }) =>
                answer({
                  decision: "no-action",
                  reason: "",
                  noActionReason: noActionReason ?? null,
                })
              }
              isBusy={isBusy}
              onClose={close}
            />
          ) : (
            <Sentence
              key={tray}
              decision={tray}
              isBusy={isBusy}
              onAnswer={(reason) => void answer({ decision: tray, reason, noActionReason: null })}
              onClose={close}
            />
          )}
        </div>
      )}
      {error !== null && (
        <p role="alert" className={bar.error}>
          {error}
        </p>
      )}
      <div className={bar.buttons}>
        <span>{w.would}</span>
        {TRAYS.map((one) => (
          <Choice
            key={one}
            decision={one}
            isShown={tray === one}
            onOpen={() => {
              clear();
              setTray(tray === one ? null : one);
            }}
          />
        ))}
        <span className={bar.end}>
          <span className={bar.missing}>{w.once}</span>
        </span>
      </div>
    </div>
  );
}

function Choice(props: { decision: Decision; isShown: boolean; onOpen: () => void }): ReactNode {
  const command = COMMAND_OF[props.decision];
  useCommand(command, props.onOpen);
  return (
    <Button command={command} ariaExpanded={props.isShown} onPress={props.onOpen}>
      {w.tray[props.decision]}
    </Button>
  );
}

function Sentence(props: {
  decision: "refer" | "hold";
  isBusy: boolean;
  onAnswer: (reason: string) => void;
  onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState("");
  const isMissing = reason.trim() === "";
  return (
    <form
      className={bar.form}
      aria-label={w.tray[props.decision]}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        event.stopPropagation();
        props.onClose();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing) props.onAnswer(reason.trim());
      }}
    >
      <div className={bar.reason}>
        <TextField
          label={w.why[props.decision]}
          value={reason}
          onChange={setReason}
          lang="en"
          autoFocus
        />
      </div>
      <Button
        type="submit"
        variant="primary"
        isDisabled={isMissing}
        isPending={props.isBusy}
        why={isMissing ? w.needed : undefined}
      >
        {w.answer}
      </Button>
      <Button onPress={props.onClose}>{w.cancel}</Button>
    </form>
  );
}
